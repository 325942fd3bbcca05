import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

async function namesAt(address: string) {
  vi.resetModules();
  vi.stubEnv('PORTAL_URL', address);
  const { hostCookie } = await import('./cookie-name');
  return hostCookie('one');
}

test('under https a cookie says in its name that it is this host’s alone; by http none could', async () => {
  expect(await namesAt('https://phunuso.example.org')).toBe('__Host-one');
  expect(await namesAt('http://10.0.0.1:3000')).toBe('one');
});
