import { type AlertParts, alertRowsOf } from '@/domain/articles/alerts/alert';
import { type ArticleNode, plainOf } from '@/domain/articles/document';
import { easyParagraphs } from '@/domain/articles/easy-read/easy-read';
import { picturesOf, writtenPicture } from '@/domain/articles/pictures/text-picture';
import { type GuideParts, rowsOf } from '@/domain/guides/guide';
import { cleanLine } from '@/domain/texts/clean-text';
import { firstSigns, QUOTE_MAX, type Remark } from './remark';

/** The words of what is remarked to, in one line. */
const wordsOf = (text: string) => cleanLine(text.replace(/\s+/g, ' '));

type Text = {
  title: string;
  summary: string;
  body: ArticleNode;
  easyRead: string | null;
  whatChanged?: string | null;
  lead?: string | null;
};
/** What a guide or an alert says line by line, in the language of the text. */
export type TextLines = { guide?: GuideParts | undefined; alert?: AlertParts | undefined };

/**
 * What a remark can be made to, by number: the head of a text, its blocks, its lines, its easy version, what changed, the picture at its head. A
 * picture is named by its number, not its words.
 */
export function passagesOf(
  { title, summary, body, easyRead, whatChanged, lead }: Text,
  lines: TextLines = {},
): string[] {
  const blocks = (body.content ?? []).map(
    (block) => plainOf({ type: 'doc', content: [block] }) || picturesOf(block).map(writtenPicture).join(' '),
  );
  const changed = whatChanged ? [whatChanged] : [];
  const beside = [...easyParagraphs(easyRead ?? ''), ...changed, ...(lead ? [writtenPicture(lead)] : [])];
  return [`${title} ${summary}`, ...blocks, ...linesOf(lines), ...beside].map(wordsOf);
}

const linesOf = ({ guide, alert }: TextLines): string[] => [
  ...(guide ? rowsOf(guide).map(({ title, body }) => `${title} ${body}`) : []),
  ...(alert ? alertRowsOf(alert).map(({ title, number }) => `${title} ${number ?? ''}`) : []),
];

/** The number of the first line of a guide or an alert, behind the blocks of its text. */
export const firstLineOf = ({ body }: Pick<Text, 'body'>) => 1 + (body.content?.length ?? 0);

/** The number of the first paragraph of an easy version, behind the lines. */
export const firstEasyOf = (text: Pick<Text, 'body'>, lines: TextLines) => firstLineOf(text) + linesOf(lines).length;

/** The number of what changed, behind the easy version. */
export const changedAt = (text: Pick<Text, 'body' | 'easyRead'>, lines: TextLines) =>
  firstEasyOf(text, lines) + easyParagraphs(text.easyRead ?? '').length;

/** The number of the picture at the head, behind all others: it came last, and older remarks keep their numbers. */
export const leadAt = (text: Pick<Text, 'body' | 'easyRead' | 'whatChanged'>, lines: TextLines) =>
  changedAt(text, lines) + (text.whatChanged ? 1 : 0);

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
