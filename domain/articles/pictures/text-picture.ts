import type { ArticleNode } from '../document';

/** More pictures make a text an album, and a page heavier than a phone on a bad line can load. */
export const PICTURES_MAX = 20;

const ID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const ONE_ID = new RegExp(`^${ID}$`);
const LINE = new RegExp(`^\\[\\[\\s*(?:https?://[^/\\s\\]]{1,100})?/admin/pictures/(${ID})/?\\s*\\]\\]\\s*$`);

export const isPictureRef = (ref: unknown): ref is string => typeof ref === 'string' && ONE_ID.test(ref);

/** The picture of the library that a node of a text is; null where it is none. */
export const pictureOf = ({ type, attrs }: ArticleNode): string | null =>
  type === 'picture' && isPictureRef(attrs?.ref) ? attrs.ref : null;

/** The pictures of a text in their order, each as often as it stands there. */
export function picturesOf(node: ArticleNode): string[] {
  const picture = pictureOf(node);
  return picture ? [picture] : (node.content ?? []).flatMap(picturesOf);
}

/** The same text, in which each picture says what it shows: for whoever writes on. Nothing of it is kept. */
export function withPictureWords(node: ArticleNode, wordsOf: (picture: string) => string): ArticleNode {
  const picture = pictureOf(node);
  if (picture) return { type: 'picture', attrs: { ref: picture, words: wordsOf(picture) } };
  return node.content ? { ...node, content: node.content.map((child) => withPictureWords(child, wordsOf)) } : node;
}

/** A line that is a picture: the address of its page in the library in double brackets. */
export const readPicture = (line: string): string | null => LINE.exec(line)?.[1] ?? null;

/** The same line again. */
export const writtenPicture = (picture: string): string => `[[/admin/pictures/${picture}]]`;

/** A picture within a text as colleagues see it: whether readers may see it, or it has left the library and stands nowhere. */
export type PictureWithin = { id: string; words: string; caption: string; state: 'shown' | 'hidden' | 'gone' };

/** What pictures show, by their numbers; nothing of one that has left the library. */
export type PictureWords = Readonly<Record<string, string>>;

export const toldOf = (pictures: Iterable<PictureWithin>): PictureWords =>
  Object.fromEntries([...pictures].flatMap(({ id, words }) => (words ? [[id, words]] : [])));
