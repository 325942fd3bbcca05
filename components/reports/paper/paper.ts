/** What a cell of a table says; numbers stay numbers in a sheet, and are written as the language writes them elsewhere. */
export type PaperCell = string | number | null;

export type PaperTable = {
  /** names the sheet of a workbook, too */
  title: string;
  /** `share`: of the width, in parts; the first column names the row */
  columns: readonly { heading: string; share: number }[];
  rows: readonly (readonly PaperCell[])[];
};

export type PaperSection = { heading: string; paragraphs: readonly string[]; table: PaperTable | null };

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
  recipients: { heading: string; lines: readonly string[] };
  signature: { heading: string; office: string; name: string | null; unsigned: string };
  /** where it comes from: snapshot and sum, and how to check them */
  source: string;
  /** that the data are a demonstration; null where they are real */
  demo: string | null;
  pageOf: (page: number, pages: number) => string;
  /** writes a number of a table as the language does */
  written: (cell: PaperCell) => string;
};
