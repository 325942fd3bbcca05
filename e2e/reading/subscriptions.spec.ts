import { createECDH, randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { expect as expectRead } from '../support/reader/expect';
import { test } from '../support/test';

const API = '/api/subscriptions';
const ENDPOINT = `https://fcm.googleapis.com/fcm/send/journey-${randomBytes(12).toString('hex')}`;

/** In the worker, called by their names: an event that is made up may wait for nothing. */
declare const show: (told: object) => Promise<void>;
declare const endOf: (told: object) => Promise<void>;

/** How a device is reached, with keys of its own. */
function reachOf(endpoint = ENDPOINT) {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return { endpoint, p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
}

/**
 * The browser of journeys has no push service and draws no notification: what it would say of both stands in their place. Worker,
 * requests and rows are the real ones.
 */
async function standInForPush(page: Page, reach: ReturnType<typeof reachOf>, permission: NotificationPermission) {
  await page.addInitScript(
    ({ endpoint, p256dh, auth, permission }) => {
      const [kept, state] = ['stand-in for push', window as unknown as { asked: number }];
      state.asked = 0;
      const subscription = {
        endpoint,
        options: { applicationServerKey: null },
        toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
        unsubscribe: async () => {
          localStorage.removeItem(kept);
          return true;
        },
      };
      Object.assign(PushManager.prototype, {
        getSubscription: async () => (localStorage.getItem(kept) ? subscription : null),
        subscribe: async () => {
          localStorage.setItem(kept, 'yes');
          return subscription;
        },
      });
      Object.defineProperty(Notification, 'permission', { get: () => permission });
      Notification.requestPermission = async () => {
        state.asked++;
        return permission;
      };
    },
    { ...reach, permission },
  );
}

test('by keyboard she follows a commune, sees it on the page of what this device follows, changes and ends it', async ({
  page,
  request,
}) => {
  const reach = reachOf();
  const follows = async () =>
    (await (await request.post(`${API}/device`, { data: { endpoint: ENDPOINT } })).json()).follows as {
      words: string;
    }[];
  await standInForPush(page, reach, 'granted');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/xa-phuong/long-hung');
  const panel = page.locator('section[data-follow]');
  const start = panel.getByRole('button', { name: 'Theo dõi trên máy này' });
  await start.focus();
  expect(
    await page.evaluate(() => (window as unknown as { asked: number }).asked),
    'nobody is asked before a tap',
  ).toBe(0);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toHaveText(/Máy này đang theo dõi/);
  await expect(panel.getByRole('button', { name: 'Thôi theo dõi' })).toBeFocused();
  expect((await follows()).map(({ words }) => words)).toEqual(['Tin ở Phường Long Hưng và tin chung']);
  await page.reload();
  await expect(panel.getByRole('button', { name: 'Thôi theo dõi' })).toBeVisible();

  await panel.getByRole('link', { name: /máy này đang theo dõi gì/ }).click();
  await expect(page.getByRole('heading', { name: 'Theo dõi tin mới' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Tin ở Phường Long Hưng' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  // what is in the list no more is not taken for everything
  await page.locator('#follow-commune option[value=long-hung]').evaluate((option) => option.remove());
  await page.getByRole('button', { name: /^Đổi/ }).click();
  await expect(page.getByLabel('Xã, phường')).toBeFocused();
  await expect(page.getByLabel('Xã, phường')).toHaveValue('long-hung');
  await page.getByLabel('Xã, phường').selectOption('');
  await page.getByLabel('Chỉ báo khi có cảnh báo').check();
  await page.getByRole('button', { name: 'Đổi sang lựa chọn này' }).click();
  await expect(page.locator('[data-follow-name]')).toHaveText('Chỉ cảnh báo, của cả thành phố');
  expect(await follows()).toHaveLength(1);
  await page.getByRole('button', { name: /^Thôi theo dõi Chỉ cảnh báo/ }).press('Enter');
  await expect(page.getByText('Máy này chưa theo dõi gì.')).toBeVisible();
  await expect(page.getByLabel('Xã, phường')).toBeFocused();
  expect(await follows()).toEqual([]);

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Theo dõi trên máy này' }).press('Enter');
  await expect(page.getByText(/Máy đang không có mạng nên chưa ghi được/)).toBeVisible();
  await page.context().setOffline(false);
});

test('who said no, and whose browser cannot be told, reads why and has the feed', async ({ page, browser, readAs }) => {
  await standInForPush(page, reachOf(), 'denied');
  await page.goto('/en/news');
  const panel = page.locator('section[data-follow]');
  await panel.getByRole('button', { name: 'Follow on this device' }).click();
  await expect(panel.getByRole('status')).toHaveText(/Your browser blocks notifications/);
  const zalo = await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 12) Chrome/100 Mobile Zalo/1.0' });
  const inside = await zalo.newPage();
  await inside.addInitScript(() => Reflect.deleteProperty(window, 'PushManager'));
  await inside.goto('/theo-doi');
  await expect(inside.getByRole('status').first()).toHaveText(/Zalo, Facebook/);
  await expect(inside.getByRole('button', { name: 'Theo dõi trên máy này' })).toBeHidden();
  await zalo.close();

  const reader = await readAs();
  await reader.goto('/theo-doi');
  await reader.getByLabel('Xã, phường').selectOption('long-hung');
  await reader.getByRole('button', { name: 'Xem nguồn tin' }).click();
  await expectRead(reader.getByRole('link', { name: /feed\.xml\?commune=long-hung/ })).toBeVisible();
});

/** Hands this to the worker as the push service of its browser does. */
async function receive(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<{ registrationId: string }>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const one = registrations.find(({ isDeleted }) => !isDeleted);
      if (one) resolve(one);
    }),
  );
  await session.send('ServiceWorker.enable');
  const { registrationId } = await registered;
  const origin = new URL(page.url()).origin;
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  await session.detach();
}

/** The worker of a browser that follows, and what it draws: this browser draws no notification, so it is written down instead. */
async function workerOf(page: Page) {
  await page.goto('/theo-doi');
  await page.evaluate(() =>
    navigator.serviceWorker.register('/subscriptions-worker.js').then(() => navigator.serviceWorker.ready),
  );
  const workers = page.context().serviceWorkers();
  const worker = workers.find((each) => each.url().endsWith('/subscriptions-worker.js'));
  if (!worker) throw new Error('no worker');
  await worker.evaluate(() => {
    const self = globalThis as unknown as { drawn: unknown[]; registration: ServiceWorkerRegistration };
    self.drawn = [];
    self.registration.showNotification = async (title, options) =>
      void self.drawn.push([title, options?.lang, options?.tag, options?.data.url]);
  });
  return { worker, drawn: () => worker.evaluate(() => (globalThis as unknown as { drawn: unknown[] }).drawn) };
}

test('what a push service hands to the browser is shown with its title and where it leads; what is no word of ours shows nothing', async ({
  page,
}) => {
  const { drawn } = await workerOf(page);
  const told = { body: 'Một chị biết.', tag: 'b12', url: '/tin-tuc/x', page: '/theo-doi', locale: 'vi', follows: [] };
  await receive(page, 'no word of ours');
  await receive(page, JSON.stringify({ ...told, title: 'Chị em Long Hưng' }));
  await expect.poll(drawn).toEqual([['Chị em Long Hưng', 'vi', 'b12', '/tin-tuc/x']]);
});

test('the worker shows what it is told in its own language, and ends what it was told for by one tap', async ({
  page,
  database,
}) => {
  const { worker, drawn } = await workerOf(page);
  const reach = reachOf(`${ENDPOINT}-worker`);
  const answer = await page.request.post(`${API}?locale=en`, { data: { reach, followed: { commune: 'long-hung' } } });
  const { follows } = await answer.json();
  await worker.evaluate(
    async ({ endpoint, ids }) => {
      PushManager.prototype.getSubscription = async () => ({ endpoint, unsubscribe: async () => true }) as never;
      const told = {
        title: 'Women of Long Hưng',
        body: 'One knows.',
        tag: 'b12',
        url: '/en/news/x',
        page: '/en/follow',
        locale: 'en',
        follows: ids,
      };
      const words = { end: 'Stop following', ended: 'You have stopped', stayed: 'It could not be ended' };
      await show({ ...told, ...words });
      await endOf({ ...told, ...words });
    },
    { endpoint: reach.endpoint, ids: follows.map(({ id }: { id: string }) => id) },
  );
  expect(await drawn()).toEqual([
    ['Women of Long Hưng', 'en', 'b12', '/en/news/x'],
    ['You have stopped', 'en', 'b12', '/en/follow'],
  ]);
  expect(await read(database, `SELECT 1 FROM follow WHERE id = '${follows[0].id}'`)).toEqual([]);
});

test('what a stranger sends is refused in words and reaches no machine of ours', async ({ request }) => {
  const say = (data: unknown, headers = {}) => request.post(`${API}?locale=vi`, { data, headers });
  const followed = { alertsAlone: false };
  for (const endpoint of [
    'https://127.0.0.1/x',
    'http://fcm.googleapis.com/x',
    'https://169.254.169.254/latest',
    'https://fcm.googleapis.com@10.0.0.1/x',
  ]) {
    const answer = await say({ reach: reachOf(endpoint), followed });
    expect(answer.status(), endpoint).toBe(409);
    expect((await answer.json()).words).toContain('Chrome, Firefox, Edge');
  }
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, at]));
  expect((await say(many)).status()).toBe(413);
  expect((await say({ reach: reachOf(`${ENDPOINT}${'a'.repeat(1_000)}`), followed })).status()).toBe(400);
  expect((await say({ reach: reachOf(), followed: { commune: 'khong-co' } })).status()).toBe(409);
  expect((await say('x', { 'content-type': 'text/plain' })).status()).toBe(415);
  expect((await say({}, { origin: 'https://evil.example' })).status()).toBe(403);
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    expect((await request.fetch(API, { method, data: { endpoint: '\ud800' } })).status(), method).toBeLessThan(500);
  const key = (await (await request.get(API)).json()).key as string;
  expect(Buffer.from(key, 'base64url')).toHaveLength(65);
});
