import { expect, type Page } from '@playwright/test';
import type pg from 'pg';
import { cameraThatSees } from '../support/page/camera';
import { makeHall, registerOf, say, signInOn, TestPhone, takeAlong, tile } from '../support/stage/hall';
import { choosePlaces, openDatabase, visit } from '../support/stage/stage';
import { test } from '../support/test';

let database: pg.Client;
test.beforeAll(async () => {
  database = await openDatabase();
});
test.afterAll(() => database.end());

const NEXT = '?next';

/** Another worker than the one at its post is installed; it takes over once the page is left. */
const updateApp = (page: Page) =>
  page.evaluate(async (next) => {
    const { scriptURL } = navigator.serviceWorker.controller ?? { scriptURL: '' };
    const registration = await navigator.serviceWorker.register(scriptURL + next, { scope: '/admin/attendance' });
    const worker = registration.installing;
    while (worker && worker.state === 'installing')
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  }, NEXT);

test('signing out with marks not sent warns, seals them from the next one on the phone, and they arrive when she is back, after an update of the app', async ({
  baseURL,
  launchOptions,
}) => {
  const stage = await makeHall(database, 2);
  const [a, b] = stage.women.map(({ name }) => name) as [string, string];
  const phone = new TestPhone(String(baseURL), launchOptions);
  const inTheHall = await phone.open();
  await takeAlong(inTheHall, stage.trainer, stage);
  await phone.signal(false);
  await say(inTheHall, a, 'Có mặt');
  await say(inTheHall, b, 'Muộn');
  await expect(inTheHall.getByText('2 chưa gửi')).toBeVisible();
  // closed: an app that is still open sends as soon as there is signal
  await phone.close();

  const page = await phone.open();
  await page.goto('/admin');
  await page.getByText('Danh mục').click();
  await page.getByRole('button', { name: 'Đăng xuất' }).filter({ visible: true }).click();
  const warning = page.getByRole('dialog', { name: 'Còn 2 lượt điểm danh chưa gửi' });
  await warning.getByRole('button', { name: 'Đăng xuất, để lại trên máy' }).click();
  await expect(page).toHaveURL(`${baseURL}/`);

  await signInOn(page, stage.official);
  await expect(page.getByText('Mọi lượt đã gửi')).toBeVisible();
  await expect(page.getByText('Chưa có danh sách nào trên máy')).toBeVisible();
  expect(Object.values(await registerOf(database, stage.session))).toEqual(['-', '-']);

  await updateApp(page);
  await page.context().clearCookies();
  await signInOn(page, stage.trainer);
  await page.waitForFunction((next) => navigator.serviceWorker.controller?.scriptURL.endsWith(next), NEXT);
  await expect(page.getByText('Mọi lượt đã gửi')).toBeVisible();
  await expect.poll(() => registerOf(database, stage.session)).toEqual({ [a]: 'present', [b]: 'late' });
  await phone.close();
});

test('forty lines of a paper register are typed back by keyboard alone, and a wrong one is said at once', async ({
  page,
}) => {
  const stage = await makeHall(database, 40);
  const address = `/admin/trainings/${stage.session.id}/attendance`;
  await signInOn(page, stage.trainer, `${address}/paper`);
  expect((await page.request.get(`${address}/sheet`)).headers()['content-type']).toBe('application/pdf');
  const field = page.getByLabel('Số dòng và chữ');
  await expect(field).toBeFocused();
  const lines = Array.from({ length: 40 }, (_, at) => `${at + 1}${at % 10 === 9 ? 'v' : at % 7 === 6 ? 'm' : 'c'}\n`);
  // Three minutes, a key a second, which is a slow hand: the forty lines and the Enter that sends them are fewer keys.
  expect(lines.join('').length + 1).toBeLessThan(180);
  for (const line of lines) await page.keyboard.type(line);
  await page.keyboard.type('41 c\n');
  await expect(page.getByText('Trong sổ không có số 41.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Đã gõ 40 dòng')).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type('\n');
  await expect(page.getByText('Đã ghi từ sổ giấy.')).toBeVisible();
  const marks = Object.values(await registerOf(database, stage.session));
  expect(['present', 'late', 'absent'].map((mark) => marks.filter((said) => said === mark).length)).toEqual([31, 5, 4]);
});

test('a ticket held to the camera marks its woman present, also without signal', async ({ baseURL, launchOptions }) => {
  const stage = await makeHall(database, 3);
  const [, woman] = stage.women;
  const camera = cameraThatSees(`https://portal.invalid/ve/${woman?.secret}`);
  const phone = new TestPhone(String(baseURL), { ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] });
  const page = await phone.open();
  await takeAlong(page, stage.trainer, stage);
  await page.waitForFunction(() => caches.match('/admin/attendance/reader').then(Boolean));
  await phone.signal(false);
  await page.reload();
  await page.getByRole('button', { name: 'Quét vé' }).click();
  await expect(page.getByText(`Đã ghi: ${woman?.name}, có mặt.`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tile(page, woman?.name ?? '').getByRole('button', { name: 'Có mặt' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await phone.close();
});

test('to a neighbour, and to a trainer who does not teach it, the register does not exist', async () => {
  const stage = await makeHall(database, 1);
  const address = `/admin/trainings/${stage.session.id}/attendance`;
  const { commune, next } = await choosePlaces(database);
  for (const [role, at] of [
    ['commune_official', next],
    ['trainer', commune],
  ] as const) {
    const { http } = await visit(database, role, at);
    for (const part of ['', '/paper', '/sheet']) expect((await http.get(address + part)).status(), role).toBe(404);
    const phone = await (await http.post('/api/attendance/phone', { data: { known: [] } })).json();
    const { deviceId } = phone;
    const asked = { deviceId, sessionIds: [stage.session.id] };
    expect(await (await http.post('/api/attendance/rosters', { data: asked })).json()).toEqual([]);
    const [woman] = stage.women;
    const taps = [{ sequence: 1, sessionId: stage.session.id, enrolmentId: woman?.id, mark: 'present', markedAt: 1 }];
    const sent = await http.post('/api/attendance/deliveries', { data: { deviceId, clock: 1, taps } });
    expect(await sent.json()).toMatchObject({ safe: [], unknown: [1] });
    const foreign = { data: { known: [] }, headers: { origin: 'https://elsewhere.invalid' } };
    expect((await http.post('/api/attendance/phone', foreign)).status()).toBe(403);
    await http.dispose();
  }
  expect(Object.values(await registerOf(database, stage.session))).toEqual(['-']);
});

test('a woman at the door who is on the list already is hinted at, and twice written down is made one on the register', async ({
  baseURL,
  launchOptions,
}) => {
  const stage = await makeHall(database, 2);
  const [woman = { name: '' }] = stage.women;
  const phone = new TestPhone(String(baseURL), launchOptions);
  const page = await phone.open();
  await takeAlong(page, stage.trainer, stage);
  await page.getByRole('button', { name: 'Người mới' }).click();
  await page.getByLabel('Họ và tên').fill(woman.name.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(`Danh sách đã có ${woman.name}`);
  await page.getByRole('button', { name: 'Là người khác, ghi có mặt' }).click();
  await expect.poll(async () => Object.keys(await registerOf(database, stage.session))).toHaveLength(3);

  await page.goto(`/admin/trainings/${stage.session.id}/attendance`);
  await expect(page.getByRole('heading', { name: '1 chị có thể đứng tên hai lần' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Là một người: gộp số 3 vào số 1' }).click();
  await expect(page.getByText('Đã gộp làm một.')).toBeVisible();
  expect((await registerOf(database, stage.session))[woman.name]).toBe('present');
  await expect(page.getByRole('heading', { name: /đứng tên hai lần/ })).toHaveCount(0);
  await phone.close();
});
