import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyFor, makeReply, takes, withBrotli } from './reply';
import { knows } from './send';

const words = 'Chị em học số ở Đồng Nai. '.repeat(50);
const page = () => makeReply({ status: 200, contentType: 'text/html; charset=utf-8', body: Buffer.from(words) });

test.each(['quick', 'smallest'] as const)('every encoding holds the same words: %s', async (how) => {
  const reply = await withBrotli(await page(), how, () => true);
  expect(brotliDecompressSync(bodyFor(reply, 'gzip, br').body).toString()).toBe(words);
  expect(gunzipSync(bodyFor(reply, 'gzip').body).toString()).toBe(words);
  expect(bodyFor(reply, undefined).body.toString()).toBe(words);
});

test('a reader gets what her browser takes, and nothing that it refuses', async () => {
  const large = await page();
  expect(bodyFor(large, 'br').encoding).toBe('identity');
  const reply = await withBrotli(large, 'quick', () => true);
  expect(bodyFor(reply, 'gzip, deflate, br').encoding).toBe('br');
  expect(bodyFor(reply, 'br;q=0, gzip;q=0.5').encoding).toBe('gzip');
  expect(bodyFor(reply, 'gzip;q=0').encoding).toBe('identity');
  expect(takes('brotli', 'br')).toBe(false);
  expect(takes('gzip;q=0.001', 'gzip')).toBe(true);
});

test('whoever takes nothing compressed gets her own page, unpacked once for a crowd that asks for the same', async () => {
  const [one, other] = [
    await page(),
    await makeReply({ status: 200, contentType: 'text/plain', body: Buffer.from('khác') }),
  ];
  const crowd = Array.from({ length: 3 }, () => bodyFor(one, 'identity').body);
  expect(new Set(crowd).size).toBe(1);
  expect(bodyFor(other, undefined).body.toString()).toBe('khác');
  expect(bodyFor(one, undefined).body.toString()).toBe(words);
});

test('a picture is left as it is', async () => {
  const body = Buffer.from([1, 2, 3]);
  const reply = await makeReply({ status: 200, contentType: 'image/png', body });
  expect(bodyFor(reply, 'gzip, br')).toEqual({ encoding: 'identity', body });
});

test('the small form is not made for a page that is no longer wanted', async () => {
  const reply = await withBrotli(await page(), 'smallest', () => false);
  expect(reply.brotli).toBeUndefined();
});

test('If-None-Match knows a page in whatever encoding, weakened by a proxy, among others; and no other page', () => {
  for (const header of ['"abc"', '"abc-gz"', 'W/"abc-br"', '"abc-bq"', '"x", "abc-br"', '*'])
    expect(knows(header, 'abc')).toBe(true);
  for (const header of [undefined, '', 'abc', '"abcd"', '"ab"']) expect(knows(header, 'abc')).toBe(false);
});
