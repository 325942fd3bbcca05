import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makePushKeys } from '@/scripts/ground/settings.mjs';

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

/** What the portal reads from its surroundings at a start. */
async function startedWith(surroundings: Record<string, string>) {
  for (const [name, value] of Object.entries(surroundings)) vi.stubEnv(name, value);
  return (await import('./env')).env;
}

test('a pair of keys for push services is one whole pair, or stops the portal with its name', async () => {
  const keys = makePushKeys();
  expect((await startedWith({ PUSH_KEYS: keys })).PUSH_KEYS).toBe(keys);
  const [open = '', secret = ''] = keys.split(':');
  const [another = ''] = makePushKeys().split(':');
  for (const mistyped of [open, `${secret}:${open}`, `${another}:${secret}`, `${keys}x`, 'on']) {
    vi.resetModules();
    await expect(startedWith({ PUSH_KEYS: mistyped }), mistyped).rejects.toThrow('PUSH_KEYS');
  }
});

test('a wrong value is told in a sentence with its name: neither the value nor a place in the code', async () => {
  const wrong = await startedWith({ SMTP_URL: 'bi-mat', PORT: '70000' }).catch((error: unknown) => error);
  expect(wrong).toMatchObject({ name: 'WrongSetting', message: expect.stringMatching(/^PORT: .+; SMTP_URL: .+$/) });
  expect((wrong as Error).stack).not.toMatch(/bi-mat|\n/);
});

test('without one, or with an empty one, the file in the data folder says it', async () => {
  expect((await startedWith({ PUSH_KEYS: '' })).PUSH_KEYS).toBeUndefined();
});

test('a push service on this machine is reached in tests alone: in production the portal does not start with it', async () => {
  await expect(startedWith({ PUSH_LOOPBACK: 'on', NODE_ENV: 'production' })).rejects.toThrow('PUSH_LOOPBACK');
  vi.resetModules();
  expect((await startedWith({ PUSH_LOOPBACK: 'off', NODE_ENV: 'production' })).PUSH_LOOPBACK).toBe('off');
  vi.resetModules();
  expect((await startedWith({ PUSH_LOOPBACK: 'on', NODE_ENV: 'test' })).PUSH_LOOPBACK).toBe('on');
});

test('links outside are asked for by a portal in use, by no demonstration, test or portal at this machine, and as the surroundings say', async () => {
  const use = { NODE_ENV: 'production', DEMO: '', PORTAL_URL: 'https://phunuso.example.org', LINK_CHECK: '' };
  const asks = async (surroundings: object) => {
    vi.resetModules();
    return (await startedWith({ ...use, ...surroundings })).LINK_CHECK;
  };
  expect(await asks({})).toBe('on');
  for (const other of [
    { DEMO: 'on' },
    { NODE_ENV: 'test' },
    { PORTAL_URL: '' },
    { PORTAL_URL: 'http://10.0.0.1:3000' },
  ])
    expect(await asks(other), JSON.stringify(other)).toBe('off');
  expect([await asks({ LINK_CHECK: 'off' }), await asks({ DEMO: 'on', LINK_CHECK: 'on' })]).toEqual(['off', 'on']);
});
