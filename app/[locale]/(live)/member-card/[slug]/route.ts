import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { keepCard } from '@/server/sign-in/member-card';

export const dynamic = 'force-dynamic';

/**
 * The code on a card. Its token goes into a cookie and out of the address, so that the phone it was scanned with remembers none; whether such a
 * card was ever made nobody is told here.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { locale, slug } = await params;
  await keepCard(slug);
  return new Response(null, {
    status: 303,
    headers: {
      location: `${hrefTo(localeAsked(locale), 'memberCard')}?part=scanned`,
      'cache-control': 'private, no-store',
    },
  });
}
