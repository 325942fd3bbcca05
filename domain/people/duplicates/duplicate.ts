import { searchKey } from '@/domain/texts/clean-text';
import { wordsOf } from '../name';

/** Facts of somebody whose record is about to be made: a row of a form or of a file. */
export type PersonDraft = {
  /** the caller's own name for the draft: a row number, an id */
  key: string;
  name: string;
  birthYear?: number | undefined;
  /** what her number is compared by (`printOf`) */
  print?: string | undefined;
};

/** The three facts by which two persons are compared; of the numbers of both their prints, or both as they were typed. */
export type Facts = { name: string; birthYear: number | null; phone: string | null };

/** Why two may be one. Each is a sentence in the words of people. */
export const sameReasons = [
  'same-phone',
  'same-name',
  'turned-name',
  'alike-name',
  'same-year',
  'no-year',
  'year-differs',
  'shares-phone',
] as const;
export type SameReason = (typeof sameReasons)[number];

/** `likely`: ask before saving. `shares-phone`: another woman with the same number, such as a daughter; nothing more. */
export type Likeness = { strength: 'likely' | 'shares-phone'; reasons: SameReason[] };

/** Somebody on record who may be the same, as the viewer may see her. */
export type LikelySame = Likeness & {
  person: { id: string; name: string; birthYear: number | null; unitName: string };
};

/** Two records that may be one; both are kept within the viewer's reach. */
export type LikelyPair = { one: LikelySame['person']; other: LikelySame['person']; reasons: SameReason[] };

/**
 * Whether two may be one person, and why; null when nothing speaks for it. A rule of ours, kept careful, since a
 * wrong "the same" costs more than a second look.
 */
export function likenessOf(one: Facts, other: Facts): Likeness | null {
  const phone = compare(one.phone, other.phone);
  const year = compare(one.birthYear, other.birthYear);
  const name = namesOf(one.name, other.name, year === 'same' && phone === 'same');
  // Two given names are two women: Lan and Hoa, Hoa and Hòa, even of one year with one family's phone.
  if (name === 'other') return phone === 'same' ? { strength: 'shares-phone', reasons: ['shares-phone'] } : null;
  // A name needs the same phone or year; where the year is missing, no phone may speak against it.
  const likely = phone === 'same' || year === 'same' || (year === 'unknown' && phone === 'unknown');
  if (!likely) return null;
  const ofYear = ({ same: 'same-year', unknown: 'no-year', differs: 'year-differs' } as const)[year];
  return { strength: 'likely', reasons: [...(phone === 'same' ? (['same-phone'] as const) : []), name, ofYear] };
}

type Compared = 'same' | 'differs' | 'unknown';

const compare = (one: unknown, other: unknown): Compared =>
  one == null || other == null ? 'unknown' : one === other ? 'same' : 'differs';

function namesOf(one: string, other: string, allElseSame: boolean) {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.join(' ') === b.join(' ')) return 'same-name';
  if (turned(a, b)) return 'turned-name';
  // nearly the same name counts only with the same year and phone
  return allElseSame && alikeNames(a, b) ? 'alike-name' : 'other';
}

/** The same words begun elsewhere ("Hòa Đỗ Thị", "Thị Hòa Đỗ") or written backwards ("Hòa Thị Đỗ"); not any other order: Lan Anh is not Anh Lan. */
function turned(a: string[], b: string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const wanted = b.join(' ');
  if ([...a].reverse().join(' ') === wanted) return true;
  return a.some((_, at) => [...a.slice(at), ...a.slice(0, at)].join(' ') === wanted);
}

const LETTERS_MIN = 4;

/**
 * Whether names of three words share given name and surname but for one slip: "Thị" left out, one letter of a longer
 * middle name, or all marks ("Do Thi Hoa"), where more than the given name lost them.
 */
export function alikeNames(a: string[], b: string[]): boolean {
  if (Math.max(a.length, b.length) < 3) return false;
  if (withoutMarks(a, b) || withoutMarks(b, a)) return true;
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1) || a.at(-1) === 'thị') return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < long.length) {
    const rest = long.filter((word, at) => word !== 'thị' || at === 0);
    return rest.length === short.length && rest.join(' ') === short.join(' ');
  }
  // "thị" behind the surname tells the order of the words; without it a differing word might be the given name
  if (a[1] !== 'thị' || b[1] !== 'thị') return false;
  const differing = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ''] as const]));
  const [only] = differing;
  return differing.length === 1 && only !== undefined && oneLetterApart(...only);
}

/** One of them carries no mark at all, and leaving the marks out is all that differs, of more than the given name. */
function withoutMarks(plain: string[], marked: string[]): boolean {
  const [written, bare] = [plain.join(' '), marked.join(' ')];
  if (plain.length !== marked.length || searchKey(written) !== written || searchKey(bare) !== written) return false;
  // in a turned name any word may be the given one: at least two must have lost their marks
  return plain.filter((word, at) => word !== marked[at]).length >= 2;
}

/**
 * One letter changed, left out or too many, in words of four letters and more; marks do not count. Not the first letter:
 * Hương and Phương, Thanh and Khanh are names of their own.
 */
function oneLetterApart(one: string, other: string): boolean {
  const [a, b] = [searchKey(one), searchKey(other)];
  if (Math.min(a.length, b.length) < LETTERS_MIN || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length === b.length) return restA.slice(1) === restB.slice(1);
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
