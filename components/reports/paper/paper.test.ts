import { renderToBuffer } from '@react-pdf/renderer';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { pagesOf, textOf } from '@/components/ui/print/test-pdf';
import type { Paper } from './paper';
import { PaperDocument } from './paper-document';
import { sheetPaper } from './sheet-paper';
import { wordPaper } from './word-paper';

const DEMO = 'Dữ liệu thử nghiệm';
const paper: Paper = {
  locale: 'vi',
  above: 'HỘI LHPN THÀNH PHỐ ĐỒNG NAI',
  body: 'HỘI LHPN PHƯỜNG LONG HƯNG',
  number: 'Số: …/BC-BTV',
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  placeAndDate: 'Long Hưng, ngày 03 tháng 12 năm 2026',
  title: 'BÁO CÁO',
  about: 'Kết quả phong trào Phụ nữ số tháng 11 năm 2026',
  sections: [
    {
      heading: 'I. Độ phủ',
      paragraphs: ['Đến hết 30/11/2026, 13/19 chi hội có Gia đình số gắn với cặp 1+1.'],
      table: {
        title: 'Độ phủ theo cấp',
        columns: [
          { heading: 'Cấp', share: 3 },
          { heading: 'Đạt', share: 1 },
          { heading: 'Tỷ lệ', share: 1 },
        ],
        rows: [
          ['Chi hội', 13, 68.4],
          ['Tổ phụ nữ ở khu phố: số 5/6 [mới]', 1071, null],
        ],
      },
    },
    { heading: 'II. Nhận xét', paragraphs: ['Phường quyết tâm đạt 100 % trong năm.'], table: null },
  ],
  recipients: { heading: 'Nơi nhận:', lines: ['- Hội LHPN thành phố;', '- Lưu: VT.'] },
  signature: { heading: 'TM. BAN THƯỜNG VỤ', office: 'CHỦ TỊCH', name: 'Nguyễn Thị Thử', unsigned: '(chưa ký)' },
  source: 'Bản chụp 0197-abcd · sha256 9f86d081884c7d65',
  demo: DEMO,
  pageOf: (page, pages) => `Trang ${page}/${pages}`,
  written: (cell) => (typeof cell === 'number' ? cell.toLocaleString('vi-VN') : (cell ?? '–')),
};
const long: Paper = {
  ...paper,
  sections: [
    {
      heading: 'I. Xã, phường',
      paragraphs: [],
      table: {
        title: 'Các xã, phường',
        columns: [
          { heading: 'Xã, phường', share: 3 },
          { heading: 'Đạt', share: 1 },
        ],
        rows: Array.from({ length: 95 }, (_, at) => [`Xã thử ${at + 1}`, at]),
      },
    },
  ],
};
/** Every text that stands on the paper outside its tables. */
const texts = ({ sections, ...rest }: Paper) => [
  ...[rest.above, rest.body, rest.number, ...rest.motto, rest.placeAndDate, rest.title, rest.about, rest.source],
  ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
  ...[rest.recipients.heading, ...rest.recipients.lines, rest.signature.heading, rest.signature.office],
];

const blanks = (text: string) => text.replaceAll(/\s+/g, ' ');

test('Word: head, text, tables and foot are read back as they were, every Vietnamese letter among them', async () => {
  const { value: html } = await mammoth.convertToHtml({ buffer: await wordPaper(paper) });
  const said = blanks(html.replaceAll(/<[^>]+>/g, '\n').replaceAll('&amp;', '&'));
  for (const text of [...texts(paper), 'Nguyễn Thị Thử', DEMO]) expect(said).toContain(text);
  const cells = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
    cell.replaceAll(/<[^>]+>/g, ''),
  );
  expect(cells).toEqual(expect.arrayContaining(['Cấp', 'Chi hội', '13', '68,4', '1.071', '–']));
});

test('Excel: each table is a sheet with numbers as numbers, and each sheet says that it is a demonstration', async () => {
  const book = await readWorkbook(Buffer.from(await sheetPaper(paper)));
  expect(book.map(({ sheet }) => sheet)).toEqual(['0. BÁO CÁO', '1. Độ phủ theo cấp']);
  for (const { data } of book) expect(data.flat()).toContain(DEMO);
  const [words, table] = book.map(({ data }) => data.map((row) => row.filter((cell) => cell !== null)));
  expect(words?.flat()).toEqual(expect.arrayContaining(paper.sections.flatMap((each) => [...each.paragraphs])));
  expect(table).toEqual(
    expect.arrayContaining([
      ['Chi hội', 13, 68.4],
      ['Tổ phụ nữ ở khu phố: số 5/6 [mới]', 1071],
    ]),
  );
});

test('PDF: the same words on A4, the mark of a demonstration on every sheet, and rows that are parted by no edge', async () => {
  const said = textOf(await renderToBuffer(PaperDocument(paper))).join('\n');
  for (const text of ['13/19 chi hội', 'BÁO CÁO', 'Nơi nhận:', 'Nguyễn Thị Thử', '1.071']) expect(said).toContain(text);
  const many = await renderToBuffer(PaperDocument(long));
  expect(pagesOf(many)).toBeGreaterThan(2);
  const marks = textOf(many).filter((text) => text.includes(DEMO)).length;
  expect(marks).toBeGreaterThanOrEqual(pagesOf(many));
});

test('a report that nobody signed bears no name and says so, and real data bear no mark', async () => {
  const draft = { ...paper, demo: null, signature: { ...paper.signature, name: null } };
  const { value } = await mammoth.extractRawText({ buffer: await wordPaper(draft) });
  expect(value).toContain('(chưa ký)');
  expect(value).not.toContain('Nguyễn Thị Thử');
  expect(value).not.toContain(DEMO);
  const book = await readWorkbook(Buffer.from(await sheetPaper(draft)));
  expect(book.flatMap(({ data }) => data.flat())).not.toContain(DEMO);
});
