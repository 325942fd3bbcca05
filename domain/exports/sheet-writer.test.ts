import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { writeSheet } from './sheet-writer';

async function* one() {
  yield { name: 'Khu phố 5' };
}

async function nameOfSheet(name: string) {
  const columns = [{ heading: 'Nơi', width: 20, value: ({ name: said }: { name: string }) => said }];
  const unveil = () => expect.unreachable();
  const stream = writeSheet('xlsx', { titles: [name], name, columns, rows: one(), unveil });
  const book = await readXlsx(new Uint8Array(await new Response(stream).arrayBuffer()));
  return book.sheets[0]?.name;
}

test('every list goes out as a workbook, whatever signs its title has that Excel forbids in the name of a sheet', async () => {
  for (const language of ['vi', 'en']) {
    const { titles } = JSON.parse(readFileSync(`i18n/messages/${language}/exports.json`, 'utf8'));
    expect(Object.keys(titles).length).toBeGreaterThan(5);
    for (const title of Object.values<string>(titles)) {
      const name = await nameOfSheet(title);
      expect(title.startsWith(name ?? '?'), title).toBe(true);
      expect(name?.length, title).toBeGreaterThan(3);
    }
  }
  expect(await nameOfSheet('Chi hội, tổ: còn thiếu gì')).toBe('Chi hội, tổ');
  expect(await nameOfSheet('[Tổ]')).toBe('Tổ');
});

async function textOf(values: readonly (string | number | null)[], dividedBy: ',' | ';'): Promise<string> {
  const columns = values.map((value, at) => ({ heading: `c${at}`, width: 8, value: () => value }));
  const unveil = () => expect.unreachable();
  const stream = writeSheet('csv', { titles: [], name: 'Tỷ lệ', columns, rows: one(), unveil, dividedBy });
  return (await new Response(stream).text()).trimEnd().split(/\r?\n/).at(-1) ?? '';
}

test('a number has a comma where the semicolon divides columns, and a point where the comma does; only text is kept from being a formula', async () => {
  const values = [61.5, 1_234, -0.5, 0, null, '=1+1', '-2', 'Tổ 1'];
  expect(await textOf(values, ';')).toBe("61,5;1234;-0,5;0;;'=1+1;'-2;Tổ 1");
  expect(await textOf(values, ',')).toBe("61.5,1234,-0.5,0,,'=1+1,'-2,Tổ 1");
});

test('titles and headings are kept from being formulae too', async () => {
  const columns = [{ heading: '=1+1', width: 8, value: () => 1 }];
  const unveil = () => expect.unreachable();
  const stream = writeSheet('csv', { titles: ['-1+2. Tổ'], name: 'Tổ', columns, rows: one(), unveil });
  expect((await new Response(stream).text()).trimEnd().split('\r\n')).toEqual(["'-1+2. Tổ", "'=1+1", '1']);
});

test('a workbook keeps numbers', async () => {
  const columns = [61.5, -7.25].map((value, at) => ({ heading: `c${at}`, width: 8, value: () => value }));
  const unveil = () => expect.unreachable();
  const stream = writeSheet('xlsx', { titles: [], name: 'Tổ', columns, rows: one(), unveil });
  const book = await readXlsx(new Uint8Array(await new Response(stream).arrayBuffer()));
  expect(book.sheets[0]?.rows[1]).toEqual([61.5, -7.25]);
});
