import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok, problem } from '@/domain/result';
import { formAction } from './form-action';

vi.mock('@/server/sign-in/session', () => ({
  requireViewer: async () => ({ accountId: 'a', locale: 'vi', grants: [] }),
}));
vi.mock('@/server/still/shared', () => ({ databaseWasAway: () => false, noteRefusal: vi.fn(), noteTaken: vi.fn() }));

const run = vi.fn(async (_viewer: unknown, input: { name: string }) => ok(input));
const rename = formAction(z.object({ name: z.string().min(1) }), run);
const send = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  return rename({ status: 'new' }, form);
};
beforeEach(() => run.mockClear());

test('a form that says what the action asks for is carried out', async () => {
  expect(await send({ $ACTION_ID: 'x', name: 'Lan' })).toEqual({ status: 'done' });
  expect(run.mock.calls.map(([, input]) => input)).toEqual([{ name: 'Lan' }]);
});

test('one that says anything besides is refused whole, and what was typed comes back', async () => {
  for (const besides of ['role', 'unitId', 'version', 'skills[]', 'level[7.x]'])
    expect(await send({ name: 'Lan', [besides]: 'x' }), besides).toMatchObject({
      status: 'invalid',
      fields: { form: ['not-allowed-value'] },
      values: { name: 'Lan' },
    });
  expect(run).not.toHaveBeenCalled();
});

test('words for another place are never dropped: nothing is done here, and what is too long to go along stays', async () => {
  const fields = { $address: 'commune', $page: '/admin/trainings/new', $chosen: 'Long Hưng', commune: 'trang dai' };
  await expect(send({ ...fields, name: 'Lan' })).rejects.toThrow('NEXT_REDIRECT');
  const name = 'Lan '.repeat(3_000);
  expect(await send({ ...fields, name })).toMatchObject({ fields: { commune: ['other-place'] }, values: { name } });
  expect(run).not.toHaveBeenCalled();
});

test('what is no form is none, and nothing is done', async () => {
  for (const sent of [undefined, null, 'name=Lan', { name: 'Lan' }])
    expect(await rename({ status: 'new' }, sent as never)).toMatchObject({ status: 'problem', problem: 'not-a-form' });
  expect(run).not.toHaveBeenCalled();
});

test('days in a refusal are said as people read them, but those of a newer record stay as fields hold them', async () => {
  const refusing = (name: string) =>
    formAction(z.object({ name: z.string() }), async () => problem(name, { from: '2026-11-24', name: 'Lan' }));
  const form = new FormData();
  form.append('name', 'Lan');
  expect(await refusing('too-early')({ status: 'new' }, form)).toMatchObject({
    detail: { from: '24/11/2026', name: 'Lan' },
  });
  expect(await refusing('changed-meanwhile')({ status: 'new' }, form)).toMatchObject({
    detail: { from: '2026-11-24' },
  });
});

test('a full disk is said, and what was typed comes back; any other fault is thrown', async () => {
  const failing = (code: string) =>
    formAction(z.object({ name: z.string() }), async () => {
      throw Object.assign(new Error(code), { code });
    });
  const form = new FormData();
  form.append('name', 'Lan');
  for (const code of ['ENOSPC', 'EDQUOT', 'EROFS'])
    expect(await failing(code)({ status: 'new' }, form), code).toMatchObject({
      status: 'problem',
      problem: 'storage-full',
      values: { name: 'Lan' },
    });
  await expect(failing('EACCES')({ status: 'new' }, form)).rejects.toThrow('EACCES');
});
