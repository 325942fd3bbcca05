import { parseCsvObjects } from 'hucre/csv';
import type { Day } from '@/domain/days/day';
import type { AnyRow } from '@/domain/open-data/reading/rows-queries';
import { STEP } from '@/domain/small-count';
import { type Cell, SENSITIVE } from './cells';
import { guidedId, inTensTold, seatedId } from './published';

/** Fields of numbers that count no persons, or are a seat that anybody may take. Whatever else is a number has to be judged. */
export const NO_PERSONS = new Set(
  'units covered percent tied both_untied family_only pair_only edition done whole in_period session seats'.split(' '),
);
const JUDGED = new Set(['women_guided']);
/** Indicators that count persons: none of them stands in any row, whatever its field is called. */
const OF_PERSONS =
  /^(attendances|people_trained|women_\w+|members\w*|reach_\w+|pairs_active|peer_lesson_(learners|teachers)|priority_\w+)$/;

/** A row as a program has it, whether it came as JSON or as text. */
export type TextRow = Record<string, AnyRow[string] | undefined>;

/** The rows of an answer in CSV, values as text. */
export const rowsOfText = (text: string): TextRow[] =>
  parseCsvObjects<Record<string, string | null>>(text, { header: true, skipEmptyRows: true }).data;

const numberIn = (value: TextRow[string]): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value);
const lastPart = (page: TextRow[string]) =>
  String(page ?? '')
    .split('/')
    .at(-1) ?? '';

/** What rows of communes and sessions tell of persons. A silent commune tells of nobody. */
export function cellsOfRows(rows: readonly TextRow[]): Cell[] {
  return rows.flatMap((row): Cell[] => {
    if ('women_guided' in row && String(row.reports) === 'true') {
      const id = guidedId(lastPart(row.page), String(row.women_guided_by) as Day);
      const told = numberIn(row.women_guided);
      // a number in other steps is told plainly
      return [
        told !== null && told % STEP !== 0 ? { id, least: told, most: told, keeps: SENSITIVE } : inTensTold(id, told),
      ];
    }
    if ('seats' in row && numberIn(row.seats) !== null) {
      const keeps = row.audience === 'priority_groups' ? SENSITIVE : null;
      return [{ id: seatedId(lastPart(row.page)), least: 0, most: numberIn(row.seats), keeps }];
    }
    return [];
  });
}

/** Numbers of rows that nothing here judges; each is to be looked at by somebody. */
export const strangersIn = (rows: readonly TextRow[]): string[] => [
  ...new Set(
    rows.flatMap((row) => [
      ...Object.entries(row)
        .filter(([field, value]) => typeof value === 'number' && !NO_PERSONS.has(field) && !JUDGED.has(field))
        .map(([field]) => field),
      ...(OF_PERSONS.test(String(row.indicator)) ? [String(row.indicator)] : []),
    ]),
  ),
];

/** Everything that a portal tells of persons as open data, of some days, as JSON and as CSV: page by page, as programs read it. */
export async function readOpenData(portal: string, days: readonly Day[]) {
  const cells: Cell[] = [];
  const strangers = new Set<string>();
  let pages = 0;
  const communes = new Set<string>();
  const snapshots = new Set<string>();
  const read = async (asked: string, format: 'json' | 'csv') => {
    let path: string | null = `/api/v1/${asked}${asked.includes('?') ? '&' : '?'}format=${format}&limit=500`;
    while (path !== null) {
      const answer: Response = await fetch(portal + path);
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}.`);
      const rows: TextRow[] = format === 'csv' ? rowsOfText(await answer.text()) : (await answer.json()).data;
      cells.push(...cellsOfRows(rows));
      for (const field of strangersIn(rows)) strangers.add(`${path}: ${field}`);
      for (const { snapshot, commune } of rows) {
        if (snapshot) snapshots.add(String(snapshot));
        if (commune) communes.add(String(commune));
      }
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
      pages += 1;
    }
  };
  const readAll = async (all: readonly string[]) => {
    for (const asked of all) for (const format of ['json', 'csv'] as const) await read(asked, format);
  };
  await readAll(days.map((day) => `communes?day=${day}`));
  await readAll(['sessions?from=2025-08-01', 'indicators', 'coverage', 'snapshots', 'articles']);
  await readAll([...communes].map((commune) => `indicators?commune=${commune}`));
  await readAll([...snapshots].map((id) => `snapshots/${id}`));
  return { cells, strangers: [...strangers], pages };
}
