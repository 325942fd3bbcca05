import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

/** A laptop, an office PC, a wall. */
const walls = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

test('the whole map with the place one speaks of is on the wall, whatever its height', async ({ signInAs }) => {
  const page = await signInAs('province');
  for (const wall of walls) {
    await page.setViewportSize(wall);
    for (const place of ['long-hung', 'tri-an']) {
      await page.goto(`/admin/coverage/projector?place=${place}`);
      for (const part of ['.honeycomb', '.honeycomb [aria-current]', '.projector-legend', '.projector-places h2']) {
        const box = await page.locator(part).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? Number.NaN), `${part} at ${wall.height}`).toBeLessThanOrEqual(
          wall.height,
        );
      }
    }
  }
});

test('arrow keys lead from slide to slide where there are no places, as the links beside them say', async ({
  signInAs,
}) => {
  const page = await signInAs('province');
  await page.goto('/admin/coverage/projector?slide=changes&room=dark');
  const shown = page.getByRole('navigation', { name: 'Trang chiếu' }).locator('[aria-current]');
  await expect(page.getByRole('link', { name: 'Trang sau →' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveText('Ai cần gì');
  await page.keyboard.press('ArrowLeft');
  await expect(shown).toHaveText('Đã thay đổi gì');
  await page.keyboard.press('ArrowLeft');
  await expect(shown).toHaveText('Bản đồ');
  await expect(page.locator('.projector')).toHaveAttribute('data-room', 'dark');
  await expect(page.getByRole('link', { name: 'Nơi sau →' })).toBeVisible();
});

test('files of a day to come call it a plan, as its page does', async ({ readAs, database }) => {
  const page = await readAs('province');
  const [asked] = await read<{ id: string; on: string; told: string }>(
    database,
    `SELECT u.id, d.day::text AS "on", to_char(d.day, 'DD/MM/YYYY') AS told
     FROM unit u, LATERAL (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 30 AS day) d WHERE u.slug = 'long-hung'`,
  );
  const words = `Theo kế hoạch, đến ${asked?.told}`;
  for (const path of ['/admin/coverage', `/admin/coverage/${asked?.id}`, '/admin/indicators/coverage_group']) {
    await page.goto(`${path}?on=${asked?.on}`);
    await expect(page.locator('main')).toContainText(words);
    expect(await (await page.request.get(`${path}/export?format=csv&on=${asked?.on}`)).text(), path).toContain(words);
  }
});
