import { nameKey } from '@/domain/people/name';

/** Somebody on record whose name stands in a text and who has not agreed to be named; the place that keeps her record. */
export type NamedPerson = { id: string; name: string; communeName: string };

/** Words of a name that are looked up: with fewer every second text would name somebody. */
const WORDS_MIN = 3;
const WORDS_MAX = 6;
/** So many are looked up: of a text all in capitals the beginning. */
const NAMES_MAX = 600;
/** Written without marks, as in English: each is sought by its letters, which takes longer. */
const UNMARKED_MAX = 8;

/** What may be a name in some words, folded as names of records are: `marked` as it is spelled, `unmarked` without marks at all. */
export type PossibleNames = { marked: string[]; unmarked: string[] };

/** Finds what may be a full name: three to six words that begin with a capital, with nothing but blanks between. */
export function possibleNames(texts: readonly string[]): PossibleNames {
  const runs = texts.flatMap(capitalRuns);
  const found = new Set<string>();
  for (const run of runs) for (const name of namesIn(run)) if (found.size < NAMES_MAX) found.add(nameKey(name));
  const isMarked = (name: string) => /[^\x20-\x7e]/.test(name);
  const names = [...found];
  // what stands by itself is sooner a name than words out of a longer run, as a title is
  const alone = new Set(runs.filter(({ length }) => length <= WORDS_MAX).map((run) => nameKey(run.join(' '))));
  const unmarked = names.filter((name) => !isMarked(name));
  const soonest = [...unmarked.filter((name) => alone.has(name)), ...unmarked.filter((name) => !alone.has(name))];
  return { marked: names, unmarked: soonest.slice(0, UNMARKED_MAX) };
}

/** Words that begin with a capital and follow one another, at most so many as can make the names that are looked up. */
function capitalRuns(text: string): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length >= WORDS_MIN && runs.length < NAMES_MAX) runs.push(run.slice(0, NAMES_MAX));
    run = [];
  };
  for (const [piece] of text.normalize('NFC').matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu))
    if (/^\p{Lu}/u.test(piece)) run.push(piece);
    else if (!/^[ \u00a0]+$/.test(piece)) end();
  end();
  return runs;
}

function* namesIn(run: readonly string[]): Generator<string> {
  for (let from = 0; from + WORDS_MIN <= run.length; from++)
    for (let words = WORDS_MIN; words <= WORDS_MAX && from + words <= run.length; words++)
      yield run.slice(from, from + words).join(' ');
}
