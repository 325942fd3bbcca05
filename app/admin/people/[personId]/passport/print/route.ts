import { renderToBuffer } from '@react-pdf/renderer';
import { getTranslations } from 'next-intl/server';
import { backFromElsewhere, download } from '@/app/admin/export-response';
import { PassportDocument } from '@/components/certificates/passport-document';
import { passportLines } from '@/components/certificates/passport-lines';
import { printPassport } from '@/domain/certificates/passport-commands';
import { getViewer } from '@/server/sign-in/session';

export const dynamic = 'force-dynamic';

/** A skill passport on paper, in both languages; who took it out is in the trail. */
export async function GET(request: Request, { params }: { params: Promise<{ personId: string }> }) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { personId }] = await Promise.all([getViewer(), params]);
  const result = viewer && (await printPassport(viewer, personId));
  if (!result?.ok) return new Response(null, { status: 404 });
  const [vi, en] = await Promise.all([getTranslations({ locale: 'vi' }), getTranslations({ locale: 'en' })]);
  const passport = result.value;
  const document = PassportDocument({
    passport,
    vi: passportLines(vi, 'vi', passport),
    en: passportLines(en, 'en', passport),
  });
  return download(
    new Uint8Array(await renderToBuffer(document)),
    'application/pdf',
    `so-ky-nang-${passport.madeOn}.pdf`,
  );
}
