import { searchKey } from '@/domain/texts/clean-text';
import type { ColumnField, SheetColumns } from '../import';

/** Headings of lists of members, without marks, capitals and signs; those of our own exports in both languages among them. */
const HEADINGS: Record<ColumnField | 'ordinal', string> = {
  fullName: 'ho va ten, ho ten, ho ten hoi vien, ho va ten hoi vien, ten hoi vien, ho va ten chi, full name, name',
  surname: 'ho dem, ho, ho va dem, ho lot, ho va ten dem, ho ten dem, ho va chu lot, surname',
  givenName: 'ten, given name',
  birth:
    'nam sinh, ngay sinh, sinh nam, sinh ngay, ngay thang nam sinh, ngay thang sinh, ns, year of birth, birth year, date of birth, born',
  phone:
    'sdt, so dt, dt, dien thoai, so dien thoai, dien thoai di dong, di dong, so di dong, sdt lien he, so dien thoai lien he, dtdd, phone, phone number, mobile',
  unit: 'chi hoi to, chi to hoi, chi hoi hoac to, don vi, don vi sinh hoat, noi sinh hoat, unit',
  subAssociation: 'chi hoi, chi hoi phu nu, khu pho, ap, khu pho ap, ap khu pho, thon, sub association',
  group: 'to, to phu nu, to hoi, to hoi phu nu, group',
  address:
    'dia chi, noi o, cho o, noi o hien nay, cho o hien nay, dia chi thuong tru, thuong tru, noi thuong tru, address',
  joinedOn:
    'ngay vao hoi, nam vao hoi, vao hoi, ngay ket nap, ngay thang nam vao hoi, thoi gian vao hoi, joined, joined on, date joined',
  kind: 'loai hoi vien, loai, doi tuong hoi vien, phan loai hoi vien, member kind, kind of member',
  // what our own exports say besides: it counts rows or repeats what is known
  ordinal:
    'stt, tt, so tt, so thu tu, no, number, xa phuong, commune or ward, du lieu minh hoa, demonstration data, ly do, reason',
};

const FIELD_OF = new Map(
  Object.entries(HEADINGS).flatMap(([field, words]) =>
    words.split(', ').map((word) => [word, field as ColumnField | 'ordinal'] as const),
  ),
);

const IDENTITY = /\b(cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|ho chieu|id card|identity|passport)\b/;

/** A heading without marks, capitals, remarks in brackets and signs: "Họ  và tên (*)" → "ho va ten". */
export const headingKey = (text: string): string =>
  searchKey(text.replace(/\([^)]*\)/g, ' ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));

const fieldOf = (heading: string) => FIELD_OF.get(headingKey(heading));
export const isIdentity = (heading: string) => IDENTITY.test(headingKey(heading));

/** Titles above the table ("DANH SÁCH HỘI VIÊN …") are so many rows at most. */
const TITLE_ROWS_MAX = 30;

/** The row that heads the table: the one with the most headings we know; -1 where none has a name among them. */
export function findHeadings(rows: readonly { cells: string[] }[]): { at: number; known: number } {
  let best = { at: -1, known: 0 };
  rows.slice(0, TITLE_ROWS_MAX).forEach(({ cells }, at) => {
    const fields = cells.map(fieldOf);
    const named = fields.some((field) => field === 'fullName' || field === 'givenName');
    const known = fields.filter(Boolean).length;
    if (named && known > best.known) best = { at, known };
  });
  return best;
}

/** The row of headings where none is known: the first with two cells and more, for her to say what they hold. */
export const likelyHeadings = (rows: readonly { cells: string[] }[]): number =>
  rows.slice(0, TITLE_ROWS_MAX).findIndex(({ cells }) => cells.filter(Boolean).length >= 2);

/** Twelve digits as they stand on identity cards, whatever their column is called. */
const IDENTITY_NUMBER = /^0\d{11}$/;

/**
 * The field of each column, by its heading; of two that say the same the first counts. Columns of identity cards are
 * named, to be emptied: by their heading, or as most cells hold such a number.
 */
export function readColumns(
  headings: string[],
  body: readonly { cells: string[] }[],
  headingRow: number,
): SheetColumns & { drop: Set<number> } {
  const found = headings.map(fieldOf);
  const fields: (ColumnField | null)[] = found.map((field, at) =>
    !field || field === 'ordinal' || found.indexOf(field) !== at ? null : field,
  );
  // a lone "Tên" is the whole name
  if (!fields.includes('fullName') && !fields.includes('surname')) {
    const at = fields.indexOf('givenName');
    if (at >= 0) fields[at] = 'fullName';
  }
  const sample = body.slice(0, 200);
  const drop = new Set<number>();
  headings.forEach((heading, at) => {
    const filled = sample.map(({ cells }) => cells[at]?.replace(/[\s'.]/g, '') ?? '').filter(Boolean);
    const numbers = filled.filter((cell) => IDENTITY_NUMBER.test(cell)).length;
    if (isIdentity(heading) || (filled.length > 0 && numbers * 2 > filled.length)) drop.add(at);
  });
  for (const at of drop) fields[at] = null;
  return {
    headings,
    fields,
    ordinals: found.flatMap((field, at) => (field === 'ordinal' ? [at] : [])),
    identity: [...drop].map((at) => headings[at] ?? ''),
    headingRow,
    drop,
  };
}

/** Headings that were not understood and are left out, as the page names them. */
export const unknownColumns = ({ headings, fields, ordinals, identity }: SheetColumns): string[] =>
  headings.filter((heading, at) => heading && !fields[at] && !ordinals.includes(at) && !identity.includes(heading));

/** A sheet without a name column cannot be read. */
export const hasName = ({ fields }: Pick<SheetColumns, 'fields'>) =>
  fields.includes('fullName') || fields.includes('givenName');
