import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ToldCell, ToldTable } from '../tables/told-table';
import { dated } from './dated';
import type { Paper } from './paper';

/** Excel takes thirty-one letters for the name of a sheet, and none of these. */
const sheetName = (title: string, at: number) => `${at}. ${title.replaceAll(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim();

const line = { style: 'thin' } as const;
const BOX = { top: line, bottom: line, left: line, right: line };
const STRONG: CellStyle = { font: { name: 'Calibri', size: 11, bold: true } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const HEAD: CellStyle = {
  ...STRONG,
  border: BOX,
  alignment: { wrapText: true, horizontal: 'center', vertical: 'center' },
};
const CELL: CellStyle = { border: BOX, alignment: { wrapText: true, vertical: 'top' } };
/** Words beside a number do not touch it. */
const WORDS_CELL: CellStyle = {
  border: BOX,
  alignment: { wrapText: true, vertical: 'top', horizontal: 'left', indent: 1 },
};
/** Thousands apart, and no more after the comma than the number has: whoever reads counts no digits. */
const numberCell = (cell: ToldCell | undefined): CellStyle => ({
  ...CELL,
  numFmt: typeof cell === 'number' && !Number.isInteger(cell) ? '#,##0.0' : '#,##0',
});
/** As wide as a sheet of A4, however many rows it has. */
const onOneWidth = (orientation: 'portrait' | 'landscape') =>
  ({ paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }) as const;
/** What a sheet of A4 takes: a single column that is wider is cut off by what does not shrink it, or has broader letters. */
const WORDS_WIDTH = 72;
const NUMBER_WIDTH = 13;
/** Three lines below a table. */
const SOURCE_HEIGHT = 48;

type Styles = NonNullable<WriteSheet['cells']>;
const styled = (places: readonly (readonly [row: number, column: number, style: CellStyle])[]): Styles =>
  new Map(places.map(([row, column, style]) => [`${row},${column}`, { style }]));

/**
 * A report as a workbook: the first sheet says what it is and what it tells in words, each further one is a table of it, with numbers as
 * numbers. Where the data are a demonstration, every sheet says so.
 */
export async function sheetPaper(paper: Paper): Promise<Uint8Array> {
  const titles = [paper.body, `${paper.title} ${paper.about}`, ...(paper.demo ? [paper.demo] : [])];
  const tables = paper.sections.flatMap(({ table }) => (table ? [table] : []));
  const sheets = tables.map((table, at) => sheetOf(titles, table, at + 1, paper.source));
  const words = wordsOf(paper, titles, tables);
  const written = await writeXlsx({
    properties: { title: `${paper.title} ${paper.about}`, creator: paper.body },
    sheets: [words, ...sheets],
    namedRanges: [
      printedAgain(words.name, titles.length),
      ...sheets.map(({ name, freezePane }) => printedAgain(name, freezePane?.rows ?? 1)),
    ],
  });
  return dated(written, paper.madeOn);
}

/** The first rows of a sheet stand above each page of it: a name as ours is written in quotes, or no program finds its rows. */
const printedAgain = (name: string, rows: number) => ({
  name: '_xlnm.Print_Titles',
  range: `'${name.replaceAll("'", "''")}'!$1:$${rows}`,
  scope: name,
});

function wordsOf(paper: Paper, titles: readonly string[], tables: readonly ToldTable[]): WriteSheet {
  const strong = new Set([...titles, ...paper.sections.map(({ heading }) => heading)]);
  const rows = [
    ...titles,
    paper.placeAndDate,
    ...paper.sections.flatMap(({ heading, paragraphs, table }) => [
      null,
      heading,
      ...paragraphs,
      ...(table ? [paper.onSheet(sheetName(table.title, tables.indexOf(table) + 1))] : []),
    ]),
    null,
    paper.source,
  ].map((text) => (text === null ? [] : [text]));
  return {
    name: sheetName(paper.title, 0),
    columns: [{ width: WORDS_WIDTH, style: WRAPPED }],
    rows,
    cells: styled(
      rows.flatMap(([text], row) =>
        text !== undefined && strong.has(text) ? [[row, 0, { ...WRAPPED, ...STRONG }] as const] : [],
      ),
    ),
    pageSetup: onOneWidth('portrait'),
  };
}

function sheetOf(
  titles: readonly string[],
  { title, columns, rows }: ToldTable,
  at: number,
  source: string,
): WriteSheet {
  const [head, last] = [titles.length + 1, titles.length + rows.length + 3];
  const inTable = [
    columns.map(() => HEAD),
    ...rows.map(({ cells }) =>
      columns.map((column, at) => (column.measure === 'words' ? (at > 0 ? WORDS_CELL : CELL) : numberCell(cells[at]))),
    ),
  ];
  return {
    name: sheetName(title, at),
    columns: columns.map(({ share }) => ({ width: share === 1 ? NUMBER_WIDTH : share * NUMBER_WIDTH })),
    freezePane: { rows: head + 1 },
    rows: [
      ...[...titles, title].map((text) => [text]),
      columns.map(({ heading }) => heading),
      ...rows.map(({ cells }) => [...cells]),
      [],
      [source],
    ],
    cells: styled([
      ...[...titles, title].map((_, row) => [row, 0, STRONG] as const),
      ...inTable.flatMap((styles, row) => styles.map((style, column) => [head + row, column, style] as const)),
      [last, 0, WRAPPED],
    ]),
    merges: [{ startRow: last, startCol: 0, endRow: last, endCol: columns.length - 1 }],
    rowDefs: new Map([[last, { height: SOURCE_HEIGHT }]]),
    pageSetup: onOneWidth('landscape'),
  };
}
