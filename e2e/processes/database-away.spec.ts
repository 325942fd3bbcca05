import { type Browser, expect, type Page, test } from '@playwright/test';
import type pg from 'pg';
import { read } from '../../test/factories/write';
import { openWay } from '../../test/servers/cuttable-way';
import { databaseAddress, type Server, startProcess } from '../support/processes/processes';
import { openSession } from '../support/stage/session';
import { openDatabase } from '../support/stage/stage';
import { newPhone } from '../support/stage/trainings';
import { password } from '../support/test';

/**
 * A process of our own beside the portal under test, on its build and database. On the way between answers can be
 * held back, as when the database hangs, or cut, as when it has gone.
 */
test.describe.configure({ mode: 'default', timeout: 90_000 });

/**
 * Milliseconds. A statement ends after five seconds and its connection is cut a second later; as much again is left to a machine
 * that is busy with other things. The portal is back within five, of which it needs two.
 */
const LONGEST = 12_000;
const AT_ONCE = 200;
const BACK_WITHIN = 5_000;
/** Less than anybody waits who asks the database in vain; where the machine is busy, as long as the same took while it was there. */
const NO_WAIT = 4_500;
const CROWD = 60;

let way: Awaited<ReturnType<typeof openWay>>;
let server: Server;
let database: pg.Client;
let cookie: { name: string; value: string };

test.beforeAll(async () => {
  [way, database] = await Promise.all([openWay(databaseAddress()), openDatabase()]);
  server = await startProcess({ DATABASE_URL: way.url, DATABASE_PATIENCE: '1', DEMO: 'on' });
  const [her] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = 'longhung@demo.invalid'`);
  cookie = await openSession(database, her?.id ?? '');
});
test.afterEach(() => way.mend());
test.afterAll(async () => {
  server?.child.kill('SIGKILL');
  way?.close();
  await database?.end();
});

type Asked = { path: string; status: number; took: number; headers: Headers; text: string };

async function ask(path: string, init: RequestInit = {}): Promise<Asked> {
  const began = performance.now();
  const answer = await fetch(`${server.origin}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    ...init,
    headers: { cookie: `${cookie.name}=${cookie.value}`, ...init.headers },
  });
  const text = await answer.text();
  return { path, status: answer.status, took: performance.now() - began, headers: answer.headers, text };
}

/** A search that was asked again is kept like a page. */
const SEARCH = '/tim-kiem?q=long+hung';
/** Addresses that need the database, in each area. */
const NEEDS_IT = [
  '/tim-kiem?q=long+hung&q=asked+as+no+field+does',
  '/tin-tuc?commune=an-vien',
  `/ve/${'a'.repeat(26)}`,
  '/admin',
  '/admin/venues/new',
  '/admin/people/export?format=csv',
  '/admin/venues/01890000-0000-7000-8000-000000000000',
  '/api/attendance/sessions',
  '/api/auth/session',
];

function expectSentence({ path, status, headers, text }: Asked) {
  expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '5']);
  expect(text, path).toContain('Cổng thông tin tạm thời chưa trả lời được');
  expect(text, path).toContain('The portal cannot answer just now');
  expect(text, path).toContain('Dữ liệu minh họa');
  expect([headers.get('set-cookie'), headers.get('location')], path).toEqual([null, null]);
  expect(text, path).not.toMatch(/prisma|invocation|ECONNREFUSED|timeout/i);
}

async function expectBack() {
  await expect(async () => {
    const [ready, admin] = await Promise.all([ask('/readyz'), ask('/admin')]);
    expect([ready.status, admin.status]).toEqual([200, 200]);
  }).toPass({ timeout: BACK_WITHIN, intervals: [250] });
}

/** How it goes away, and public pages that have not been asked for until then. */
for (const [how, take, cold] of [
  ['hangs', () => way.hang(), ['/xa-phuong/an-vien', '/sitemap.xml', '/feed.xml']],
  ['is gone', () => way.cut(), ['/en/communes/an-vien', '/en/feed.xml', '/lich.ics']],
] as const) {
  test(`while the database ${how}, kept pages go on, all others say so in time, and nobody is signed out`, async () => {
    // A process of its own has read none of its pages yet, and that is work too.
    for (const path of ['/', SEARCH, SEARCH, ...NEEDS_IT]) await ask(path);
    const few = await Promise.all(Array.from({ length: CROWD / 6 }, () => ask('/admin')));
    const noWait = Math.max(NO_WAIT, 6 * Math.max(...few.map(({ took }) => took)));
    // what another journey has taken off these pages meanwhile is drawn again: a page is kept when the database goes
    for (const path of ['/', SEARCH]) await ask(path);
    take();
    const asking = Promise.all(['/readyz', ...cold, ...NEEDS_IT].map((path) => ask(path)));
    await expect(async () => {
      for (const { path, status, took } of [await ask('/healthz'), await ask('/'), await ask(SEARCH)]) {
        expect([path, status]).toEqual([path, 200]);
        expect(took, path).toBeLessThan(AT_ONCE);
      }
    }).toPass({ timeout: 20_000 });
    const [ready, ...others] = await asking;
    expect(ready?.status).toBe(503);
    for (const { path, took } of [...others, ...(ready ? [ready] : [])]) expect(took, path).toBeLessThan(LONGEST);
    others.forEach(expectSentence);

    // Known to be away, it keeps nobody waiting: neither those who ask in vain nor those who ask for something else.
    const crowd = await Promise.all([
      ...Array.from({ length: CROWD }, () => ask('/admin')),
      ask('/dang-nhap?asked=1'),
      ask('/healthz'),
      ask('/'),
    ]);
    expect(crowd.map(({ status }) => status)).toEqual([...Array(CROWD).fill(503), 200, 200, 200]);
    for (const { path, took } of crowd) expect(took, path).toBeLessThan(noWait);

    way.mend();
    await expectBack();
    for (const path of [...cold, ...NEEDS_IT]) expect((await ask(path)).status, path).toBeLessThan(500);
  });
}

test('one table that somebody has locked keeps only those waiting who need it', async () => {
  await ask('/admin/courses');
  await database.query('BEGIN; LOCK TABLE venue IN ACCESS EXCLUSIVE MODE');
  const [waiting, other, alive] = await Promise.all([ask('/admin/venues'), ask('/admin/courses'), ask('/healthz')]);
  await database.query('ROLLBACK');
  expectSentence(waiting);
  expect(waiting.took).toBeLessThan(LONGEST);
  expect([other.status, alive.status]).toEqual([200, 200]);
  expect(other.took).toBeLessThan(waiting.took);
  expect(alive.took).toBeLessThan(waiting.took / 2);
  expect((await ask('/admin/venues')).status).toBe(200);
});

async function signedIn(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: server.origin });
  await context.addCookies([{ ...cookie, url: server.origin }]);
  return context.newPage();
}

async function fillVenue(page: Page, name: string) {
  await page.goto('/admin/venues/new');
  await page.getByLabel('Thuộc đơn vị').fill('Long Hưng');
  await page.getByLabel('Tên', { exact: true }).fill(name);
  await page.getByLabel('Địa chỉ').fill('Số 5, đường <Hoa> "Mai" & Lan');
  await page.getByLabel('Wi-Fi').check();
}
const save = (page: Page) => page.getByRole('button', { name: 'Lưu nơi học' }).click();

test('an official who sends a form meanwhile keeps what she typed, sends it again and is still signed in', async ({
  browser,
}) => {
  const page = await signedIn(browser, true);
  const name = `Nhà văn hóa ${newPhone()}`;
  await fillVenue(page, name);
  way.hang();
  await save(page);
  await expect(page.locator('.problem-box')).toContainText('đang mất liên lạc với cơ sở dữ liệu', { timeout: 15_000 });
  await expect(page.getByLabel('Tên', { exact: true })).toHaveValue(name);
  await expect(page.getByLabel('Địa chỉ')).toHaveValue('Số 5, đường <Hoa> "Mai" & Lan');
  await expect(page.getByLabel('Wi-Fi')).toBeChecked();
  way.mend();
  await expectBack();
  await save(page);
  await expect(page.getByText('Đã thêm nơi học')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
});

test('going on by a link meanwhile leads to the sentence, and from there on again', async ({ browser }) => {
  const page = await signedIn(browser, true);
  await page.goto('/admin/venues');
  way.hang();
  await page.getByRole('link', { name: 'Thêm nơi học' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cổng thông tin tạm thời chưa trả lời được', {
    timeout: 20_000,
  });
  way.mend();
  await expectBack();
  await page.getByRole('link', { name: 'Mở lại trang này' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thêm nơi học');
});

test('so it is without a script: the sentence holds what she typed, and sends it', async ({ browser }) => {
  const page = await signedIn(browser, false);
  const name = `Nhà văn hóa ${newPhone()}`;
  await fillVenue(page, name);
  way.hang();
  await save(page);
  await expect(page.getByText('Những gì chị vừa nhập vẫn còn đây').first()).toBeVisible({ timeout: 15_000 });
  way.mend();
  await expectBack();
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Wi-Fi');
});

test('signing in meanwhile: the name is kept, the password is not repeated to her, no reason stands in the address', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto('/dang-nhap');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('longhung@demo.invalid');
  await page.getByLabel('Mật khẩu').fill(password());
  way.cut();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cổng thông tin tạm thời chưa trả lời được');
  expect(page.url()).not.toMatch(/error|prisma|invocation/i);
  expect(await page.content()).not.toContain(password());
  way.mend();
  await expectBack();
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await page.waitForURL(/\/admin/);
  await expect(page.getByRole('button', { name: 'Đăng xuất' }).first()).toBeAttached();
});

test('a woman who waits for a class meanwhile sends her form again with one tap', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto('/bao-khi-co-lop');
  await page.getByLabel('Tên của chị', { exact: true }).fill('Nguyễn Thị Chờ');
  await page.getByLabel('Số điện thoại', { exact: true }).fill(newPhone());
  await page.getByRole('checkbox').check();
  for (const choice of await page.getByRole('combobox').all()) await choice.selectOption({ index: 1 });
  way.cut();
  await page.getByRole('button', { name: 'Báo tôi khi có lớp' }).click();
  await expect(page.getByText('Những gì chị vừa nhập vẫn còn đây').first()).toBeVisible();
  way.mend();
  await expectBack();
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await expect(page).toHaveURL(/said=noted/);
});
