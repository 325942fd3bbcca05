/** A piece of a text, and whether it was looked for. Together the pieces are the text. */
export type Piece = { text: string; found: boolean };

/** Letters of an excerpt, its dots among them. */
export const EXCERPT_MAX = 160;
/** What is read of a text, and how many finds in it are looked at: a hostile one costs no more than a long one. */
const READ_MAX = 2_000;
const FINDS_MAX = 100;
/** Letters that stand in front of the first find. */
const BEFORE = 40;

const folds = new Map<string, string>();

/** One letter without its marks, always as long as it was, so that places in a folded text are places in the text. */
function foldOf(letter: string): string {
  const known = folds.get(letter);
  if (known !== undefined) return known;
  const [base = ''] = letter.toLowerCase().normalize('NFD');
  const folded = base === 'đ' || base === 'ð' ? 'd' : base.length === letter.length ? base : letter;
  if (folds.size < 1_000) folds.set(letter, folded);
  return folded;
}

const folded = (text: string) => text.replace(/[^ -~]|[A-Z]/g, foldOf);

type Find = { from: number; to: number; word: string };

/** Where words of a text begin with one of these, folded words of letters and digits; the whole word is the find. */
function findsIn(text: string, words: readonly string[]): Find[] {
  if (words.length === 0) return [];
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![a-z0-9])(${longestFirst.join('|')})[a-z0-9]*`, 'g');
  const finds: Find[] = [];
  for (const { index, 0: all, 1: word = '' } of folded(text).matchAll(pattern)) {
    if (finds.push({ from: index, to: index + all.length, word }) === FINDS_MAX) break;
  }
  return finds;
}

/** The text in pieces, with its own marks; `words` are folded. No more than 2,000 letters are looked at. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const normal = text.normalize('NFC');
  return cut(normal, findsIn(normal.slice(0, READ_MAX), words), 0, normal.length);
}

function cut(text: string, finds: readonly Find[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (end: number, start: number, found: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), found });
  };
  let at = from;
  for (const find of finds) {
    if (find.from < at || find.to > to) continue;
    add(find.from, at, false);
    add(find.to, find.from, true);
    at = find.to;
  }
  add(to, at, false);
  return pieces;
}

/**
 * At most 160 letters of the text that holds most of the words, around where they stand closest; else the beginning of the first
 * text. Whole words, with dots where it goes on. Only 2,000 letters of each are read.
 */
export function excerptOf(texts: readonly string[], words: readonly string[]): Piece[] {
  const read = texts.map(readOf);
  const best = read
    .map((text) => ({ text, ...densest(findsIn(text, words)) }))
    .reduce((one, other) => (other.held > one.held ? other : one), {
      text: read[0] ?? '',
      finds: [],
      from: 0,
      held: 0,
    });
  return around(best.text, best.finds, best.from);
}

/** A stretch of a text in whole words, with dots where it goes on. */
export function stretchOf(text: string, from: number, length: number): string {
  const to = from + length;
  const start = from > 0 ? wordBefore(text, from, 0) : 0;
  const end = to < text.length ? wordBefore(text, to, start) : text.length;
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

/** A text in one line: a heading or a step that ends without a sign is told apart by a dot. */
const readOf = (text: string) =>
  stretchOf(text, 0, READ_MAX)
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .reduce((all, line) => `${all}${/[\p{L}\p{N}”"»)]$/u.test(all) ? '.' : ''} ${line}`, '')
    .trim();

/** The finds, and where the stretch begins that holds most different words. */
function densest(finds: Find[]): { finds: Find[]; from: number; held: number } {
  const room = EXCERPT_MAX - BEFORE - 2;
  let [from, held] = [0, 0];
  for (const { from: start } of finds) {
    const within = finds.filter((find) => find.from >= start && find.to <= start + room);
    const count = new Set(within.map(({ word }) => word)).size;
    if (count > held) [from, held] = [start, count];
  }
  return { finds, from, held };
}

function around(text: string, finds: readonly Find[], first: number): Piece[] {
  if (text.length <= EXCERPT_MAX) return cut(text, finds, 0, text.length);
  const from = first > BEFORE ? wordAfter(text, Math.min(first - BEFORE, text.length - EXCERPT_MAX + 2), first) : 0;
  const room = from + EXCERPT_MAX - (from > 0 ? 1 : 0);
  const to = room >= text.length ? text.length : wordBefore(text, room - 1, from);
  const pieces = cut(text, finds, from, to);
  return [
    ...(from > 0 ? [{ text: '…', found: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: '…', found: false }] : []),
  ];
}

/** The first beginning of a word from a place on, no further than the find itself. */
function wordAfter(text: string, at: number, find: number): number {
  const blank = text.indexOf(' ', at);
  return blank === -1 || blank >= find ? find : blank + 1;
}

/** The last end of a word before a place; the place itself in one run of letters, yet never within a pair of surrogates. */
function wordBefore(text: string, at: number, from: number): number {
  const blank = text.lastIndexOf(' ', at);
  if (blank > from) return blank;
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at;
}
