import { parseCsvObjects } from 'hucre/csv';
import type { Count, Level, Place } from './figure';
import { CITY, counts, filedWord } from './figure';
import { countOf } from './indicators';
import type { FigureTold, Statement } from './statement';

/** A row as a program has it, whether it came as JSON or as text. */
type Row = Record<string, string | number | boolean | null | undefined>;

const rowsOf = (body: string): Row[] =>
  body.startsWith('{')
    ? (JSON.parse(body) as { data: Row[] }).data
    : parseCsvObjects<Record<string, string | null>>(body, { header: true, skipEmptyRows: true }).data;

const word = (value: Row[string]) => (value === null || value === undefined ? '' : String(value));
const number = (value: Row[string]): number | null => (word(value) === '' ? null : Number(value));
const placeOf = (row: Row, places: readonly Place[]) => places.find(({ code }) => code === word(row.commune))?.slug;

/** The columns in which a row of coverage counts, and what each counts. */
const columns: Record<Count, string> = {
  covered: 'covered',
  bothUntied: 'both_untied',
  familyOnly: 'family_only',
  pairOnly: 'pair_only',
};

/** The coverage of each commune of a day, as programs read it. */
export const openStatements = (body: string, places: readonly Place[]): FigureTold[] =>
  rowsOf(body).flatMap((row) => {
    const place = placeOf(row, places);
    if (!place) return [];
    const told = { place, level: word(row.level) as Level, units: number(row.units) };
    return counts.map((count): FigureTold => {
      const covered = number(row[columns[count]]);
      return count === 'covered'
        ? { ...told, count, covered, percent: number(row.percent), state: word(row.state) }
        : { ...told, count, covered };
    });
  });

/** Every public indicator of one place of a day, as programs read it. */
export const openIndicatorStatements = (body: string, place: string): Statement[] =>
  rowsOf(body).map((row): Statement => {
    const code = word(row.indicator);
    const [known, state] = [countOf(code), word(row.figure_state)];
    if (!known) return { code, place, value: state === 'known' ? word(row.done) : state };
    if (state !== 'known') return { place, ...known, percent: null, state: state === 'nothing' ? 'no_units' : state };
    return { place, ...known, covered: number(row.done), units: number(row.whole), percent: number(row.percent) };
  });

/** Which communes of a day do not report, as programs read it. */
export const openSilentStatements = (body: string, places: readonly Place[]): FigureTold[] =>
  rowsOf(body).flatMap((row) => {
    const place = placeOf(row, places);
    return place && word(row.reports) === 'false' ? [{ place, level: 'group', covered: null, percent: null }] : [];
  });

/** The sums of all that was filed and can be cited. */
export const filedSumStatements = (body: string): Statement[] =>
  rowsOf(body).map((row) => ({ filed: word(row.snapshot), what: 'sha256', value: word(row.sha256) }));

/** What one snapshot says of each place, as programs read it. */
export const filedStatements = (body: string, snapshot: string): Statement[] =>
  rowsOf(body).map((row) => ({
    filed: snapshot,
    what: `${word(row.commune) || CITY} ${word(row.indicator)}`,
    value: filedWord(word(row.figure_state), number(row.done), number(row.whole)),
  }));
