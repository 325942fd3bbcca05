import { diffArrays } from 'diff';

/** A run of words of a paragraph that stayed, went or came. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** What became of a text, paragraph by paragraph: a changed one with its pieces, or how many between stayed as they were. */
export type Changed = { pieces: Piece[] } | { unchanged: number };

/** Words of a text as they were and are: `title` and `summary` are paragraphs like others. */
export type Words = { title: string; summary: string; plain: string };

/** So many paragraphs, then words, may differ: the work grows with their square. What differs by more is another text. */
const PARAGRAPHS_MAX = 300;
const WORDS_MAX = 600;
/** Letters of changed paragraphs that are put before a reader. */
const LETTERS_MAX = 20_000;

/** What changed from one text to another, by paragraphs, then by the words of those that changed; null where it is too much to show. */
export function differenceOf(then: Words, now: Words): Changed[] | null {
  const runs = diffArrays(paragraphsOf(then), paragraphsOf(now), { maxEditLength: PARAGRAPHS_MAX });
  if (!runs) return null;
  const budget = { words: WORDS_MAX, letters: LETTERS_MAX };
  const changes: Changed[] = [];
  for (let at = 0; at < runs.length; at++) {
    const [run, next] = [runs[at], runs[at + 1]];
    if (!run?.removed && !run?.added) {
      changes.push({ unchanged: run?.count ?? 0 });
      continue;
    }
    const pair = run.removed && next?.added ? [run.value, next.value] : run.removed ? [run.value, []] : [[], run.value];
    if (pair[1] === next?.value) at++;
    changes.push(...changedIn(pair[0] ?? [], pair[1] ?? [], budget));
    if (budget.letters < 0) return null;
  }
  return changes;
}

const paragraphsOf = ({ title, summary, plain }: Words) =>
  [title, summary, ...plain.split('\n')].map((line) => line.trim()).filter(Boolean);

type Budget = { words: number; letters: number };

/** Paragraphs that went and came in one place stand for each other in their order. */
function changedIn(went: string[], came: string[], budget: Budget): Changed[] {
  const longest = Math.max(went.length, came.length);
  return Array.from({ length: longest }, (_, at) => {
    const [before = '', after = ''] = [went[at], came[at]];
    budget.letters -= before.length + after.length;
    return { pieces: piecesOf(before, after, budget) };
  });
}

/** Where more words differ than are left to compare, the paragraph goes as a whole, and comes as a whole. */
function piecesOf(before: string, after: string, budget: Budget): Piece[] {
  const whole: Piece[] = [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text);
  if (whole.length < 2 || budget.letters < 0) return whole;
  const runs = diffArrays(wordsOf(before), wordsOf(after), {
    maxEditLength: budget.words,
    comparator: (one, other) => one.trimEnd() === other.trimEnd(),
  });
  if (!runs) budget.words = Math.floor(budget.words / 2);
  if (!runs || runs.every(({ added, removed, value }) => added || removed || !value.join('').trim())) return whole;
  budget.words -= runs.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  return runs.map(({ added, removed, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join(''),
  }));
}

/** Each word with the blank behind it, so that the pieces joined are the paragraph. */
const wordsOf = (paragraph: string) => paragraph.match(/\S+\s*/g) ?? [];
