import type pg from 'pg';
import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const PAGE = '/admin/coverage/next-trainings';

/** The communes of which least is covered, both levels together. */
async function palest(database: pg.Client): Promise<string[]> {
  const rows = await read<{ name: string }>(
    database,
    `SELECT n.name FROM (SELECT commune_id, rank() OVER (ORDER BY sum(covered)::float / sum(units)) AS turn
        FROM app.coverage(app.today()) WHERE reported AND units > 0 GROUP BY 1) c
      JOIN unit_name n ON n.unit_id = c.commune_id AND n.valid_to IS NULL WHERE c.turn = 1`,
  );
  return rows.map(({ name }) => name);
}

test('from the palest commune to a session that is proposed for the ticked units: four clicks', async ({
  signInAs,
  database,
}) => {
  const page = await signInAs('province');
  await page.setViewportSize({ width: 1280, height: 720 });
  const before = await palest(database);
  await page.goto('/admin/coverage?level=group');

  await page.getByRole('link', { name: 'Nơi nên mở lớp' }).click();
  const card = page.getByRole('article').first();
  const name = (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
  // others give the city units and families meanwhile
  const pale = [...before, ...(await palest(database))];
  expect(
    pale.some((each) => name.endsWith(each)),
    `${name} is one of ${pale}`,
  ).toBe(true);
  await expect(card.getByText('đơn vị còn thiếu điều học được')).toBeVisible();
  await expect(card.getByText('8 tuần sau buổi học')).toBeVisible();
  await expect(card.getByText(/từ \d+ lên \d+ trong \d+ đơn vị đạt/)).toBeVisible();
  const ticks = card.locator('input[name=units]:checked');
  expect(await ticks.count()).toBe(8);
  const course = await card.locator('dd').first().textContent();

  await ticks.last().click();
  await expect(ticks).toHaveCount(7);
  await card.getByRole('button', { name: 'Soạn buổi tập huấn' }).click();
  await expect(page.getByLabel('Lời nhắn cho người học')).toHaveValue(/^Mời hội viên: /);
  for (const field of ['day', 'from', 'to', 'seats', 'venueId', 'courseId'])
    expect(await page.locator(`[name=${field}]`).first().inputValue(), field).not.toBe('');
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(page).toHaveURL(/\/admin\/trainings\/[\da-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(course ?? '');
  await expect(page.getByText('Mời hội viên: ')).toBeVisible();
});

test('whoever only reads is offered no form; a head has no such page; an official is told of her own commune alone', async ({
  readAs,
}) => {
  const reader = await readAs('viewer');
  await reader.goto(PAGE);
  await expect(reader.getByRole('article').first()).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Soạn buổi tập huấn' })).toHaveCount(0);

  const head = await readAs('khupho5');
  expect((await head.goto(PAGE))?.status()).toBe(404);

  const official = await readAs('trangdai');
  await official.goto(PAGE);
  for (const name of await official.getByRole('article').getByRole('heading', { level: 2 }).allTextContents())
    expect(name).toBe('Phường Trảng Dài');
});
