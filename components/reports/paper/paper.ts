import type { Day } from '@/domain/days/day';
import type { SectionField } from '@/domain/reports/templates/fields';
import type { ToldCell, ToldTable } from '../tables/told-table';

export type PaperSection = {
  field: SectionField;
  heading: string;
  paragraphs: readonly string[];
  table: ToldTable | null;
};

/**
 * A report as it lies on paper, in the parts of an administrative letter (Decree 30/2020/NĐ-CP, as far as public sources tell). Word, Excel
 * and PDF draw this and nothing else, so that they say the same.
 */
export type Paper = {
  locale: string;
  /** the body above and the body that issues it */
  above: string;
  body: string;
  number: string;
  motto: readonly [string, string];
  placeAndDate: string;
  title: string;
  about: string;
  sections: readonly PaperSection[];
  /** the sentence that ends the text: it lies on the page of who signed, so she never stands alone there */
  closing: string;
  recipients: { heading: string; lines: readonly string[] };
  signature: { heading: string; office: string; name: string | null; unsigned: string };
  /** where it comes from: snapshot and sum, and where to check them */
  source: string;
  /** which figures it was signed with; null of a draft */
  snapshot: { id: string; sha256: string } | null;
  /** the day of the signing: all that a file says of when it was made, so that it is the same whenever it is made */
  madeOn: Day;
  /** that the data are a demonstration; null where they are real */
  demo: string | null;
  pageOf: (page: number, pages: number) => string;
  /** in a workbook: on which sheet the table of a section lies */
  onSheet: (name: string) => string;
  /** writes a number of a table as the language does */
  written: (cell: ToldCell) => string;
};

const inPercent = (words: string) => `${words} (%)`;

/** A table for paper, where a bare number beside counts would be read as one: what is a share says so. */
export const onPaper = (table: ToldTable): ToldTable => ({
  ...table,
  columns: table.columns.map((column) =>
    column.measure === 'percent' ? { ...column, heading: inPercent(column.heading) } : column,
  ),
  rows: table.rows.map((row) => {
    const [name, ...cells] = row.cells;
    return row.measure === 'percent' && typeof name === 'string' ? { ...row, cells: [inPercent(name), ...cells] } : row;
  }),
});
