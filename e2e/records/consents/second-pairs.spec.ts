import { read } from '../../../test/factories/write';
import { expect } from '../../support/reader/expect';
import { membersOf, type Woman } from '../../support/stage/members';
import { openDatabase } from '../../support/stage/stage';
import { test } from '../../support/test';

test.setTimeout(300_000);

/** Members of the other end of Khu phố 5, for journeys of their own. */
async function memberOf(at: number): Promise<Woman> {
  const woman = (await membersOf('long-hung', 'Chi hội Khu phố 5'))[at];
  if (!woman) throw new Error('Khu phố 5 has too few members');
  return woman;
}

const trailOf = async (action: string, requestId: string) => {
  const database = await openDatabase();
  const rows = await read<{ email: string }>(
    database,
    `SELECT a.email FROM audit_entry e JOIN account a ON a.id = e.actor_id
     WHERE e.action = '${action}' AND (e.subject_id = '${requestId}' OR e.change->>'requestId' = '${requestId}')`,
  );
  await database.end();
  return rows.map(({ email }) => email);
};

test('a long list is asked for, agreed to on a second phone, taken once, and stands in both trails', async ({
  readAs,
  signInAs,
}) => {
  // where no other journey brings members in meanwhile: another number of them is another list
  const page = await readAs('trangdai');
  const list = '/admin/people/export?format=csv&kind=member';
  await page.goto(list);
  await expect(page).toHaveURL(/\/admin\/second-pairs\?said=asked/);
  const asked = page.locator('#asked li[id]').filter({ hasText: 'Xuất danh sách có tên nhiều người' }).first();
  const requestId = ((await asked.getAttribute('id')) ?? '').replace('request-', '');
  await expect(page.locator('#waiting').getByRole('button', { name: 'Đồng ý', exact: true })).toHaveCount(0);

  const phone = await signInAs('province');
  await phone.setViewportSize({ width: 360, height: 800 });
  await phone.goto('/admin');
  await expect(phone.getByText(/[Vv]iệc cần hai người.* chờ chị đồng ý/).first()).toBeVisible();
  await phone.goto('/admin/second-pairs');
  // hers, and not another one that waits beside it
  const request = phone.locator('#waiting').locator(`#request-${requestId}`);
  await expect(request.getByText('Số người')).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await request.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await phone.waitForURL(/said=agreed-list/);
  await expect(phone.getByText('Đã đồng ý, chưa có gì ra ngoài.')).toBeVisible();
  // who asked reads on her first page that the file is hers to take now, and where
  await page.goto('/admin');
  await expect(page.getByText('chị xin đã được đồng ý').first()).toBeVisible();
  await page.goto('/admin/second-pairs');
  await expect(page.locator('#asked').getByText('tệp chưa ra ngoài').first()).toBeVisible();

  const taken = await page.request.get(list);
  expect(taken.headers()['content-disposition']).toContain('hoi-vien-');
  expect((await taken.text()).split('\n').length).toBeGreaterThan(200);
  expect(await trailOf('agreeAsSecond', requestId)).toEqual(['province@demo.invalid']);
  expect(await trailOf('exportPeople', requestId)).toEqual(['trangdai@demo.invalid']);
  await page.goto('/admin');
  await expect(page.getByText('chị xin đã được đồng ý')).toHaveCount(0);
  // once: the next one is asked for anew
  await page.goto(list);
  await expect(page).toHaveURL(/said=asked/);
});

test('an erasure that is refused, or of a record that changed meanwhile, is not done, and the asker reads why', async ({
  readAs,
}) => {
  const [page, second] = [await readAs('longhung'), await readAs('province')];
  const her = await memberOf(2);
  const ask = async () => {
    await page.goto(`/admin/people/${her.id}/own-data`);
    await page.getByLabel('Vì sao xóa').selectOption({ label: 'Hội viên yêu cầu xóa' });
    await page.getByLabel('Gõ đúng họ tên của hội viên để xác nhận').fill(her.name);
    await page.getByRole('button', { name: 'Xóa hẳn dữ liệu của hội viên này' }).click();
    await expect(page).toHaveURL(/said=asked/);
    await second.goto('/admin/second-pairs');
    return second.locator('#waiting li').filter({ hasText: her.name });
  };
  const first = await ask();
  await first.locator('summary').filter({ hasText: 'Từ chối' }).click();
  await first.getByLabel('Lý do').fill('Chị ấy nói chưa yêu cầu');
  await first.getByRole('button', { name: 'Từ chối' }).click();
  await expect(second).toHaveURL(/said=refused/);
  await page.goto('/admin/second-pairs');
  await expect(page.locator('#asked').getByText('Chị ấy nói chưa yêu cầu').first()).toBeVisible();

  const again = await ask();
  const database = await openDatabase();
  await database.query('UPDATE person SET birth_year = birth_year WHERE id = $1', [her.id]);
  await database.end();
  await again.getByRole('button', { name: 'Đồng ý, làm ngay' }).click();
  await expect(second.getByText('Nội dung đã đổi từ lúc xin, nên không làm gì cả.').first()).toBeVisible();
  expect((await page.request.get(`/admin/people/${her.id}/own-data`)).status()).toBe(200);
  // who is not of that place finds nothing of it
  const neighbour = await readAs('trangdai');
  await neighbour.goto('/admin/second-pairs');
  await expect(neighbour.locator('#waiting').getByText(her.name)).toHaveCount(0);
  expect((await (await readAs('trainer')).request.get('/admin/second-pairs')).status()).toBe(404);
});

test('the province makes a rule stricter at once, and looser only with a second person', async ({ readAs }) => {
  const page = await readAs('province');
  await page.goto('/admin/second-pairs');
  const rule = () => page.locator('#rules li').filter({ hasText: 'Rút lại một lần nhập nhiều hồ sơ' });
  const change = async (count: string) => {
    await page.goto('/admin/second-pairs');
    await rule().locator('summary').filter({ hasText: 'Đổi' }).click();
    await rule().getByLabel('Từ bao nhiêu trở lên').fill(count);
    await rule().getByLabel('Lý do').fill('Họp ban thường vụ');
    await rule().getByRole('button', { name: 'Đổi' }).click();
  };
  await change('40');
  await expect(page).toHaveURL(/said=ruled/);
  await expect(rule().getByText('Từ 40 trở lên cần hai người')).toBeVisible();
  await change('51');
  await expect(page).toHaveURL(/said=asked/);
  await expect(rule().getByText('Từ 40 trở lên cần hai người')).toBeVisible();
  const administrator = await readAs('admin');
  await administrator.goto('/admin/second-pairs');
  const request = administrator.locator('#waiting li').filter({ hasText: 'Nới quy định hai người' }).first();
  await request.getByRole('button', { name: 'Đồng ý, làm ngay' }).click();
  await expect(administrator).toHaveURL(/said=done/);
  await page.goto('/admin/second-pairs');
  await expect(rule().getByText('Từ 51 trở lên cần hai người')).toBeVisible();
  // a commune's official reads the rules and changes none
  const official = await readAs('longhung');
  await official.goto('/admin/second-pairs');
  await expect(official.locator('#rules').getByText('Từ 51 trở lên cần hai người')).toBeVisible();
  await expect(official.locator('#rules').getByRole('button', { name: 'Đổi' })).toHaveCount(0);
});
