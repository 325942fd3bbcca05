import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

async function namesAt(address: string) {
  vi.resetModules();
  vi.stubEnv('PORTAL_URL', address);
  const { hostCookie, narrowCookie } = await import('./cookie-name');
  return [hostCookie('one'), narrowCookie('other')];
}

test('under https every cookie says so in its name, and what goes to all pages that it is this host’s alone; by http none could', async () => {
  expect(await namesAt('https://phunuso.example.org')).toEqual(['__Host-one', '__Secure-other']);
  expect(await namesAt('http://10.0.0.1:3000')).toEqual(['one', 'other']);
});
