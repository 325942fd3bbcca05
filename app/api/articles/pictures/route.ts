import { mayAnywhere } from '@/domain/access/access';
import type { PictureOffer } from '@/domain/articles/pictures/picture-asking';
import { listPictures } from '@/domain/pictures/library-queries';
import { QUERY_MAX } from '@/domain/search/search';
import { getViewer } from '@/server/sign-in/session';

const headers = { 'cache-control': 'no-store' };
const OFFERS_MAX = 9;

/** Pictures of her library that can stand in a text, by their words, for whoever writes articles: at most nine, the newest first. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  if (!viewer || !mayAnywhere(viewer, 'articles.write'))
    return Response.json({ problem: 'not-found' }, { status: 404, headers });
  const asked = new URL(request.url).searchParams.get('q') ?? '';
  const { pictures } = await listPictures(viewer, { q: asked.replaceAll('\0', '').slice(0, QUERY_MAX) });
  const offers: PictureOffer[] = pictures
    .filter(({ state }) => state !== 'withdrawn')
    .slice(0, OFFERS_MAX)
    .map(({ id, alt, state }) => ({ ref: id, words: alt, whole: state === 'ready' }));
  return Response.json(offers, { headers });
}
