import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { unzip, zipped } from '@/domain/zip';
import { ROWS_MAX } from '../import';
import { findHeadings, readColumns, unknownColumns } from './columns';
import { readSheet } from './sheet-file';

const workbook = async (rows: unknown[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Danh sách', rows: rows as string[][] }] }));
const cellsOf = async (bytes: Buffer) => {
  const read = await readSheet(bytes);
  return read.ok ? read.value.map(({ cells }) => cells) : read.problem;
};
const numbersOf = async (bytes: Buffer) => {
  const read = await readSheet(bytes);
  return read.ok ? read.value.map(({ no }) => no) : read.problem;
};

describe('a workbook', () => {
  test('is read below its title rows, with the numbers its rows have there', async () => {
    const bytes = await workbook([
      ['HỘI LHPN PHƯỜNG LONG HƯNG'],
      ['DANH SÁCH HỘI VIÊN NĂM 2026'],
      [],
      ['STT', 'HỌ VÀ TÊN', 'Năm sinh', 'SĐT'],
      [1, 'Nguyễn Thị Lan', 1980, 912345678],
    ]);
    const read = await readSheet(bytes);
    if (!read.ok) expect.unreachable();
    const at = findHeadings(read.value).at;
    expect(read.value[at]?.no).toBe(4);
    expect(read.value[at + 1]).toEqual({ no: 5, cells: ['1', 'Nguyễn Thị Lan', '1980', '912345678'] });
  });

  test('its days are written as everybody writes them', async () => {
    const bytes = await workbook([
      ['Họ tên', 'Ngày vào Hội'],
      ['Lan', new Date(Date.UTC(2026, 10, 24))],
    ]);
    expect((await cellsOf(bytes))[1]).toEqual(['Lan', '24/11/2026']);
  });
});

describe('a text file', () => {
  const text = 'Họ và tên;Năm sinh\nĐỗ Thị Hòa;1980\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['letters with loose marks', Buffer.from(text.normalize('NFD'))],
    ['the line Excel puts first', Buffer.from(`sep=;\n${text}`)],
  ])('in %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([
      ['Họ và tên', 'Năm sinh'],
      ['Đỗ Thị Hòa', '1980'],
    ]);
  });

  test('in Windows-1258, as Vietnamese Excel saved it for years', async () => {
    // "Họ tên;Năm sinh": in this code page the dot below is a sign of its own behind its vowel
    const bytes = Buffer.from([
      0x48, 0x6f, 0xf2, 0x20, 0x74, 0xea, 0x6e, 0x3b, 0x4e, 0xe3, 0x6d, 0x20, 0x73, 0x69, 0x6e, 0x68,
    ]);
    expect((await cellsOf(bytes))[0]).toEqual(['Họ tên', 'Năm sinh']);
  });
});

describe('columns', () => {
  const read = (headings: string[], ...body: string[][]) =>
    readColumns(
      headings,
      body.map((cells) => ({ cells })),
      1,
    );

  test('are known by their headings, however these are written', () => {
    const headings = [
      'STT',
      'Họ đệm',
      'TÊN',
      'Ngày, tháng, năm sinh',
      'Số ĐT (nếu có)',
      'Chi hội/Tổ',
      'Địa chỉ'.normalize('NFD'),
    ];
    expect(read(headings).fields).toEqual([null, 'surname', 'givenName', 'birth', 'phone', 'unit', 'address']);
    expect(read(['Full name', 'Year of birth', 'Phone', 'Sub-association', 'Group', 'Joined']).fields).toEqual([
      'fullName',
      'birth',
      'phone',
      'subAssociation',
      'group',
      'joinedOn',
    ]);
  });

  test('nobody understood are named; of identity cards only the heading is known', () => {
    const columns = read(['Họ tên', 'Số CCCD', 'Ghi chú', 'Giấy tờ'], ['Lan', '079180000001', 'x', '079180000001']);
    expect(unknownColumns(columns)).toEqual(['Ghi chú']);
    expect(columns.identity).toEqual(['Số CCCD', 'Giấy tờ']);
    expect([...columns.drop]).toEqual([1, 3]);
  });
});

describe('what is no sheet is refused in words, within two seconds of work', () => {
  const soon = async (bytes: Buffer) => {
    const started = process.cpuUsage();
    const answer = await numbersOf(bytes);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(2000);
    return answer;
  };
  const sheetXml = (rows: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const parts = (xml: string) =>
    new Map([
      [
        'xl/workbook.xml',
        Buffer.from('<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      ],
      ['xl/worksheets/sheet1.xml', Buffer.from(xml)],
    ]);
  /** A part packed well, with the size it promises. */
  const bomb = (size: number, promised: number) => {
    const packed = deflateRawSync(Buffer.alloc(size, 0x20), { level: 9 });
    const zip = Buffer.from(
      zipped(
        new Map([
          ['xl/worksheets/sheet1.xml', packed],
          ['xl/workbook.xml', Buffer.from('x')],
        ]),
      ),
    );
    for (const [mark, method, full] of [
      [0x04034b50, 8, 22],
      [0x02014b50, 10, 24],
    ] as const) {
      const at = zip.indexOf(Buffer.from([mark & 0xff, (mark >> 8) & 0xff, (mark >> 16) & 0xff, mark >>> 24]));
      zip.writeUInt16LE(8, at + method);
      zip.writeUInt32LE(promised, at + full);
    }
    return zip;
  };

  test('an old Excel file or a PDF with another name', async () => {
    expect(await soon(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe('file-old-excel');
    expect(await soon(Buffer.from('%PDF-1.7 …'))).toBe('file-pdf');
    expect(await soon(Buffer.from('PK\x03\x04 cut off'))).toBe('file-unreadable');
    expect(await soon(Buffer.from([1, 0, 2, 0, 3]))).toBe('file-unreadable');
    expect(await soon(Buffer.from('\n\n'))).toBe('file-empty');
  });

  test('a bomb that says how large it is', async () => {
    expect(await soon(bomb(200 * 1024 * 1024, 200 * 1024 * 1024))).toBe('file-inflates');
  });

  test('a bomb that does not', async () => {
    expect(await soon(bomb(200 * 1024 * 1024, 1000))).toBe('file-inflates');
  });

  test('parts that together promise more than fits, also where only one of them is asked for', () => {
    const zip = zipped(new Map(['a', 'b'].map((name) => [name, Buffer.alloc(60)])));
    const onlyA = (name: string) => name === 'a';
    expect(unzip(zip, onlyA, 119)).toBe('file-inflates');
    expect(unzip(zip, onlyA, 120)).toEqual(new Map([['a', Buffer.alloc(60)]]));
  });

  test('a directory of thousands of parts', async () => {
    const many = new Map(Array.from({ length: 2000 }, (_, at) => [`part${at}`, Buffer.from('x')] as const));
    expect(await soon(zipped(many))).toBe('file-unreadable');
  });

  test('too many rows, in a workbook or in text', async () => {
    const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';
    expect(await soon(zipped(parts(sheetXml(row.repeat(ROWS_MAX * 4 + 10)))))).toBe('file-too-many-rows');
    expect(await soon(Buffer.from('a;b\n'.repeat(ROWS_MAX + 10)))).toBe('file-too-many-rows');
  });

  test('two cells in far corners', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await soon(zipped(parts(sheetXml(corner))))).toBe('file-too-wide');
  });

  test('entities that multiply', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(await soon(zipped(parts(laughs + sheetXml('<row/>'))))).toBe('file-unreadable');
  });
});
