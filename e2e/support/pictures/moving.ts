import type { Page } from '@playwright/test';
import type pg from 'pg';
import { read } from '../../../test/factories/write';
import { expect } from '../reader/expect';

/** How far its sizes are moves by itself; while somebody writes in a form of the page it waits, and what she types stays. */
export async function movesByItself(page: Page, database: pg.Client): Promise<void> {
  const told = page.getByText(/Đã làm \d+ trong 8 cỡ ảnh/);
  await expect(told).toBeVisible();
  const english = page.getByLabel('Trong ảnh có gì, tiếng Anh');
  await english.fill('Two women');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const made = `SELECT count(*)::int AS made FROM media_size WHERE asset_id = '${id}'`;
  await expect.poll(() => read(database, made), { timeout: 90_000 }).toEqual([{ made: 8 }]);
  await expect(told).toBeVisible();
  await expect(english).toHaveValue('Two women');
  await english.fill('');
  await english.blur();
  await expect(told).toHaveCount(0, { timeout: 20_000 });
}
