import type { Viewer } from '@/domain/access/viewer';
import { listLibraryIds } from '@/domain/pictures/library-queries';
import { ok, problem, type Result } from '@/domain/result';
import type { ArticleNode } from '../document';
import { PICTURES_MAX, picturesOf, writtenPicture } from './text-picture';

type Text = { body: ArticleNode };
export type TextPictureProblem = 'too-many-pictures' | 'picture-not-found';

/**
 * The same texts, where their pictures may stand in them. One that stood there before stays, whoever writes on; a new one must lie in the
 * viewer's library, else it is `picture-not-found`, as a neighbour's is.
 */
export async function settlePictures<Written extends Text>(
  viewer: Viewer,
  texts: Written[],
  before: readonly Text[],
): Promise<Result<Written[], TextPictureProblem>> {
  const each = texts.map(({ body }) => [...new Set(picturesOf(body))]);
  if (each.some((pictures) => pictures.length > PICTURES_MAX))
    return problem('too-many-pictures', { most: String(PICTURES_MAX) });
  const stood = new Set(before.flatMap(({ body }) => picturesOf(body)));
  const fresh = [...new Set(each.flat())].filter((picture) => !stood.has(picture));
  const hers = fresh.length > 0 ? await listLibraryIds(viewer, fresh) : [];
  const missing = fresh.find((picture) => !hers.includes(picture));
  return missing ? problem('picture-not-found', { picture: writtenPicture(missing) }) : ok(texts);
}
