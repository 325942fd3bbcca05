import { expect, type Page } from '@playwright/test';
import { extractText } from 'unpdf';
import { read } from '../../test/factories/write';
import { test } from '../support/test';

/** Sheets of A4 that the open page prints; each is a page of the file. */
const sheetsOf = async (page: Page) =>
  (await page.pdf({ format: 'A4' })).toString('latin1').split(/\/Type\s*\/Page\b/).length - 1;

test('a commune on paper has each of its sub-associations and the number to call; the city, with every commune, is eight sheets at most', async ({
  page,
}) => {
  await page.goto('/xa-phuong/long-hung');
  const all = Number(/\d+/.exec((await page.getByText(/^Xem cả \d+ chi hội$/).textContent()) ?? '')?.[0]);
  expect(all).toBeGreaterThan(10);
  const number = page.locator('#ask').getByRole('link', { name: /^Gọi / });
  expect(await page.getByRole('rowheader').count()).toBeLessThan(all);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('rowheader')).toHaveCount(all);
  await expect(number).toBeVisible();
  await expect(page.getByRole('link', { name: 'Báo cho tôi khi có lớp ở đây' })).not.toBeVisible();

  await page.emulateMedia({ media: null });
  for (const path of ['/do-phu', '/en/coverage?level=group']) {
    await page.goto(path);
    const sheets = await sheetsOf(page);
    expect(sheets, path).toBeGreaterThan(2);
    expect(sheets, path).toBeLessThanOrEqual(8);
  }
});

test('on paper the two tables of the city have their columns at the same places, and no word runs over another', async ({
  page,
}) => {
  await page.goto('/do-phu');
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-whole-on-paper]')) part.open = true;
  });
  const tables = await page.locator('table.lines').evaluateAll((all) =>
    all.map((table) => ({
      columns: [...table.querySelectorAll('thead th')].map((head) => Math.round(head.getBoundingClientRect().left)),
      over: [...table.querySelectorAll('th, td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
    })),
  );
  expect(tables).toHaveLength(2);
  expect(tables[0]?.columns.length).toBeGreaterThan(6);
  expect(tables[1]?.columns).toEqual(tables[0]?.columns);
  expect(tables.map(({ over }) => over)).toEqual([0, 0]);
});

test('the matrix of a commune on paper begins below what stands before it and has its head on each sheet', async ({
  signInAs,
  database,
}) => {
  const page = await signInAs('longhung');
  const [commune] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE slug = 'long-hung'`);
  await page.goto(`/admin/coverage/${commune?.id}`);
  const rows = await page.locator('.matrix > tbody').count();
  const { text: sheets } = await extractText(new Uint8Array(await page.pdf({ format: 'A4' })));
  const names = sheets.map((sheet) => sheet.match(/Chi hội\s(?!Chi hội)\p{Lu}/gu)?.length ?? 0);
  expect(names[0]).toBeGreaterThan(3);
  expect(names.reduce((sum, count) => sum + count)).toBe(rows);
  for (const sheet of sheets) expect(sheet).toMatch(/Gắn\snhau/);
});

test('a meeting is two sheets of paper at most, for the city and for a commune, and a dark slide prints dark on white', async ({
  signInAs,
}) => {
  for (const account of ['province', 'longhung'] as const) {
    const page = await signInAs(account);
    await page.goto('/admin/coverage/meeting');
    await expect(page.getByRole('heading', { name: 'Ai cần gì' })).toBeVisible();
    const sheets = await sheetsOf(page);
    expect([1, 2], `${account}: ${sheets} sheets`).toContain(sheets);
    await page.goto('/admin/coverage/projector?slide=needs&room=dark');
    const heading = page.getByRole('heading', { level: 1 });
    const light = () => heading.evaluate((part) => Number(/\d+/.exec(getComputedStyle(part).color)?.[0]) > 128);
    expect(await light(), account).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await light(), account).toBe(false);
  }
});
