import { formatCsvValue, writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Unveil } from '@/domain/people/phones/phone';
import { shownPhone } from '@/domain/people/phones/phone';
import { localPhone, type SheetFormat } from './export';

/** A value of a sheet. A phone is text wherever it stands. */
export type SheetValue = string | number | null;

export type SheetColumn<Row> = {
  heading: string;
  /** in characters */
  width: number;
  value: (row: Row) => SheetValue;
  kind?: 'phone';
};

type Written<Row> = {
  /** stands above the table: what it is, when and by whom it was taken out */
  titles: readonly string[];
  name: string;
  columns: readonly SheetColumn<Row>[];
  rows: AsyncIterable<Row>;
  /** makes the phones whole: there is no sheet without an entry in the trail */
  unveil: Unveil;
  /** what stands between the columns of text; the comma is for programs */
  dividedBy?: ',' | ';';
};

/** A sheet as a stream of bytes; the rows are read as it is written, never all at once. */
export function writeSheet<Row>(format: SheetFormat, sheet: Written<Row>): ReadableStream<Uint8Array> {
  return format === 'xlsx' ? writeWorkbook(sheet) : writeText(sheet);
}

/** A list that is open to everyone, as CSV: there is no telephone number in it, and so nothing to write down. */
export const writeOpenText = <Row>(
  sheet: Omit<Written<Row>, 'unveil' | 'columns'> & { columns: readonly Omit<SheetColumn<Row>, 'kind'>[] },
): ReadableStream<Uint8Array> =>
  writeText({
    ...sheet,
    unveil: () => {
      throw new Error('An open sheet holds no telephone number.');
    },
  });

/** What Excel takes as the name of a sheet: 31 letters, and none of the signs that it forbids. */
const sheetNameOf = (name: string) =>
  (name.split(/[[\]:*?/\\]/)[0] || name.replace(/[[\]:*?/\\]/g, ' ')).trim().slice(0, 31);

function writeWorkbook<Row>({ name, titles, columns, rows, unveil }: Written<Row>) {
  const lines = linesOf(titles, columns, rows, ({ kind, value }, row) => {
    const said = value(row);
    return kind === 'phone' && said ? localPhone(unveil(String(said))) : said;
  });
  return writeXlsxStream(lines, {
    name: sheetNameOf(name),
    // "@": text stays text, also when somebody writes over it
    columns: columns.map(({ width }) => ({ width, numFmt: '@' })),
    freezePane: { rows: titles.length + 1 },
  });
}

function writeText<Row>({ titles, columns, rows, unveil, dividedBy = ';' }: Written<Row>) {
  const lines = linesOf(titles, columns, rows, ({ kind, value }, row) => {
    const said = value(row);
    if (typeof said !== 'string') return said;
    // 0912 345 678: the blanks keep Excel from reading a number and eating the 0
    return kind === 'phone' ? shownPhone(unveil(said)) : harmless(said);
  });
  // With Vietnamese settings the comma divides decimals, so Excel divides columns by the semicolon; without the mark
  // of UTF-8 it breaks every Vietnamese letter.
  return writeCsvStream(spelled(lines, dividedBy), { delimiter: dividedBy, bom: true, headers: false });
}

/** Where the semicolon divides columns, 61.5 is a text or a day to Excel: there the number is 61,5. */
async function* spelled(lines: AsyncIterable<SheetValue[]>, dividedBy: ',' | ';'): AsyncGenerator<SheetValue[]> {
  const spell = (said: SheetValue) => {
    if (typeof said !== 'number') return said && noFormula(said);
    return dividedBy === ';' ? formatCsvValue(said).replace('.', ',') : said;
  };
  for await (const line of lines) yield line.map(spell);
}

/** What begins like a formula, as text. Numbers are never asked: below zero is no formula. */
const noFormula = (text: string) => formatCsvValue(text, { escapeFormulae: true, quoteStyle: 'none' });

async function* linesOf<Row>(
  titles: readonly string[],
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row>,
  cell: (column: SheetColumn<Row>, row: Row) => SheetValue,
): AsyncGenerator<SheetValue[]> {
  for (const title of titles) yield [title];
  yield columns.map(({ heading }) => heading);
  for await (const row of rows) yield columns.map((column) => cell(column, row));
}

/**
 * "1-2" is the name of a group, no second of January; whole days, 24/11/2026, are meant as days. A sign of a formula is one
 * in its wide form too, for the spreadsheets of East Asia.
 */
const harmless = (text: string) =>
  /^(\d{1,3}\s*[-/.]\s*\d{1,3}$|[\uff1d\uff0b\uff0d\uff20])/.test(text) ? `'${text}` : text;
