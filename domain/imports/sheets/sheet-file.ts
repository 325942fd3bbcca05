import { streamXlsxRows } from 'hucre/xlsx';
import { ok, problem, type Result } from '@/domain/result';
import { unzip, type ZipProblem, zipped } from '@/domain/zip';
import { COLUMNS_MAX, INFLATED_BYTES_MAX, ROWS_MAX } from '../import';
import { findHeadings } from './columns';
import { readText } from './sheet-csv';
import { type SheetRow, textRow } from './sheet-text';

export type FileProblem =
  | ZipProblem
  | 'file-old-excel'
  | 'file-pdf'
  | 'file-too-many-rows'
  | 'file-too-wide'
  | 'file-empty';
type Read = Result<SheetRow[], FileProblem>;

/**
 * The rows of a sheet, whatever it is: .xlsx, or text with commas, semicolons or tabs in UTF-8, UTF-16 or Windows-1258.
 * What it is, its first bytes say, not its name.
 */
export async function readSheet(bytes: Buffer): Promise<Read> {
  const start = bytes.subarray(0, 8).toString('latin1');
  if (start.startsWith('\xd0\xcf\x11\xe0')) return problem('file-old-excel');
  if (start.startsWith('%PDF')) return problem('file-pdf');
  const read = start.startsWith('PK') ? await readWorkbook(bytes) : readText(bytes);
  if (!read.ok) return read;
  if (read.value.length > ROWS_MAX + 1) return problem('file-too-many-rows');
  if (read.value.some(({ cells }) => cells.length > COLUMNS_MAX)) return problem('file-too-wide');
  return read.value.length > 0 ? read : problem('file-empty');
}

const SHEETS_MAX = 10;
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

async function readWorkbook(bytes: Buffer): Promise<Read> {
  const parts = unzip(bytes, (name) => WANTED.test(name), INFLATED_BYTES_MAX);
  if (typeof parts === 'string') return problem(parts);
  const workbook = [...parts].find(([name]) => /^xl\/workbook\.xml$/i.test(name))?.[1];
  if (!workbook) return problem('file-unreadable');
  for (const [name, part] of parts) {
    // entities and document types have no place in a workbook; what tries them is not read
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) return problem('file-unreadable');
    const refused = /worksheets\//i.test(name) ? refusalOfSheet(part.toString('latin1')) : null;
    if (refused) return problem(refused);
  }
  const sheets = Math.min(SHEETS_MAX, workbook.toString('latin1').split(/<(?:\w+:)?sheet /).length - 1);
  const clean = zipped(parts);
  let first: SheetRow[] = [];
  try {
    for (let sheet = 0; sheet < sheets; sheet++) {
      const rows = await rowsOfSheet(clean, sheet);
      if (findHeadings(rows).at >= 0) return ok(rows);
      if (first.length === 0) first = rows;
    }
  } catch {
    return problem('file-unreadable');
  }
  return ok(first);
}

async function rowsOfSheet(workbook: Buffer, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of streamXlsxRows(workbook, { sheet })) {
    const cells = textRow(row.values);
    if (cells.length > 0) rows.push({ no: row.index + 1, cells });
    if (rows.length > ROWS_MAX + 1) break;
  }
  return rows;
}

/** Rows and columns counted before anything is built of them: two far corners would ask for a sheet of a billion cells. */
function refusalOfSheet(xml: string): FileProblem | null {
  if (/\br=["'][A-Z]{3,}\d/.test(xml)) return 'file-too-wide';
  let rows = 0;
  for (let at = xml.indexOf('<row'); at >= 0; at = xml.indexOf('<row', at + 4)) {
    const next = xml[at + 4];
    // blank rows that carry nothing but their height are often thousands
    if ((next === ' ' || next === '>') && ++rows > ROWS_MAX * 4) return 'file-too-many-rows';
  }
  return null;
}
