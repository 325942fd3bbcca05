import type { ArticleKind } from '@/domain/articles/article';
import type { Day } from '@/domain/days/day';
import type { Figure } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import type { Result } from '@/domain/result';
import type { OpenDataProblem, Question } from '../question';

/** A page of rows; `next` is the place in the list at which the page after it begins. Days are those that it tells of. */
export type Told<Row> = {
  rows: Row[];
  next: string | null;
  day: Day | null;
  from: Day | null;
  to: Day | null;
};
export type Telling<Row> = Promise<Result<Told<Row>, OpenDataProblem>>;

/** The addresses of the portal's pages: whoever asks for rows knows them. */
export type PageAddresses = {
  commune: (locale: Locale, slug: string) => string;
  indicator: (locale: Locale, slug: string) => string;
  session: (locale: Locale, slug: string) => string;
  article: (locale: Locale, kind: ArticleKind, slug: string) => string;
};

/** Of rows in the order of their keys, those behind the last one of the page before, and where the next page begins. */
export function behindKey<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { after, limit }: Pick<Question, 'after' | 'limit'>,
): { page: Row[]; next: string | null } {
  const left = after === undefined ? rows : rows.filter((row) => keyOf(row) > after);
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return { page, next: left.length > page.length && last ? keyOf(last) : null };
}

/** By the letters of a code, the same wherever it is sorted. */
export const byKey =
  <Row>(keyOf: (row: Row) => string) =>
  (one: Row, other: Row): number => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  };

/** A figure as open data tell it: where it is not known there is no number. */
export const figureFields = ({ done, whole, percent, state }: Figure) =>
  state === 'known'
    ? { figure_state: state, done, whole, percent }
    : { figure_state: state, done: null, whole: null, percent: null };
