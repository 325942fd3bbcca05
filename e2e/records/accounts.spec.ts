import { createMember } from '../../test/factories/people';
import { type Made, read, unique } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { Reader } from '../support/reader/reader';
import { openSession } from '../support/stage/session';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

test('a change of language changes the whole page at once: its words, its title and what it tells a screen reader', async ({
  signInAs,
}) => {
  const page = await signInAs('viewer');
  const html = page.locator('html');
  const rail = page.getByRole('navigation').first();
  await page.goto('/admin/coverage');
  await expect(html).toHaveAttribute('lang', 'vi');

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveTitle('Coverage');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(rail).toContainText('Coverage');

  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(page).toHaveTitle('Tỷ lệ bao phủ');
  await expect(html).toHaveAttribute('lang', 'vi');
  await expect(rail).toContainText('Tỷ lệ bao phủ');
  expect(new URL(page.url()).pathname).toBe('/admin/coverage');
});

test('without JavaScript an invitation is made: what is wrong is said and kept, then its link is shown once', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/accounts/new');
  const contact = page.getByLabel('Thư điện tử hoặc số điện thoại');
  await contact.fill('không phải thư');
  await page.getByLabel('Vai trò').selectOption({ label: 'Cán bộ Hội xã, phường' });
  await page.getByLabel('Đơn vị').fill('phường Long Hưng');
  const send = page.getByRole('button', { name: 'Tạo lời mời' });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Chị gõ địa chỉ thư điện tử');
  await expect(contact).toHaveValue('không phải thư');
  await expect(page.getByLabel('Vai trò')).toHaveValue('commune_official');
  const link = page.getByLabel('Đường dẫn để gửi');
  await expect(link).toHaveCount(0);

  await page.getByRole('radio', { name: /^Long Hưng · phường/ }).check();
  await contact.fill(`khong-js${Date.now()}@demo.invalid`);
  await send.click();
  await expect(page.getByRole('status').filter({ hasText: 'Lời mời đã sẵn sàng' })).toBeVisible();
  const address = await link.inputValue();
  expect((await page.goto('/admin/accounts/new')).status()).toBe(200);
  await expect(link).toHaveCount(0);
  expect((await page.goto(address)).status()).toBe(200);
  await expect(page.getByLabel('Đặt mật khẩu')).toBeVisible();
});

test('who has nobody to sign is invited from there: the form has the commune and the role, also after a search, and refuses who may not', async ({
  readAs,
  database,
}) => {
  const [commune] = await read<Made>(database, `SELECT id FROM unit WHERE slug = 'an-vien'`);
  const address = `/admin/accounts/new?unit=${commune?.id}`;
  const page = await readAs('province');
  await page.goto(address);
  const isFilled = async () => {
    await expect(page.getByLabel('Đơn vị')).toHaveValue(/An Viễn/);
    await expect(page.getByLabel('Vai trò')).toHaveValue('commune_official');
  };
  await isFilled();
  await page.getByRole('searchbox').fill('khong-ai-ten-nhu-vay');
  await page.locator('search').getByRole('button', { name: 'Tìm' }).click();
  await isFilled();
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(`an-vien${Date.now()}@demo.invalid`);
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Lời mời đã sẵn sàng' })).toBeVisible();
  const missing = `/admin/accounts/new?unit=${crypto.randomUUID()}`;
  expect((await page.goto(missing)).status()).toBe(404);
  const stranger = await readAs('longhung');
  for (const refused of [address, missing]) expect((await stranger.goto(refused)).status()).toBe(404);
});

test('her own account is marked as no part of the list of accounts', async ({ readAs }) => {
  const page = await readAs('province');
  const entry = page.getByRole('navigation').first().getByRole('link', { name: 'Tài khoản' });
  await page.goto('/admin/accounts/new');
  await expect(entry).toHaveAttribute('aria-current', 'true');
  await page.goto('/admin/accounts/own');
  expect(await entry.getAttribute('aria-current')).toBeNull();
});

/** One more member of Khu phố 1 in Long Hưng, whom no other journey uses. */
async function makeTrainerToBe(database: Parameters<typeof read>[0]): Promise<{ id: string; name: string }> {
  const [unit] = await read<Made>(
    database,
    `SELECT s.unit_id AS id FROM unit_span s JOIN unit c ON c.id = s.commune_id AND c.slug = 'long-hung'
     JOIN unit_name n ON n.unit_id = s.unit_id AND n.name = 'Chi hội Khu phố 1' WHERE s.is_last LIMIT 1`,
  );
  const name = `Lê ${unique()} Dạy`;
  return { ...(await createMember(database, unit ?? { id: '' }, { name })), name };
}

/** Makes an invitation as trainer in Long Hưng on the page that is open, and takes it up. */
async function inviteTrainer(page: Reader, email: string, name: string): Promise<void> {
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(email);
  await page.getByLabel('Vai trò').selectOption({ label: 'Báo cáo viên' });
  await page.getByLabel('Đơn vị').fill('phường Long Hưng');
  const send = page.getByRole('button', { name: 'Tạo lời mời' });
  await send.click();
  await page.getByRole('radio', { name: /^Long Hưng · phường/ }).check();
  await send.click();
  await page.goto(await page.getByLabel('Đường dẫn để gửi').inputValue());
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Đặt mật khẩu').fill('bốn con mèo ngủ trưa');
  await page.getByRole('button', { name: 'Nhận lời mời' }).click();
  await expect(page).toHaveURL(/said=accepted/);
}

/** Puts her on a session of Long Hưng, approved at once, as its official does. */
async function planWith(page: Reader, name: string): Promise<void> {
  const day = new Date(Date.now() + (300 + Math.floor(Math.random() * 350)) * 86_400_000).toISOString().slice(0, 10);
  await page.goto('/admin/trainings/new');
  await page.getByLabel('Khóa').selectOption({ index: 1 });
  await chooseUnit(page, 'Mở cho đơn vị nào', 'Chi hội Khu phố 1');
  await page.getByLabel('Ngày', { exact: true }).fill(day);
  await page.getByLabel('Bắt đầu', { exact: true }).fill('19:10');
  await page.getByLabel('Kết thúc', { exact: true }).fill('19:50');
  await page.getByLabel('Nơi học').selectOption({ index: 1 });
  await page.getByLabel('Số chỗ').fill('20');
  await page.getByLabel(name).check();
  await page.getByLabel('Duyệt luôn').check();
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(page).toHaveURL(/said=/);
}

test('a trainer who was invited without a record is chosen for no session; with hers, without JavaScript, she is, and sees it as her own', async ({
  database,
  baseURL,
  readAs,
}) => {
  const her = await makeTrainerToBe(database);
  const email = `day-${unique().toLowerCase()}@demo.invalid`;
  const page = await readAs('province');
  await page.goto('/admin/accounts/new');
  await inviteTrainer(page, email, her.name);
  const [account = { id: '' }] = await read<Made>(database, `SELECT id FROM account WHERE email = '${email}'`);
  const official = await readAs('longhung');
  await official.goto('/admin/trainings/new');
  await expect(official.getByLabel('Khóa')).toBeVisible();
  await expect(official.getByLabel(her.name)).toHaveCount(0);

  await page.goto(`/admin/accounts/${account.id}`);
  const part = page.locator('#person');
  await expect(part).toContainText('chưa ai xếp chị ấy dạy buổi nào được');
  const search = part.getByRole('searchbox');
  await search.fill(her.name);
  await part.getByRole('button', { name: 'Tìm' }).click();
  await part.getByRole('button', { name: 'Gắn hồ sơ này' }).click();
  await expect(part.getByRole('group', { name: 'Hồ sơ nào là của người này?' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await part.getByRole('radio', { name: her.name }).check();
  await part.getByRole('button', { name: 'Gắn hồ sơ này' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Đã gắn hồ sơ ${her.name}` })).toContainText(
    'chưa đứng lớp buổi sắp tới nào',
  );
  await expect(part.getByRole('link', { name: her.name })).toHaveAttribute('href', `/admin/people/${her.id}`);

  await planWith(official, her.name);
  await page.reload();
  await part.getByRole('button', { name: 'Bỏ gắn hồ sơ' }).click();
  await expect(part.getByRole('alert')).toContainText('còn 1 buổi sắp tới');

  const trainer = await Reader.open(baseURL ?? '', { cookie: await openSession(database, account.id) });
  await trainer.goto('/admin/trainings?own=yes');
  await expect(trainer.getByRole('row').filter({ hasText: '19:10' })).toHaveCount(1);
  await trainer.close();
});

test('an invitation names the record: of several found one is chosen, kept after a refusal, and a second account is refused with whose move it is', async ({
  database,
  readAs,
}) => {
  const her = await makeTrainerToBe(database);
  const page = await readAs('province');
  const sought = `/admin/accounts/new?${new URLSearchParams({ q: her.name })}`;
  await page.goto(sought);
  const record = page.getByRole('radio', { name: her.name });
  await record.check();
  await inviteTrainer(page, `ho-so-${unique().toLowerCase()}@demo.invalid`, her.name);

  await page.goto(sought);
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(`ho-so-${unique().toLowerCase()}@demo.invalid`);
  await page.getByLabel('Vai trò').selectOption({ label: 'Báo cáo viên' });
  await page.getByLabel('Đơn vị').fill('phường Long Hưng');
  await record.check();
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  await page.getByRole('radio', { name: /^Long Hưng · phường/ }).check();
  await expect(record).toBeChecked();
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  await expect(page.getByRole('alert')).toContainText(`đã gắn với tài khoản ${her.name}`);
  await expect(record).toBeChecked();

  const official = await readAs('trangdai');
  expect((await official.goto(`/admin/people/${her.id}`))?.status()).toBe(404);
  expect((await official.goto('/admin/accounts/new'))?.status()).toBe(404);
});

test('what a script may ask of a session holds nothing that opens it', async ({ readAs }) => {
  const page = await readAs('viewer');
  await page.goto('/admin');
  const { cookies } = await page.request.storageState();
  const [hers] = cookies.filter(({ name }) => name.endsWith('next-auth.session-token'));
  expect(hers?.value).toMatch(/^\S{30,}$/);
  const told = await (await page.request.get('/api/auth/session')).text();
  expect(told).toContain('expires');
  expect(told).not.toContain(hers?.value);
});
