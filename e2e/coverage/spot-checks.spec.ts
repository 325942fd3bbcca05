import { expect, type Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { ONE_LOOK, soon } from '../support/page/soon';
import { dayFromNow } from '../support/stage/stage';
import { test } from '../support/test';

const LONG_HUNG = 'longhung@demo.invalid';

/** Closes what is under way: one round is at a time. */
async function endRound(province: Page) {
  await province.goto('/admin/spot-checks/new');
  const open = province.getByRole('link', { name: 'Mở đợt ấy' });
  if (!(await open.isVisible())) return;
  await open.click();
  await province.getByText('Kết thúc đợt', { exact: true }).first().click();
  await province.getByRole('button', { name: 'Kết thúc đợt' }).click();
  await expect(province.getByText('Đã kết thúc đợt.')).toBeVisible();
}

test('the city draws from a seed it has committed to, a neighbour sees and answers, the round is closed and its band read', async ({
  page: reader,
  signInAs,
  database,
}) => {
  const province = await signInAs('province');
  await endRound(province);
  await province.goto(`/admin/spot-checks/new?percent=8&lastDay=${dayFromNow(9)}`);
  await expect(province.getByText(/Bốc [\d.]+ đơn vị\./)).toBeVisible();
  await province.getByRole('button', { name: 'Công bố đợt này' }).click();
  await expect(province.getByText('Cho biết khi bốc thăm')).toBeVisible();
  const commitment = (await province.locator('code').first().textContent()) ?? '';
  expect(commitment).toMatch(/^[0-9a-f]{64}$/);
  await reader.goto('/do-phu');
  await soon(reader, () => expect(reader.locator('#spot-checks')).toContainText(commitment, ONE_LOOK));

  await province.getByRole('button', { name: 'Bốc thăm ngay' }).click();
  await expect(province.getByText('Đã bốc thăm và giao từng lượt.')).toBeVisible();
  const round = province.url().replace(/\?.*/, '');
  const [check] = await read<{ id: string; unit_id: string }>(
    database,
    `SELECT k.id, k.unit_id FROM spot_check k JOIN account a ON a.id = k.visitor_id WHERE a.email = '${LONG_HUNG}' AND k.result IS NULL AND k.round_id = '${round.split('/').at(-1)}' ORDER BY k.id LIMIT 1`,
  );
  if (!check) throw new Error('nothing was drawn for Long Hưng to see');

  const visitor = await signInAs('longhung');
  await visitor.setViewportSize({ width: 360, height: 740 });
  await visitor.goto('/admin');
  await expect(visitor.getByText(/ở xã, phường bên cạnh chờ chị đến xem/)).toBeVisible();
  await visitor.goto(`${round}/${check.id}`);
  await visitor.getByText('Chưa đúng như hồ sơ').click();
  await visitor.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await expect(visitor.getByText('Chị chọn chỗ chưa đúng.').first()).toBeVisible();
  await visitor.getByText('Đúng như hồ sơ', { exact: true }).click();
  await visitor.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await expect(visitor.getByText('Đã ghi câu trả lời.')).toBeVisible();
  // the unit itself and the round are not there for her, nor is her check for who was not sent
  expect((await visitor.goto(`/admin/people?unit=${check.unit_id}`))?.ok()).toBe(true);
  await expect(visitor.locator('tbody tr')).toHaveCount(0);
  expect((await visitor.goto(round))?.status()).toBe(404);
  for (const account of ['trangdai', 'khupho5'] as const)
    expect((await (await signInAs(account)).goto(`${round}/${check.id}`))?.status()).toBe(404);

  await province.goto(`${round}?filter=held`);
  await expect(province.getByRole('row').filter({ hasText: 'Dương Thị Ngọc Sương' }).first()).toContainText(
    'Đúng như hồ sơ',
  );
  await endRound(province);
  await province.goto('/admin/coverage');
  await expect(province.getByText(/Trong 100 đơn vị ghi là đạt ở cả thành phố, có lẽ/)).toBeVisible();
  await expect(province.getByText(/Xem được chưa đủ để công bố ra ngoài/)).toBeVisible();
});

test('on a phone, in letters twice as large, the day that a round is called by goes on below before its year', async ({
  signInAs,
  database,
}) => {
  const [round] = await read<{ id: string }>(database, 'SELECT id FROM spot_round ORDER BY id LIMIT 1');
  const province = await signInAs('province');
  await province.setViewportSize({ width: 360, height: 740 });
  await province.goto(`/admin/spot-checks/${round?.id}`);
  const lines = await province.locator('h1').evaluate((heading) => {
    document.documentElement.style.fontSize = '200%';
    const year = Array.from(heading.childNodes).find(({ textContent }) => /^\d{4}/.test(textContent ?? ''));
    const words = document.createRange();
    words.selectNodeContents(year ?? heading);
    return { year: year?.textContent, lines: new Set(Array.from(words.getClientRects()).map(({ top }) => top)).size };
  });
  expect(lines).toEqual({ year: expect.stringMatching(/^\d{4}$/), lines: 1 });
});
