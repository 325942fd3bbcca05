import type { Viewer } from '@/domain/access/viewer';
import type { Locale } from '@/domain/locale';
import { listPictureWords } from '@/domain/pictures/library-queries';
import { ok, problem, type Result } from '@/domain/result';
import type { ArticleNode } from '../document';
import { PICTURES_MAX, picturesOf, withPictureWords, writtenPicture } from './text-picture';

type Text = { locale: Locale; body: ArticleNode };
export type TextPictureProblem = 'too-many-pictures' | 'picture-not-found';

/**
 * What is to be kept of the pictures of written texts. One that stood there before stays, whoever writes on; a new one must lie in the
 * viewer's library, else it is `picture-not-found`, as a neighbour's is.
 */
export async function settlePictures<Written extends Text>(
  viewer: Viewer,
  texts: readonly Written[],
  before: readonly Text[],
): Promise<Result<Written[], TextPictureProblem>> {
  const each = texts.map((text) => [...new Set(picturesOf(text.body))]);
  if (each.some((pictures) => pictures.length > PICTURES_MAX))
    return problem('too-many-pictures', { most: String(PICTURES_MAX) });
  const pictures = [...new Set(each.flat())];
  const words = pictures.length > 0 ? await listPictureWords(viewer, pictures) : new Map<string, never>();
  const stood = new Map(before.flatMap(({ body }) => saidBefore(body)));
  const missing = pictures.find((picture) => !words.has(picture) && !stood.has(picture));
  if (missing) return problem('picture-not-found', { picture: writtenPicture(missing) });
  const altOf = (picture: string, locale: Locale) => words.get(picture)?.[locale] ?? stood.get(picture) ?? '';
  return ok(
    texts.map((text) => ({
      ...text,
      body: withPictureWords(text.body, (picture) => altOf(picture, text.locale)),
    })),
  );
}

/** Each picture of a text as it was kept, with what it said there. */
function saidBefore(node: ArticleNode): [string, string][] {
  const [picture] = node.type === 'picture' ? picturesOf(node) : [];
  if (!picture) return (node.content ?? []).flatMap(saidBefore);
  return [[picture, typeof node.attrs?.alt === 'string' ? node.attrs.alt : '']];
}
