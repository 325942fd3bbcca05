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
