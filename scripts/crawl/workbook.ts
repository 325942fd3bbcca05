import { createRequire } from 'node:module';
import { levels } from './figure';
import { countOf } from './indicators';
import { numberIn, tidy, type Words } from './reading';
import type { FigureTold, Statement } from './statement';

type Cells = readonly (string | number | boolean | null)[];
const require = createRequire(import.meta.url);
type Read = (book: Buffer) => Promise<readonly { data: readonly Cells[] }[] | readonly Cells[]>;
/** Another library than the one that writes our workbooks (MIT); asked for where it is used. */
const load = () => (require('read-excel-file/node') as { default: Read }).default;

/** The sheets of a workbook, as text by rows and columns. */
export async function sheetsOfWorkbook(book: Buffer): Promise<string[][][]> {
  const read = await load()(book);
  const sheets = read.map((sheet) => ('data' in sheet ? sheet.data : null)).filter((rows) => rows !== null);
  return (sheets.length > 0 ? sheets : [read as readonly Cells[]]).map((rows) =>
    rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell)))),
  );
}

/** The first of them. */
export const rowsOfWorkbook = async (book: Buffer): Promise<string[][]> => (await sheetsOfWorkbook(book))[0] ?? [];

/** The matrix of a commune that reports: a row a unit, a group under its sub-association. */
export function matrixBookStatements(rows: readonly string[][], place: string, words: Words): FigureTold[] {
  const said = [words.matrix.tied, words.matrix.untied];
  const units = rows.filter((cells) => cells.some((cell) => said.includes(cell)));
  return levels.map((level): FigureTold => {
    const those = units.filter(([, group = '']) => (group !== '') === (level === 'group'));
    const covered = those.filter((cells) => cells.includes(words.matrix.tied)).length;
    return those.length === 0
      ? { place, level, units: null, covered: null, state: 'no_units' }
      : { place, level, units: those.length, covered };
  });
}

/** The table of an indicator: the place and its parts by their names; read of the place alone. */
export function indicatorBookStatements(rows: readonly string[][], code: string, place: string): Statement[] {
  const known = countOf(code);
  const whole = rows.find((cells) => cells.length >= 4 && numberIn(cells[1] ?? '') !== null);
  if (!known || !whole) return [];
  return [
    {
      place,
      ...known,
      covered: numberIn(whole[1] ?? ''),
      units: numberIn(whole[2] ?? ''),
      percent: Number(tidy(whole[3] ?? '')),
    },
  ];
}
