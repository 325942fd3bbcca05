import type pg from 'pg';
import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

test.describe.configure({ mode: 'default', timeout: 240_000 });

const SIGN = 'Ký và gửi báo cáo';
const UNDER_WAY = 'Đang lập báo cáo…';

/** The report of the city for the oldest month that it has not signed: nobody else walks there. */
async function oldestUnsigned(database: pg.Client): Promise<string> {
  const [found] = await read<{ path: string }>(
    database,
    `SELECT '/admin/reports/' || u.id || '/' || p.id AS path FROM unit u CROSS JOIN reporting_period p LEFT JOIN report r ON r.unit_id = u.id AND r.period_id = p.id
     WHERE u.level = 'province' AND p.kind = 'month' AND p.ends_on <= app.today() AND coalesce(r.state, 'draft') = 'draft' ORDER BY p.starts_on LIMIT 1`,
  );
  return found?.path ?? '';
}

/** While this holds, no figures are frozen: a signing is under way for as long as somebody looks. */
async function holdSnapshots(database: pg.Client) {
  await database.query('BEGIN');
  await database.query('LOCK TABLE snapshot IN SHARE MODE');
  return { letGo: () => database.query('ROLLBACK') };
}

/** The page once it shows one of these; until then it is opened again, as it does by itself. */
async function comesTo(city: Reader, address: string, words: string | RegExp) {
  await expect(async () => {
    await city.goto(address);
    expect(await city.getByText(words).count()).toBeGreaterThan(0);
  }).toPass({ timeout: 90_000 });
}

test('the city’s report is signed without anybody waiting: the page says how far it is, can stop it, says why it was refused, and at last that it is signed', async ({
  readAs,
  database,
}) => {
  const [city, other] = [await readAs('province'), await readAs('province')];
  const address = await oldestUnsigned(database);
  const sign = async () => {
    await comesTo(city, address, SIGN);
    await city.getByRole('button', { name: SIGN }).click();
  };

  // stopped: nothing is signed
  let held = await holdSnapshots(database);
  await sign();
  await expect(city.getByText(UNDER_WAY)).toBeVisible();
  await expect(city.getByText(/Xong [01] trên 4 bước/)).toBeVisible();
  expect(await city.content()).toContain('http-equiv="refresh"');
  await city.getByRole('button', { name: 'Thôi, chưa ký' }).click();
  await expect(city.getByText('Đã thôi, báo cáo chưa ký.')).toBeVisible();
  await held.letGo();

  // somebody writes the words anew meanwhile: refused, and the page says why whenever it is opened
  await other.goto(address);
  held = await holdSnapshots(database);
  await sign();
  await expect(city.getByText(UNDER_WAY)).toBeVisible();
  await other.getByText('Sửa lời tóm tắt', { exact: true }).first().click();
  await other.getByLabel('Ý kiến thêm').fill('Bổ sung sau khi họp');
  await other.getByRole('button', { name: 'Ghi lời báo cáo' }).click();
  await held.letGo();
  await comesTo(city, address, /Có người vừa sửa báo cáo này/);
  await expect(city.getByText('Chưa ký được')).toBeVisible();

  await sign();
  await comesTo(city, address, 'Đã ký');
  await expect(city.getByText('Ký và gửi', { exact: true })).toHaveCount(1);
  await expect(city.getByRole('button', { name: SIGN })).toHaveCount(0);
});

test('the neighbour and a commune find no report of the city, signed or under way', async ({ readAs, database }) => {
  const address = await oldestUnsigned(database);
  for (const account of ['longhung', 'trainer'] as const)
    expect((await (await readAs(account)).goto(address)).status(), account).toBe(404);
});
