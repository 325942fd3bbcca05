import { createHash, randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const UPLOADS = '/api/uploads';
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
