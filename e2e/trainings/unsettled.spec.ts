import { expect } from '@playwright/test';
import { newId, read, write } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { makeTaughtSession } from '../support/stage/outcomes';
import { test } from '../support/test';

test('a trainer who reports a session with contradictions is led to them first, and from the last one back to her report', async ({
  database,
  signInAs,
}) => {
  const session = await makeTaughtSession(database);
  const device = newId();
  const [account] = await read<{ id: string }>(
    database,
    `SELECT id FROM account WHERE email = 'longhung@demo.invalid'`,
  );
  await write(database, [['device', { id: device, account_id: account?.id ?? '', label: 'Điện thoại khác' }]]);
  await database.query(
    `INSERT INTO attendance_event (device_id, sequence, session_id, enrolment_id, kind, mark, marked_at, marked_by_id, received_at, clock_offset_ms, held_for_review)
     SELECT $1, e.arrival_no, e.session_id, e.id, 'mark', 'absent', now(), $2, now(), 0, false FROM enrolment e WHERE e.session_id = $3 AND e.arrival_no <= 2`,
    [device, account?.id, session.id],
  );
  const page = await signInAs('trainer');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/admin/trainings/${session.id}/outcomes`);
  await expect(page.getByText('2 chị được ghi khác nhau')).toBeVisible();
  await page.getByRole('link', { name: 'Viết báo cáo' }).click();
  await expect(page.getByRole('heading', { name: '2 chị được ghi khác nhau' })).toBeVisible();
  await expect(page.getByLabel('Điều làm tốt')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'Mở sổ để chốt' }).click();
  await page.getByRole('button', { name: 'Chốt: có mặt' }).first().click();
  await expect(page.getByRole('link', { name: 'Còn 1 chị' })).toBeVisible();
  await page.getByRole('button', { name: 'Chốt: có mặt' }).click();
  await page.getByRole('link', { name: 'Viết báo cáo' }).click();
  await page.getByLabel('Điều làm tốt').fill('Ai cũng làm được.');
  await page.getByRole('button', { name: 'Gửi báo cáo, khép buổi học' }).click();
  await expect(page.getByText('Đã ghi báo cáo.')).toBeVisible();
  await expect(page.getByText('3 chị').first()).toBeVisible();
});
