import { expect, type Page } from '@playwright/test';
import type pg from 'pg';
import { read } from '../../test/factories/write';
import {
  deliveriesOf,
  type HallStage,
  makeHall,
  registerOf,
  say,
  TestPhone,
  takeAlong,
  tile,
} from '../support/stage/hall';
import { openDatabase } from '../support/stage/stage';
import { test } from '../support/test';

let database: pg.Client;
test.beforeAll(async () => {
  database = await openDatabase();
});
test.afterAll(() => database.end());

type Names = [string, string, string, string];

/** Half of the marks on a phone without signal, which is closed and opened again meanwhile; answers with its page. */
async function markOnTheFirst(one: TestPhone, page: Page, stage: HallStage, [a, b, c]: Names) {
  let mine = page;
  await say(mine, a, 'Muộn');
  await say(mine, b, 'Vắng');
  await say(mine, c, 'Có mặt');
  await expect(mine.getByRole('status').filter({ hasText: 'chưa gửi' })).toContainText('3 chưa gửi');
  await one.close();
  mine = await one.open({ signal: false });
  await mine.goto(`/admin/attendance#${stage.session.id}`);
  await expect(tile(mine, a).getByRole('button', { name: 'Muộn' })).toHaveAttribute('aria-pressed', 'true');
  await say(mine, b, 'Có mặt');
  await mine.getByRole('button', { name: /^Còn lại có mặt/ }).click();
  await expect(mine.getByText('31 chưa gửi')).toBeVisible();
  return mine;
}

/** The other half, with somebody who was not on the list. */
async function markOnTheSecond(other: Page, [a, , , d]: Names) {
  await say(other, a, 'Muộn');
  await say(other, d, 'Vắng');
  await other.getByRole('button', { name: 'Người mới' }).click();
  await expect(other.getByLabel('Họ và tên')).toBeFocused();
  await other.keyboard.type('Lê Thị Ghé\n');
  await expect(other.getByRole('button', { name: 'Người mới' })).toBeFocused();
  await other.getByRole('button', { name: /^Còn lại có mặt/ }).click();
  await expect(other.getByText('31 chưa gửi')).toBeVisible();
}

/** Sends what had arrived once more, the last first. */
async function sendAgain(page: Page, sent: unknown[]) {
  for (const data of [...sent].reverse())
    expect((await page.request.post('/api/attendance/deliveries', { data })).status()).toBe(200);
}

async function tryRegister(stage: HallStage, [a, b, c, d]: Names) {
  const register = await registerOf(database, stage.session);
  expect(register).toMatchObject({ [a]: 'late', [b]: 'present', [c]: 'present', [d]: '?', 'Lê Thị Ghé': 'present' });
  expect(Object.values(register).filter((mark) => mark === 'present')).toHaveLength(29);
  const [clock] = await read<{ minutes: number }>(
    database,
    `SELECT max(clock_offset_ms)::int / 60000 AS minutes FROM attendance_event WHERE session_id = '${stage.session.id}'`,
  );
  expect(clock?.minutes).toBe(40);
}

async function settle(other: Page, stage: HallStage, [, , , d]: Names) {
  await other.reload();
  await tile(other, d).getByRole('link', { name: 'Mở sổ để chốt' }).click();
  await other.getByRole('button', { name: 'Chốt: có mặt' }).click();
  await expect(other.getByText('Đã chốt.')).toBeVisible();
  expect((await registerOf(database, stage.session))[d]).toBe('present');
}

test('sixty marks on two phones without signal, one closed and opened again, one with a clock forty minutes slow, make the right register', async ({
  baseURL,
  launchOptions,
}) => {
  const stage = await makeHall(database, 30);
  const [one, two] = [new TestPhone(String(baseURL), launchOptions), new TestPhone(String(baseURL), launchOptions)];
  const first = await one.open();
  const other = await two.open({ clockError: -40 * 60_000 });
  await takeAlong(first, stage.trainer, stage);
  await takeAlong(other, stage.official, stage);
  await one.signal(false);
  await two.signal(false);

  const names = stage.women.slice(0, 4).map(({ name }) => name) as Names;
  const mine = await markOnTheFirst(one, first, stage, names);
  await markOnTheSecond(other, names);

  const deliveries = [deliveriesOf(mine), deliveriesOf(other)] as const;
  await two.signal(true);
  await expect(other.getByText('Mọi lượt đã gửi')).toBeVisible();
  await one.signal(true);
  await expect(mine.getByText('Mọi lượt đã gửi')).toBeVisible();
  await sendAgain(mine, deliveries[0]);
  await sendAgain(other, deliveries[1]);

  await tryRegister(stage, names);
  await settle(other, stage, names);
  await one.close();
  await two.close();
});
