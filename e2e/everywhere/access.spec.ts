import { expect } from '../support/reader/expect';
import { signInByForm, test } from '../support/test';

/** Some of the signed-in pages; who may open which is tried in access-matrix.spec.ts. */
const pages = [
  '/admin',
  '/admin/units',
  '/admin/people',
  '/admin/digital-models/new',
  '/admin/trainings',
  '/admin/audit',
];

test('whoever is not signed in is led to sign in, and back to where she wanted to go', async ({ readAs }) => {
  const page = await readAs();
  for (const path of pages) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/dang-nhap/);
    await expect(page.locator('input[name="callbackUrl"]')).toHaveValue(path);
  }
});

test('a record of the neighbour answers exactly as one that does not exist, title included', async ({
  readAs,
  signInAs,
}) => {
  const neighbour = await readAs('trangdai');
  await neighbour.goto('/admin/digital-models');
  const href = await neighbour.locator('main table a[href^="/admin/digital-models/"]').first().getAttribute('href');
  expect(href).toMatch(/^\/admin\/digital-models\/[0-9a-f-]{36}$/);

  // a page of the signed-in area that is not there is drawn by its script
  const page = await signInAs('longhung');
  const answerAt = async (address: string) => {
    const response = await page.goto(address);
    await expect(page.locator('main')).toContainText('Không có trang này');
    return [response?.status(), await page.title(), await page.locator('main').textContent()];
  };
  const theirs = await answerAt(href ?? '');
  expect(await answerAt('/admin/digital-models/00000000-0000-7000-8000-000000000000')).toEqual(theirs);
  expect(theirs.slice(0, 2)).toEqual([404, 'Phụ nữ số Đồng Nai']);
});

test('a wrong password is refused with her name kept, a foreign address to return to is not followed', async ({
  readAs,
}) => {
  const page = await readAs();
  await page.goto('/dang-nhap?callbackUrl=https%3A%2F%2Fevil.example%2F');
  await expect(page.locator('input[name="callbackUrl"]')).toHaveValue('/admin');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('viewer@demo.invalid');
  await page.getByLabel('Mật khẩu').fill('not the password');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('chưa đúng');
  await expect(page.getByLabel('Thư điện tử hoặc số điện thoại')).toHaveValue('viewer@demo.invalid');
});

test('the page to sign in comes at once, its cookie along with it; a browser that takes none is told so', async ({
  playwright,
  baseURL,
}) => {
  // Whoever asks each time from a new one is a browser that takes no cookies.
  const anew = () => playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const page = await (await anew()).get('/dang-nhap', { maxRedirects: 0 });
  expect(page.status()).toBe(200);
  expect(page.headers()['cache-control']).toBe('private, no-store');
  const token = /name="csrfToken"[^>]* value="([0-9a-f]{64})"/.exec(await page.text())?.[1] ?? '';
  expect(page.headers()['set-cookie']).toMatch(new RegExp(`csrf-token=${token}%7C[0-9a-f]{64}; Path=/; HttpOnly`));

  const form = { csrfToken: token, identifier: 'viewer@demo.invalid', password: process.env.DEMO_PASSWORD ?? '' };
  let answer = await (await anew()).post('/api/auth/callback/credentials', { form, maxRedirects: 0 });
  expect(answer.headers()['set-cookie']).not.toContain('session-token');
  for (let to = answer.headers().location; to; to = answer.headers().location)
    answer = await (await anew()).get(to, { maxRedirects: 0 });
  expect(await answer.text()).toContain('chặn cookie');
});

test('who signs in is where she wanted to be; signing out ends the session for a copy of its cookie too', async ({
  page,
  browser,
}) => {
  await signInByForm(page, 'viewer');
  await expect(page).toHaveURL(/\/admin$/);
  const copy = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await copy.newPage();
  await other.goto('/admin');
  await expect(other).toHaveURL(/\/admin$/);
  await page.getByRole('button', { name: 'Đăng xuất' }).first().click();
  await expect(page).toHaveURL(/\/$/);
  await other.goto('/admin');
  await expect(other).toHaveURL(/\/dang-nhap/);
  await copy.close();
});

test('without JavaScript signing in works', async ({ readAs }) => {
  const page = await readAs();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail or phone number').fill('viewer@demo.invalid');
  await page.getByLabel('Password').fill(process.env.DEMO_PASSWORD ?? 'demo-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/admin$/);
});

test('an invited official takes up her invitation once, without JavaScript, and her role can be taken away again', async ({
  readAs,
}) => {
  const province = await readAs('province');
  const email = `moi${Date.now()}@demo.invalid`;
  await province.goto('/admin/accounts/new');
  await province.getByLabel('Thư điện tử hoặc số điện thoại').fill(email);
  await province.getByLabel('Vai trò').selectOption({ label: 'Cán bộ Hội xã, phường' });
  await province.getByLabel('Đơn vị').fill('phường Long Hưng');
  await province.getByRole('button', { name: 'Tạo lời mời' }).click();
  await province.getByRole('radio', { name: /^Long Hưng · phường/ }).check();
  await province.getByRole('button', { name: 'Tạo lời mời' }).click();
  const link = await province.getByLabel('Đường dẫn để gửi').inputValue();

  const invited = await readAs();
  await invited.goto(link);
  await invited.getByLabel('Họ và tên').fill('Lê Thị Mời');
  await invited.getByLabel('Đặt mật khẩu').fill('một câu ngắn dễ nhớ');
  await invited.getByRole('button', { name: 'Nhận lời mời' }).click();
  await expect(invited.getByRole('status')).toContainText('Đã nhận lời mời');
  await invited.getByLabel('Thư điện tử hoặc số điện thoại').fill(email);
  await invited.getByLabel('Mật khẩu').fill('một câu ngắn dễ nhớ');
  await invited.getByRole('button', { name: 'Đăng nhập' }).click();
  expect((await invited.goto('/admin/digital-models'))?.status()).toBe(200);

  await province.goto(`/admin/accounts?q=${email}`);
  await province.getByRole('link', { name: 'Lê Thị Mời' }).click();
  await province.locator('summary', { hasText: 'Thu hồi vai trò' }).click();
  await province.getByLabel('Lý do').first().fill('Chuyển công tác');
  await province.getByRole('button', { name: 'Thu hồi vai trò' }).click();
  await expect(province).toHaveURL(/said=revoked/);
  expect((await invited.goto('/admin/digital-models'))?.status()).toBe(404);
  await invited.goto(link);
  await expect(invited.getByRole('alert')).toContainText('đã dùng');
});
