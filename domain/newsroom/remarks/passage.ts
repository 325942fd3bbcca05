import { type ArticleNode, plainOf } from '@/domain/articles/document';
import { type GuideParts, rowsOf } from '@/domain/guides/guide';
import { cleanLine } from '@/domain/texts/clean-text';
import { firstSigns, QUOTE_MAX, type Remark } from './remark';

/** The words of what is remarked to, in one line. */
const wordsOf = (text: string) => cleanLine(text.replace(/\s+/g, ' '));

type Text = { title: string; summary: string; body: ArticleNode };

/** The head of a text, each block of it, and each part of a guide: what a remark can be made to, by number. */
export function passagesOf({ title, summary, body }: Text, parts?: GuideParts): string[] {
  const blocks = (body.content ?? []).map((block) => plainOf({ type: 'doc', content: [block] }));
  const lines = parts ? rowsOf(parts).map((row) => `${row.title} ${row.body}`) : [];
  return [`${title} ${summary}`, ...blocks, ...lines].map(wordsOf);
}

/** The number of the first part of a guide, behind the blocks of its text. */
export const firstPartOf = ({ body }: Pick<Text, 'body'>) => 1 + (body.content?.length ?? 0);

/** The words that stand for a passage as a whole: its first ones. */
export const quoteOf = (passage: string): string => cleanLine(firstSigns(passage));

/** The words that somebody chose, as they stand in a passage; null where they do not. */
export function chosenIn(passage: string | undefined, words: string | undefined): string | null {
  const chosen = quoteOf(wordsOf((words ?? '').slice(0, 4 * QUOTE_MAX)));
  return chosen && passage?.includes(chosen) ? chosen : null;
}

/** Of the words of a quote as many have to stand in a passage that was mended; it is looked for among the first thousand. */
const ALIKE = 0.6;
const MENDED_MAX = 1_000;

type Anchor = Pick<Remark, 'passage' | 'quote'>;
type Passages = { words: readonly string[]; sets: readonly ReadonlySet<string>[] };

const setOf = (words: string) => new Set(words.toLowerCase().split(' '));

/**
 * The number of the passage in which a remark stands today: its own while the words are there, else the nearest that holds them, else
 * the one that holds most of them. Null: it is gone.
 */
function placeOf({ passage, quote }: Anchor, { words, sets }: Passages): number | null {
  if (words[passage]?.includes(quote)) return passage;
  const near = (one: number, other: number) => Math.abs(one - passage) - Math.abs(other - passage);
  const [moved] = words.flatMap((each, at) => (each.includes(quote) ? [at] : [])).sort(near);
  if (moved !== undefined) return moved;
  const sought = [...setOf(quote)];
  const [alike] = sets
    .map((there, at) => ({ at, share: sought.filter((word) => there.has(word)).length / sought.length }))
    .filter(({ share }) => share >= ALIKE)
    .sort((one, other) => other.share - one.share || near(one.at, other.at));
  return alike?.at ?? null;
}

/** Remarks by the number of the passage where they stand today; those whose passage is gone apart. */
export function placedIn<Placed extends Anchor>(
  remarks: readonly Placed[],
  words: readonly string[],
): { at: Map<number, Placed[]>; gone: Placed[] } {
  const passages = { words, sets: remarks.length > 0 ? words.slice(0, MENDED_MAX).map(setOf) : [] };
  const at = new Map<number, Placed[]>();
  const gone: Placed[] = [];
  for (const remark of remarks) {
    const place = placeOf(remark, passages);
    if (place === null) gone.push(remark);
    else at.set(place, [...(at.get(place) ?? []), remark]);
  }
  return { at, gone };
}
