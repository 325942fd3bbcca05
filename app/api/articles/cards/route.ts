import { mayAnywhere } from '@/domain/access/access';
import { isDay, today } from '@/domain/days/day';
import { QUERY_MAX } from '@/domain/search/search';
import { getViewer } from '@/server/sign-in/session';
import { offersFor } from './offers';

const headers = { 'cache-control': 'no-store' };
const OFFERS_MAX = 12;

/** Public things that can stand as a card in a text, by their words, for whoever writes articles: at most twelve. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  if (!viewer || !mayAnywhere(viewer, 'articles.write'))
    return Response.json({ problem: 'not-found' }, { status: 404, headers });
  const asked = new URL(request.url).searchParams;
  const question = (asked.get('q') ?? '').replaceAll('\0', '').slice(0, QUERY_MAX);
  const day = asked.get('day') || today();
  if (!isDay(day) || day > today()) return Response.json({ problem: 'day-wrong' }, { status: 400, headers });
  const offers = await offersFor(asked.get('locale') === 'en' ? 'en' : 'vi', question, day);
  return Response.json(offers.slice(0, OFFERS_MAX), { headers });
}
