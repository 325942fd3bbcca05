import type { Page } from '@playwright/test';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { makeTaughtSession } from '../support/stage/outcomes';
import { openDatabase } from '../support/stage/stage';
import { test } from '../support/test';

let session: { id: string; names: string[] };
test.beforeAll(async () => {
  const database = await openDatabase();
  session = await makeTaughtSession(database);
  await database.end();
});

test('a phone is handed round: three faces without a script, each answer makes the page new, nothing leads away', async ({
  signInAs,
  browser,
}) => {
  const trainer = await signInAs('trainer');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await trainer.context().storageState(),
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(`/admin/trainings/${session.id}/outcomes/feedback`);
  await page.getByLabel('Muốn nói thêm').fill('Học vui');
  await page.getByRole('button', { name: 'Vui', exact: true }).click();
  await expect(page.getByText('Cảm ơn chị. Mời chị tiếp theo.')).toBeVisible();
  await expect(page.getByLabel('Muốn nói thêm')).toHaveValue('');
  await page.getByRole('button', { name: 'Bình thường' }).click();
  await expect(page.getByText('Cảm ơn chị. Mời chị tiếp theo.')).toBeVisible();
  expect(await page.getByRole('link').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await context.close();
});

async function fillOutcomes(trainer: Page, outcomes: string) {
  await trainer.goto(outcomes);
  await trainer.getByRole('button', { name: 'Các chị chưa ghi: tự làm được' }).first().click();
  await expect(trainer.getByText('Đã lưu kết quả.')).toBeVisible();
  const first = trainer
    .getByRole('group')
    .filter({ hasText: session.names[0] ?? '' })
    .first();
  await expect(first.getByLabel('Tự làm')).toBeChecked();
  await first.getByText('Có người giúp').click();
  await trainer.getByRole('button', { name: 'Lưu kết quả' }).last().click();
  await expect(trainer.getByText('2 chị tự làm được, 1 làm được khi có người giúp').first()).toBeVisible();
  expect(await trainer.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await violationsOf(trainer)).toEqual([]);
}

async function report(trainer: Page, outcomes: string) {
  await trainer.goto(`${outcomes}/report`);
  await trainer.getByLabel('Điều làm tốt').fill('Chị em hỏi nhiều, làm được ngay.');
  await trainer.getByRole('button', { name: 'Gửi báo cáo, khép buổi học' }).click();
  await expect(trainer.getByText('Buổi này đã khép lại')).toBeVisible();
}

/** Issues the certificates of the session; answers with the record of the first one, and its code. */
async function issue(official: Page, outcomes: string) {
  await official.goto(`${outcomes}/certificates`);
  await official.getByRole('button', { name: 'Cấp cho 3 chị' }).click();
  await expect(official.getByText('Đã cấp giấy chứng nhận.')).toBeVisible();
  const href = await official.getByRole('link', { name: 'In giấy chứng nhận' }).getAttribute('href');
  const pdf = await official.request.get(href ?? '');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await violationsOf(official)).toEqual([]);
  await official
    .getByRole('link', { name: session.names[0] ?? '' })
    .first()
    .click();
  await official.waitForURL(/\/admin\/certificates\//);
  const address = new URL(official.url()).pathname;
  const code =
    (await official
      .getByRole('navigation')
      .getByText(/^[0-9A-Z]{4}-/)
      .textContent()) ?? '';
  return { address, code };
}

/** Looks a certificate up by its code, first with a slip, then as it stands on the paper; no page says whose it is. */
async function check(reader: Reader, code: string) {
  await reader.goto('/chung-nhan');
  await reader.getByLabel('Mã trên giấy').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '2' : '0'}`);
  await reader.getByRole('button', { name: 'Tra mã' }).click();
  await expect(reader.getByText('Mã này gõ nhầm một chỗ nào đó.')).toBeVisible();
  await reader.getByLabel('Mã trên giấy').fill(code.toLowerCase());
  await reader.getByRole('button', { name: 'Tra mã' }).click();
  await expect(reader.getByRole('heading', { name: 'có thật và còn hiệu lực' })).toBeVisible();
  expect(await reader.locator('main').textContent()).not.toContain(session.names[0]);
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
}

/** It is revoked, and whoever checks it reads so, in both languages. */
async function revoke(official: Page, reader: Reader) {
  await official.getByLabel('Lý do').fill('Ghi nhầm người');
  await official.getByRole('button', { name: 'Thu hồi giấy này' }).click();
  await expect(official.getByText('Đã thu hồi giấy này.')).toBeVisible();
  await reader.reload();
  await expect(reader.getByText(/^Thu hồi ngày \d\d\/\d\d\/\d{4}/)).toBeVisible();
  await reader.getByRole('link', { name: 'English' }).first().click();
  await expect(reader.getByText(/^Revoked on \d\d\/\d\d\/\d{4}/)).toBeVisible();
  expect((await reader.goto('/chung-nhan/bcdf-bcdf-bcdf-b')).status()).toBe(404);
}

test('on a phone the trainer fills outcomes and reports, the commune issues, everybody checks, and a revoked one says so', async ({
  signInAs,
  readAs,
}) => {
  const outcomes = `/admin/trainings/${session.id}/outcomes`;
  const trainer = await signInAs('trainer');
  await trainer.setViewportSize({ width: 360, height: 740 });
  await fillOutcomes(trainer, outcomes);
  await report(trainer, outcomes);

  const official = await signInAs('longhung');
  const { address, code } = await issue(official, outcomes);
  const reader = await readAs();
  await check(reader, code);

  const neighbour = await readAs('trangdai');
  for (const theirs of [address, outcomes, `${outcomes}/certificates`])
    expect((await neighbour.goto(theirs))?.status(), theirs).toBe(404);

  await revoke(official, reader);
});
