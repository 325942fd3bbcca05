import { createHash } from 'node:crypto';
import { renderToBuffer } from '@react-pdf/renderer';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { extractText } from 'unpdf';
import { expect, test, vi } from 'vitest';
import { unzip } from '@/domain/zip';
import { onPaper, type Paper } from './paper';
import { PaperDocument } from './paper-document';
import { sheetPaper } from './sheet-paper';
import { wordPaper } from './word-paper';

const DEMO = 'Dữ liệu thử nghiệm';
const inWords = (heading: string, share = 1) => ({ field: 'x', heading, measure: 'words' as const, share });
const inNumbers = (heading: string, measure: 'count' | 'percent') => ({ field: 'x', heading, measure, share: 1 });
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
      field: 'do_phu',
      heading: 'I. Độ phủ',
      paragraphs: ['Đến hết 30/11/2026, 13/19 chi hội có Gia đình số gắn với cặp 1+1.'],
      table: onPaper({
        title: 'Độ phủ theo cấp',
        columns: [inWords('Cấp', 3), inNumbers('Đạt', 'count'), inNumbers('Tỷ lệ', 'percent')],
        rows: [
          { key: '1', cells: ['Chi hội', 13, 68.4] },
          { key: '2', cells: ['Tổ phụ nữ ở khu phố: số 5/6 [mới]', 1071, null] },
        ],
      }),
    },
    { field: 'nhan_xet', heading: 'II. Nhận xét', paragraphs: ['Phường quyết tâm đạt 100 % trong năm.'], table: null },
  ],
  closing: 'Trên đây là báo cáo của tháng 11./.',
  recipients: { heading: 'Nơi nhận:', lines: ['- Hội LHPN thành phố;', '- Lưu: VT.'] },
  signature: { heading: 'TM. BAN THƯỜNG VỤ', office: 'CHỦ TỊCH', name: 'Nguyễn Thị Thử', unsigned: '(chưa ký)' },
  source: 'Bản chụp 0197-abcd · sha256 9f86d081884c7d65',
  snapshot: { id: '0197-abcd', sha256: '9f86d081884c7d65' },
  madeOn: '2026-12-03',
  demo: DEMO,
  pageOf: (page, pages) => `Trang ${page}/${pages}`,
  onSheet: (name) => `Bảng ở trang tính “${name}”.`,
  written: (cell) => (typeof cell === 'number' ? cell.toLocaleString('vi-VN') : (cell ?? '–')),
};
const long: Paper = {
  ...paper,
  sections: [
    {
      field: 'xa_phuong',
      heading: 'I. Xã, phường',
      paragraphs: [],
      table: {
        title: 'Các xã, phường',
        columns: [inWords('Xã, phường', 3), inNumbers('Đạt', 'count')],
        rows: Array.from({ length: 95 }, (_, at) => ({ key: String(at), cells: [`Xã thử ${at + 1}`, at] })),
      },
    },
  ],
};
/** Every text that stands on the paper outside its tables. */
const texts = ({ sections, ...rest }: Paper) => [
  ...[rest.above, rest.body, rest.number, ...rest.motto, rest.placeAndDate, rest.title, rest.about, rest.source],
  ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
  ...[rest.closing, rest.recipients.heading, ...rest.recipients.lines, rest.signature.heading, rest.signature.office],
];

const blanks = (text: string) => text.replaceAll(/\s+/g, ' ');
/** The words of each page, as another program reads them. */
const pagesOf = async (pdf: Buffer) => (await extractText(new Uint8Array(pdf))).text.map(blanks);

test('Word: head, text, tables and foot are read back as they were, every Vietnamese letter among them', async () => {
  const { value: html } = await mammoth.convertToHtml({ buffer: await wordPaper(paper) });
  const said = blanks(html.replaceAll(/<[^>]+>/g, '\n').replaceAll('&amp;', '&'));
  for (const text of [...texts(paper), 'Nguyễn Thị Thử', DEMO]) expect(said).toContain(text);
  const cells = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
    cell.replaceAll(/<[^>]+>/g, ''),
  );
  expect(cells).toEqual(expect.arrayContaining(['Cấp', 'Tỷ lệ (%)', 'Chi hội', '13', '68,4', '1.071', '–']));
});

test('Excel: each table is a sheet with numbers as numbers, and each sheet says that it is a demonstration', async () => {
  const book = await readWorkbook(Buffer.from(await sheetPaper(paper)));
  expect(book.map(({ sheet }) => sheet)).toEqual(['0. BÁO CÁO', '1. Độ phủ theo cấp']);
  for (const { data } of book) expect(data.flat()).toContain(DEMO);
  const [words, table] = book.map(({ data }) => data.map((row) => row.filter((cell) => cell !== null)));
  expect(words?.flat()).toEqual(expect.arrayContaining(paper.sections.flatMap((each) => [...each.paragraphs])));
  expect(words?.flat()).toContain('Bảng ở trang tính “1. Độ phủ theo cấp”.');
  expect(table).toEqual(
    expect.arrayContaining([
      ['Chi hội', 13, 68.4],
      ['Tổ phụ nữ ở khu phố: số 5/6 [mới]', 1071],
    ]),
  );
});

test('Excel: what a sheet is, whose, that it is a demonstration and the head of its table stand above each printed page of it', async () => {
  const named = async (of: Paper) => {
    const parts = unzip(Buffer.from(await sheetPaper(of)), () => true, 1e7);
    if (typeof parts === 'string') throw new Error(parts);
    const book = parts.get('xl/workbook.xml')?.toString('utf8') ?? '';
    return [...book.matchAll(/<definedName name="([^"]+)" localSheetId="(\d+)">([^<]+)</g)].map(([, ...told]) => told);
  };
  // the fifth row is the head: three titles and the name of the table stand above it
  expect(await named(paper)).toEqual([
    ['_xlnm.Print_Titles', '0', "'0. BÁO CÁO'!$1:$3"],
    ['_xlnm.Print_Titles', '1', "'1. Độ phủ theo cấp'!$1:$5"],
  ]);
  expect(await named({ ...paper, demo: null })).toEqual([
    ['_xlnm.Print_Titles', '0', "'0. BÁO CÁO'!$1:$2"],
    ['_xlnm.Print_Titles', '1', "'1. Độ phủ theo cấp'!$1:$4"],
  ]);
});

test('PDF: the same words on A4, the mark of a demonstration on every sheet, and rows that are parted by no edge', async () => {
  const pages = await pagesOf(await renderToBuffer(PaperDocument(paper)));
  for (const text of [...texts(paper), 'Nguyễn Thị Thử', 'Tổ phụ nữ ở khu phố: số 5/6 [mới]', '1.071', '68,4'])
    expect(pages.join(' ')).toContain(text);
  const many = await pagesOf(await renderToBuffer(PaperDocument(long)));
  expect(many.length).toBeGreaterThan(2);
  for (const page of many) expect(page).toContain(DEMO);
  expect(many.join(' ')).toContain('Xã thử 95 94');
});

test('PDF: wherever the edge of a page falls in a table, the name of a row and its number stand on one page', async () => {
  const [section] = long.sections;
  for (const lines of [2, 3, 4, 5]) {
    const paragraphs = Array.from({ length: lines }, (_, at) => `Đoạn ${at + 1}.`);
    const sections = section ? [{ ...section, paragraphs }] : [];
    const said = (await pagesOf(await renderToBuffer(PaperDocument({ ...long, sections })))).join(' ');
    for (let row = 1; row <= 95; row++) expect(said, `${lines} lines above`).toContain(`Xã thử ${row} ${row - 1} `);
  }
});

test('PDF: number and sum stand on the page of the signature, and no page ends with a heading or the head of a table, however long it is', async () => {
  const two = (count: number): Paper => {
    const [section] = long.sections;
    const table = section?.table && { ...section.table, rows: section.table.rows.slice(0, count) };
    return { ...paper, sections: section && table ? [{ ...section, table }, ...paper.sections] : [] };
  };
  for (const count of [18, 20, 22, 24, 26, 28, 30, 32]) {
    const pages = await pagesOf(await renderToBuffer(PaperDocument(two(count))));
    expect(pages.find((page) => page.includes(paper.signature.office))).toContain(paper.source);
    for (const page of pages) expect(page).not.toMatch(/(Tỷ lệ \(%\)|I\. Độ phủ|II\. Nhận xét) Trang/);
  }
});

test('PDF: who signed never stands alone: the sentence that ends the text lies on that page, whatever stands before it', async () => {
  const [section] = long.sections;
  for (let count = 14; count <= 34; count += 2) {
    const table = section?.table && { ...section.table, rows: section.table.rows.slice(0, count) };
    for (const after of [[], paper.sections.slice(1)]) {
      const sections = section && table ? [{ ...section, table }, ...after] : [];
      const pages = await pagesOf(await renderToBuffer(PaperDocument({ ...paper, sections })));
      expect(
        pages.find((page) => page.includes(paper.signature.office)),
        `${count} rows`,
      ).toContain(`${paper.closing} Nơi nhận:`);
    }
  }
});

test('Word: all from the sentence that ends the text to who signed is kept with what follows, and that sentence is in no table', async () => {
  for (const of of [paper, long]) {
    const parts = unzip(await wordPaper(of), () => true, 1e7);
    const document = typeof parts === 'string' ? '' : (parts.get('word/document.xml')?.toString('utf8') ?? '');
    const [before = '', after = ''] = document.split(`>${paper.closing}<`);
    expect(before.split('<w:tbl>').length).toBe(before.split('</w:tbl>').length);
    const own = before.slice(before.lastIndexOf('<w:p>'));
    const loose = [own, ...[...after.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([text]) => text)]
      .filter((text) => !/<w:keepNext\/>/.test(text))
      .map((text) => text.replaceAll(/<[^>]+>/g, ''));
    expect(loose).toEqual([paper.source]);
    // the sum lies in a row of the same table as who signed
    expect(after.slice(after.indexOf(paper.signature.office), after.indexOf(paper.source))).not.toContain('</w:tbl>');
  }
});

test('Word: who signed never has a page alone: two rows of a table before, or the last paragraph, are kept with what follows', async () => {
  const partsOf = async (of: Paper, part: RegExp) => {
    const parts = unzip(await wordPaper(of), () => true, 1e7);
    const document = typeof parts === 'string' ? '' : (parts.get('word/document.xml')?.toString('utf8') ?? '');
    return [...document.matchAll(part)].map(([text]) => text);
  };
  const rows = (await partsOf(long, /<w:tr>.*?<\/w:tr>/gs)).filter((row) => row.includes('Xã thử'));
  const kept = rows.map((row) => row.split('<w:keepNext/>').length - 1);
  expect(kept).toEqual([...Array(93).fill(0), 2, 2]);
  const lines = (await partsOf(paper, /<w:p>.*?<\/w:p>/gs)).filter((line) => line.includes('Phường quyết tâm'));
  expect(lines).toEqual([expect.stringContaining('<w:keepNext/>')]);
});

test('whoever makes a file again on another day makes the same one, byte for byte; one of another day is another', async () => {
  const ways = { docx: wordPaper, xlsx: sheetPaper, pdf: (of: Paper) => renderToBuffer(PaperDocument(of)) };
  const made = async (of: Paper) => {
    const files = await Promise.all(Object.values(ways).map((write) => write(of)));
    return files.map((file) => createHash('sha256').update(file).digest('hex'));
  };
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-03T09:00:00Z') });
  const first = await made(paper);
  vi.setSystemTime(new Date('2027-05-06T23:59:58Z'));
  expect(await made(paper)).toEqual(first);
  for (const [at, hash] of (await made({ ...paper, madeOn: '2026-12-04' })).entries()) expect(hash).not.toBe(first[at]);
  vi.useRealTimers();
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
