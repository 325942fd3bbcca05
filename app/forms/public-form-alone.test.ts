import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok } from '@/domain/result';
import { keptForm, publicForm } from './public-form';

const jar = vi.hoisted(() => ({ set: vi.fn(), get: vi.fn() }));
vi.mock('next/headers', () => ({ cookies: async () => jar, headers: async () => new Headers() }));

const PAGE = '/tap-huan/smartphone/dang-ky';
beforeEach(() => {
  jar.set.mockReset();
  jar.get.mockReset();
});

async function refuse(name: string): Promise<Response> {
  const post = publicForm({
    schema: z.object({ name: z.string().min(3) }),
    run: async () => ok({}),
    back: () => `${PAGE}?lang=vi`,
    after: () => ({ to: '/' }),
  });
  const body = new URLSearchParams({ name });
  return post(new Request('https://portal.invalid/api/sign-up', { method: 'POST', body }));
}

test('what was typed into a refused form is kept for its own page, a few minutes, where no script reads it', async () => {
  const answer = await refuse('A');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?lang=vi&again=1`]);
  expect(jar.set).toHaveBeenCalledTimes(1);
  const [name, value, how] = jar.set.mock.calls[0] ?? [];
  expect(name).toBe('kept-form');
  // the path that a cookie of this host alone has to have
  expect(how).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: 300 });
  const text = Buffer.from(value, 'base64url').toString();
  expect(text).toContain('"name":"A"');
  expect(text).not.toContain('smartphone');

  jar.get.mockReturnValue({ value });
  expect(await keptForm(PAGE)).toMatchObject({ values: { name: 'A' } });
  for (const other of ['/tap-huan/vneid/dang-ky', `/en${PAGE}`, '/']) expect(await keptForm(other)).toBeNull();
});

test('a cookie that was written by somebody else keeps no form', async () => {
  for (const text of ['{"values":{"name":"A"}}', '{"page":"","values":{}}', '{"page":1,"values":{}}', 'x', '']) {
    jar.get.mockReturnValue({ value: Buffer.from(text).toString('base64url') });
    expect(await keptForm(PAGE), text).toBeNull();
  }
});
