import type { Visitor } from '../stage/stage';
import type { Known } from './ground';
import { sendNamed } from './secrets';

let count = 0;
const LETTERS = 'bcdghklmnprst';

/** Sends a sheet of two members with the hidden number of a sheet, as its official does; the page of that import. */
export async function sentSheet(official: Visitor, { unit }: Known): Promise<string> {
  const word = LETTERS[count++ % LETTERS.length];
  const rows = ['a', 'e'].map((vowel) => `Điểu Thị Tờ ${word}${vowel},1981,0833322211`);
  const buffer = Buffer.from(['Họ và tên,Năm sinh,Số điện thoại', ...rows].join('\n'));
  const sheetFile = { name: 'hoi-vien.csv', mimeType: 'text/csv', buffer };
  const sent = await sendNamed(official, '/admin/imports/new', 'uploadSheet', { unitId: unit, sheetFile });
  if (!sent?.to?.includes('/admin/imports/')) throw new Error(`the sheet was not taken: ${sent?.status} ${sent?.to}`);
  return sent.to.replace(/\?.*/, '');
}
