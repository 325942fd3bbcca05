import { mayAnywhere } from '@/domain/access/access';
import { QUERY_MAX } from '@/domain/search/search';
import type { Locale } from '@/i18n/locales';
import { getViewer } from '@/server/sign-in/session';
import { pagesFor } from './offers';

const headers = { 'cache-control': 'no-store' };

/** Public pages that a text may lead to, by their words, for whoever writes articles: at most twelve. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  if (!viewer || !mayAnywhere(viewer, 'articles.write'))
    return Response.json({ problem: 'not-found' }, { status: 404, headers });
  const asked = new URL(request.url).searchParams;
  const locale: Locale = asked.get('locale') === 'en' ? 'en' : 'vi';
  const question = (asked.get('q') ?? '').replaceAll('\0', '').slice(0, QUERY_MAX);
  return Response.json(await pagesFor(locale, question), { headers });
}
