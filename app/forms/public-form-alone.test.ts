import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok } from '@/domain/result';
import { publicForm } from './public-form';

const set = vi.hoisted(() => vi.fn());
vi.mock('next/headers', () => ({ cookies: async () => ({ set }), headers: async () => new Headers() }));

test('what was typed into a refused form is kept for its own page, a few minutes, where no script reads it', async () => {
  const post = publicForm({
    schema: z.object({ name: z.string().min(3) }),
    run: async () => ok({}),
    back: () => '/tap-huan/smartphone/dang-ky?lang=vi',
    after: () => ({ to: '/' }),
  });
  const body = new URLSearchParams({ name: 'A' });
  const answer = await post(new Request('https://portal.invalid/api/sign-up', { method: 'POST', body }));
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/tap-huan/smartphone/dang-ky?lang=vi&again=1',
  ]);
  expect(set).toHaveBeenCalledTimes(1);
  const [name, kept, how] = set.mock.calls[0] ?? [];
  expect(name).toBe('kept-form');
  expect(Buffer.from(kept, 'base64url').toString()).toContain('"name":"A"');
  expect(how).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/tap-huan/smartphone/dang-ky', maxAge: 300 });
});
