import { trendDays } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import type { Level, Place } from '../figure';
import type { Language, Words } from '../reading';
import type { Statement } from '../statement';
import type { Truth } from '../truth';

/** What a crawl goes by. `codes`: the indicators whose own pages it looks at; without them all that it knows. */
export type Known = { truth: Truth; words: Record<Language, Words>; codes?: readonly string[] };
export const isAsked = ({ codes }: Known, code: string): boolean => codes?.includes(code) ?? true;
/** An address that is looked at, the day it tells of, and how its figures are read: of a page, or of a workbook. */
export type Look = { address: string; day: string } & (
  | { read: (body: string) => Statement[] }
  | { readBook: (book: Buffer) => Promise<Statement[]> }
);

export const page = (address: string, day: string | undefined, read: (body: string) => Statement[]): Look => ({
  address,
  day: day ?? '',
  read,
});
export const book = (
  address: string,
  day: string | undefined,
  readBook: (book: Buffer) => Promise<Statement[]>,
): Look => ({
  address,
  day: day ?? '',
  readBook,
});

const MONTHS = 12;
/** The days of the trend that the page of a day draws, oldest first. */
export const trendOf = (day: string) => trendDays(day as Day, MONTHS);

/** So many communes of each day are looked at where all of them tell the same in the same way. */
const SOME = 3;
/** The first communes that tell a figure of a level on a day. */
export const someTelling = ({ of, former }: Truth, level: Level, day: string): readonly Place[] =>
  former.filter(({ slug }) => ['some', 'zero'].includes(of(slug, level, day).state)).slice(0, SOME);
