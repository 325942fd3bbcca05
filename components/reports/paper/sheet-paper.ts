import { writeXlsx } from 'hucre/xlsx';
import type { ToldTable } from '../tables/told-table';
import { dated } from './dated';
import type { Paper } from './paper';

/** Excel takes thirty-one letters for the name of a sheet, and none of these. */
const sheetName = (title: string, at: number) => `${at}. ${title.replaceAll(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trim();

/**
 * A report as a workbook: the first sheet says what it is and what it tells in words, each further one is a table of it, with numbers as
 * numbers. Where the data are a demonstration, every sheet says so.
 */
export async function sheetPaper(paper: Paper): Promise<Uint8Array> {
  const titles = [paper.body, `${paper.title} ${paper.about}`, ...(paper.demo ? [paper.demo] : [])];
  const tables = paper.sections.flatMap(({ table }) => (table ? [table] : []));
  const written = await writeXlsx({
    properties: { title: `${paper.title} ${paper.about}`, creator: paper.body },
    sheets: [
      {
        name: sheetName(paper.title, 0),
        columns: [{ width: 110 }],
        rows: [
          ...titles.map((text) => [text]),
          [paper.placeAndDate],
          ...paper.sections.flatMap(({ heading, paragraphs }) => [[], [heading], ...paragraphs.map((text) => [text])]),
          [],
          [paper.source],
        ],
      },
      ...tables.map((table, at) => sheetOf(titles, table, at + 1, paper.source)),
    ],
  });
  return dated(written, paper.madeOn);
}

const sheetOf = (titles: string[], { title, columns, rows }: ToldTable, at: number, source: string) => ({
  name: sheetName(title, at),
  columns: columns.map(({ heading, share }) => ({ width: Math.max(14, heading.length + 2, share * 12) })),
  freezePane: { rows: titles.length + 2 },
  rows: [
    ...titles.map((text) => [text]),
    [title],
    columns.map(({ heading }) => heading),
    ...rows.map(({ cells }) => [...cells]),
    [],
    [source],
  ],
});
