import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { APIRequestContext, Page, Request } from '@playwright/test';
import sharp from 'sharp';
import { read } from '../../test/factories/write';
import { movesByItself } from '../support/pictures/moving';
import { databaseAddress, drawingProcessesOf, type Server, startProcess } from '../support/processes/processes';
import { expect } from '../support/reader/expect';
import { Reader } from '../support/reader/reader';
import { choosePlaces, openDatabase, visit } from '../support/stage/stage';
import { test } from '../support/test';

const UPLOADS = '/api/uploads';
const isPart = (request: Request) => request.method() === 'PATCH' && request.url().includes(UPLOADS);

const startOf = (address: string) => Number(new URL(address).searchParams.get('from'));

/** A photograph of some megabytes, as unquiet as one. */
async function photograph() {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const buffer = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { name: 'lop-hoc.jpg', mimeType: 'image/jpeg', buffer };
}

/** Bytes that the portal took in of what a page sends, counted part by part, and where the first of them began. */
function countTaken(page: Page): { from: number; bytes: number } {
  const taken = { from: Number.NaN, bytes: 0 };
  page.on('response', (response) => {
    if (!isPart(response.request()) || response.status() !== 200) return;
    // the words of the last answer are gone with its page, which the form leaves at once
    const from = startOf(response.url());
    if (taken.bytes === 0) taken.from = from;
    taken.bytes += Number(response.headers()['upload-offset']) - from;
  });
  return taken;
}

/** Does something instead of sending the part of this number; answers how much had come before it. */
async function atPart(page: Page, number: number, does: () => Promise<unknown>) {
  let parts = 0;
  const cut = { from: 0 };
  await page.route(
    ({ pathname }) => pathname.startsWith(UPLOADS),
    async (route) => {
      if (!isPart(route.request()) || ++parts !== number) return route.continue().catch(() => {});
      cut.from = startOf(route.request().url());
      await does();
      await route.abort('internetdisconnected').catch(() => {});
    },
  );
  return cut;
}

async function choose(page: Page, picture: Awaited<ReturnType<typeof photograph>>) {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/admin/pictures/new');
  // the browser's own field lies unseen once a script runs here
  await expect(page.locator('.file-input.in-words')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(picture);
}

test('a picture goes on where the line broke and where a tab was closed, each byte once, and stands in the library', async ({
  signInAs,
  database,
}) => {
  const picture = await photograph();
  const first = await signInAs('khupho5');
  const context = first.context();
  const before = await atPart(first, 3, () => first.close());
  const closed = first.waitForEvent('close');
  await choose(first, picture);
  await closed;

  const page = await context.newPage();
  const after = countTaken(page);
  await atPart(page, 3, () => context.setOffline(true));
  await choose(page, picture);
  await expect(page.getByText('Đang mất mạng.')).toBeVisible();
  const bar = page.getByRole('progressbar', { name: 'Tệp đang gửi' });
  expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(before.from);
  expect(Number(await bar.getAttribute('max'))).toBe(picture.buffer.length);
  await page.getByLabel('Trong ảnh có gì').fill('Hai chị cùng xem một điện thoại');
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  await expect(page.getByText('Gửi xong là cổng tự lưu.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await context.setOffline(false);
  // it is made anew, on a machine that others use too
  await expect(page).toHaveURL(/\/admin\/pictures\/[0-9a-f-]{36}\?said=added/, { timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'Hai chị cùng xem một điện thoại' }).first()).toBeVisible();
  await movesByItself(page, database);
  expect(before.from).toBeGreaterThan(0);
  // a part that was under way when the tab was closed may have come
  expect(after.from).toBeGreaterThanOrEqual(before.from);
  expect(after.from + after.bytes).toBe(picture.buffer.length);
});

test('a file that was sent is taken back, and what is no picture is refused in words, after which another can be chosen', async ({
  signInAs,
}) => {
  const page = await signInAs('khupho5');
  const picture = await photograph();
  await choose(page, picture);
  await expect(page.getByText('Tệp đã gửi xong.')).toBeVisible();
  const gone = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Bỏ tệp này' }).click();
  expect((await gone).status()).toBe(204);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.locator('input[type=file]').setInputFiles({ ...picture, buffer: randomBytes(40_000) });
  await page.getByLabel('Trong ảnh có gì').fill('Hai chị cùng xem một điện thoại');
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  await expect(page.getByRole('alert').getByText('Tệp này không phải ảnh')).toBeVisible();
  await expect(page.getByText('Chị chọn lại tệp')).toBeVisible();
  await expect(page.getByLabel('Trong ảnh có gì')).toHaveValue('Hai chị cùng xem một điện thoại');
});

const part = (request: APIRequestContext, id: string, from: number | string, data: Buffer, type?: string) =>
  request.fetch(`${UPLOADS}/${id}?from=${from}`, {
    method: 'PATCH',
    data,
    headers: { 'content-type': type ?? 'application/octet-stream' },
  });
const open = (request: APIRequestContext, bytes: Buffer, size = bytes.length) =>
  request.post(UPLOADS, { data: { sha256: createHash('sha256').update(bytes).digest('hex'), size } });

test('by hand: gaps, overlaps, parts past the end or too large, and the upload of somebody else are all refused', async ({
  readAs,
}) => {
  const { request } = await readAs('trangdai');
  const bytes = randomBytes(60_000);
  const opened = await open(request, bytes);
  expect(opened.status()).toBe(200);
  const { id } = await opened.json();
  expect((await part(request, id, 0, bytes.subarray(0, 20_000))).status()).toBe(200);
  for (const [from, data] of [
    [30_000, bytes.subarray(30_000)],
    [10_000, bytes.subarray(10_000, 40_000)],
    [20_000, Buffer.concat([bytes.subarray(20_000), bytes])],
    [20_000, bytes.subarray(20_000, 20_001)],
  ] as const) {
    const refused = await part(request, id, from, data);
    expect([from, refused.status(), (await refused.json()).received]).toEqual([from, 409, 20_000]);
  }
  const sixteen = await Promise.all(
    Array.from({ length: 16 }, () => part(request, id, 20_000, bytes.subarray(20_000))),
  );
  expect(new Set(sixteen.map((answer) => answer.status()))).toEqual(new Set([200]));
  expect((await part(request, id, 60_000, Buffer.from('x'))).status()).toBe(409);
  expect((await part(request, id, 0, Buffer.alloc(600_000))).status()).toBe(413);
  expect((await part(request, id, 'x', Buffer.from('x'))).status()).toBe(400);
  expect((await part(request, id, 0, Buffer.from('x'), 'text/plain')).status()).toBe(415);
  expect((await open(request, bytes, 10_000_001)).status()).toBe(400);
  expect((await request.head(`${UPLOADS}/${id}`)).headers()['upload-offset']).toBe('60000');

  const others = [await readAs('longhung'), await readAs('viewer')];
  for (const other of others) {
    expect((await other.request.get(`${UPLOADS}/${id}`)).status()).toBe(404);
    expect((await part(other.request, id, 0, bytes)).status()).toBe(404);
    expect((await other.request.delete(`${UPLOADS}/${id}`)).status()).toBe(404);
  }
  expect((await open((await readAs('viewer')).request, bytes)).status()).toBe(404);
  const stranger = await readAs();
  expect((await stranger.request.get(`${UPLOADS}/${id}`)).status()).toBe(401);
  expect((await part(stranger.request, id, 0, bytes)).status()).toBe(401);
  const foreign = { headers: { origin: 'https://other.invalid' } };
  expect((await request.delete(`${UPLOADS}/${id}`, foreign)).status()).toBe(403);
  expect((await request.delete(`${UPLOADS}/${id}`)).status()).toBe(204);
  expect((await request.get(`${UPLOADS}/${id}`)).status()).toBe(404);
});

const begun: Server[] = [];
test.afterEach(() => {
  for (const { child } of begun.splice(0)) child.kill('SIGKILL');
});

/** A process of our own beside the portal under test. */
async function begin(): Promise<Server> {
  const portal = await startProcess({ DATABASE_URL: databaseAddress(), DATABASE_PATIENCE: '6' });
  begun.push(portal);
  return portal;
}

/** Ends a process with all that draw behind it, as a machine does that loses its power. */
async function kill({ child }: Server): Promise<void> {
  const gone = once(child, 'exit');
  for (const pid of drawingProcessesOf(child)) process.kill(pid, 'SIGKILL');
  child.kill('SIGKILL');
  await gone;
}

test('a process is killed in the middle of a part: what it had said it has is there, another one goes on, and the picture stands once', async ({
  database,
}) => {
  const { subAssociation } = await choosePlaces(database);
  const { cookie, http } = await visit(database, 'sub_association_head', subAssociation);
  const { buffer } = await photograph();
  const half = Math.floor(buffer.length / 2);
  const killed = await begin();
  const before = await Reader.open(killed.origin, { cookie });
  const { id } = await (await open(before.request, buffer)).json();
  for (let from = 0; from < half; from += 262_144)
    expect((await part(before.request, id, from, buffer.subarray(from, from + 262_144))).status()).toBe(200);
  const { received } = await (await before.request.get(`${UPLOADS}/${id}`)).json();
  const rest = (from: number) => buffer.subarray(from, from + 262_144);

  // the part under way waits for the row, which somebody else holds
  const holder = await openDatabase();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM upload WHERE id = $1 FOR UPDATE', [id]);
  const cut = part(before.request, id, received, rest(received)).catch(() => null);
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM upload%'`;
  await expect(async () => expect((await database.query(waiting)).rowCount).toBe(1)).toPass({ timeout: 20_000 });
  await kill(killed);
  await holder.query('ROLLBACK');
  await holder.end();
  expect(await cut).toBeNull();
  await before.close();

  const again = await begin();
  const reader = await Reader.open(again.origin, { cookie });
  expect(await (await open(reader.request, buffer)).json()).toEqual({ id, size: buffer.length, received });
  for (let from = received; from < buffer.length; from += 262_144)
    expect((await part(reader.request, id, from, rest(from))).status()).toBe(200);
  const kept = `SELECT count(*)::int AS parts, sum(octet_length(bytes))::int AS bytes FROM upload_part WHERE upload_id = '${id}'`;
  const parts = Math.ceil(buffer.length / 262_144);
  expect(await read(database, kept)).toEqual([{ parts, bytes: buffer.length }]);

  await reader.goto('/admin/pictures/new');
  await reader.getByLabel('Trong ảnh có gì').fill('Hai chị cùng xem một điện thoại');
  // as the script of the page has it: the file is named, and does not go along
  const file = reader.document.querySelector('input[type=file]');
  for (const [name, value] of Object.entries({ name: 'uploadId', type: 'hidden', value: id }))
    file?.setAttribute(name, value);
  await reader.getByRole('button', { name: 'Đưa vào kho' }).click();
  await expect(reader).toHaveURL(/said=added/);
  expect(await read(database, kept)).toEqual([{ parts: 0, bytes: null }]);
  // its bytes lie in the folder of these processes: the portal under test would look for them in its own, each minute
  await reader.getByRole('button', { name: 'Bỏ ảnh này' }).click();
  await expect(reader).toHaveURL(/said=removed/);
  await Promise.all([reader.close(), http.dispose()]);
});
