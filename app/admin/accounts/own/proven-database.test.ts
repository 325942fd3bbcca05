import { expect, test } from 'vitest';
import { ok } from '@/domain/result';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeUnion } from '@/test/union';
import { proven } from './proven';

const PASSWORD = 'bốn con vịt qua cầu';

/** The owner of an account, at a screen where she signed in just now or a while ago. */
async function owner(isFresh: boolean) {
  const union = await makeUnion();
  const { id } = await createAccountWithRole(db, 'commune_official', [union.longHung], { password: PASSWORD });
  const standing = { sessionId: id, due: null, owes: false, isFresh };
  return { accountId: id, personId: null, displayName: 'Lan', locale: 'vi' as const, grants: [], ...standing };
}
const deed = proven(async () => ok('done'));

test('how she signs in is changed at once after signing in, and later with her password alone', async () => {
  expect(await deed(await owner(true), {})).toMatchObject({ value: 'done' });
  const later = await owner(false);
  expect(await deed(later, {})).toMatchObject({ problem: 'password-needed' });
  expect(await deed(later, { password: 'năm con vịt qua cầu' })).toMatchObject({ problem: 'wrong-password' });
  expect(await deed(later, { password: PASSWORD })).toMatchObject({ value: 'done' });
});

test('ten passwords are tried in a quarter of an hour; the eleventh is not looked at, even the right one', async () => {
  const later = await owner(false);
  for (let at = 0; at < 10; at++) await deed(later, { password: `sai lần ${at}` });
  expect(await deed(later, { password: PASSWORD })).toMatchObject({ problem: 'tried-often' });
});
