import { renderToBuffer } from '@react-pdf/renderer';
import { dependsOn } from '@/app/cache-tags';
import { PosterDocument } from '@/components/calendar/poster/poster-document';
import { localeAsked } from '@/i18n/locales';
import { posterOf } from '../poster-facts';

/** The same for everyone, kept until a session changes; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** The poster of a session as one page of A4. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { locale: asked, slug } = await params;
  const locale = localeAsked(asked);
  const poster = await posterOf(locale, slug);
  if (!poster) return new Response(null, { status: 404 });
  const { id, ...shown } = poster;
  await dependsOn(`session:${id}`, 'courses', 'units', 'today');
  const document = await renderToBuffer(PosterDocument({ locale, ...shown }));
  return new Response(new Uint8Array(document), { headers: { 'content-type': 'application/pdf' } });
}
