import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok, problem } from '@/domain/result';
import { publicJson } from './public-json';

const seconds = vi.hoisted(() => vi.fn(async () => 0));
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-forwarded-for': '203.0.113.7' }) }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (name: string) => `words of ${name}` }));
vi.mock('@/server/rate-limit', () => ({ whyDeviceWaits: seconds }));

const run = vi.fn(async ({ endpoint }: { endpoint: string }) =>
  endpoint === 'bad' ? problem('service-unknown') : ok(endpoint),
);
const post = publicJson({
  schema: z.strictObject({ endpoint: z.string().max(20) }),
  problems: 'subscriptions.problems',
  run,
  told: async (value) => ({ value }),
});
const sent = (body: string, type = 'application/json') =>
  new Request('https://portal.invalid/api/subscriptions?locale=en', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
const statusOf = async (body: string, type?: string) => (await post(sent(body, type))).status;

beforeEach(() => {
  run.mockClear();
  seconds.mockResolvedValue(0);
});

test('what is said as it must be is done, and answered in the language of the address', async () => {
  const answer = await post(sent('{"endpoint":"a"}'));
  expect([answer.status, await answer.json(), answer.headers.get('cache-control')]).toEqual([
    200,
    { value: 'a' },
    'no-store',
  ]);
  expect(run).toHaveBeenCalledWith({ endpoint: 'a' }, 'en');
  const refused = await post(sent('{"endpoint":"bad"}'));
  expect([refused.status, await refused.json()]).toEqual([
    409,
    { problem: 'service-unknown', words: 'words of service-unknown' },
  ]);
});

test('a form, something long, something broken and five thousand keys are refused and never done', async () => {
  expect(await statusOf('endpoint=a', 'application/x-www-form-urlencoded')).toBe(415);
  expect(await statusOf(JSON.stringify({ endpoint: 'a'.repeat(5_000) }))).toBe(413);
  const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, 1]));
  expect(await statusOf(JSON.stringify(keys))).toBe(413);
  for (const body of [
    '',
    'x',
    '[]',
    'null',
    '{"endpoint":1}',
    '{"endpoint":"a","more":1}',
    '{"__proto__":{"endpoint":"a"}}',
  ])
    expect(await statusOf(body), body).toBe(400);
  expect(run).not.toHaveBeenCalled();
});

test('a network that has said too much is told to wait before a letter of it is read', async () => {
  seconds.mockResolvedValue(1_800);
  const request = sent('{"endpoint":"a"}');
  const answer = await post(request);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1800']);
  expect(await answer.json()).toEqual({ problem: 'too-many-from-here', words: 'words of too-many-from-here' });
  expect(request.bodyUsed).toBe(false);
});
