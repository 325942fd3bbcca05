import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SealingKey } from '@/domain/ground/seal';
import { ringFile, sealingKeys } from '@/domain/ground/sealing-keys';
import { db } from '@/prisma/client';
import { codeOf } from '@/test/code-app';
import { createAccountWithRole, type MadeAccount } from '@/test/factories/accounts';
import { openSession, setUpTotp } from '@/test/second-factors';
import { makeUnion } from '@/test/union';
import { passByTotp } from '../second-factors/step-commands';
import { countSecretsSealedOtherwise, resealSecrets } from './rotation-commands';

const makeKey = (label: string): SealingKey => ({
  label: `${label}-${randomBytes(4).toString('hex')}`,
  secret: randomBytes(32),
});
const lines = (ring: readonly SealingKey[]) =>
  ring.map(({ label, secret }) => `${label}:${secret.toString('base64')}\n`).join('');
const useRing = (...ring: SealingKey[]) => writeFileSync(ringFile(), lines(ring));

let before: string;
let [old, next] = [makeKey('old'), makeKey('next')];
let official: MadeAccount;
let secret: string;

beforeEach(async () => {
  before = existsSync(ringFile()) ? readFileSync(ringFile(), 'utf8') : '';
  [old, next] = [makeKey('old'), makeKey('next')];
  useRing(old);
  const union = await makeUnion();
  official = await createAccountWithRole(db, 'commune_official', [union.longHung]);
  secret = (await setUpTotp(official)).secret;
});
// what others sealed opens still
afterEach(() => writeFileSync(ringFile(), `${before}\n${lines([next, old])}`));

const keyOf = async () => {
  const factor = await db.secondFactor.findFirstOrThrow({
    where: { accountId: official.id },
    select: { key: { select: { label: true } } },
  });
  return factor.key?.label;
};
const enter = async () => {
  const { token } = await openSession(official);
  return passByTotp({ token, code: codeOf(secret, new Date()), remember: false, agent: null });
};

test('the secret of an app is sealed anew: its codes let her in with the new key alone, and nothing is left to the old one', async () => {
  expect(await keyOf()).toBe(old.label);
  expect(await countSecretsSealedOtherwise(next.label)).toBeGreaterThan(0);
  useRing(next, old);
  await resealSecrets(sealingKeys());
  expect(await keyOf()).toBe(next.label);
  useRing(next);
  expect(await enter()).toMatchObject({ ok: true });
});

test('a secret whose key is not in the ring is left as it is and counted, and opens again once the key is back', async () => {
  useRing(next);
  expect((await resealSecrets(sealingKeys())).left).toBeGreaterThan(0);
  expect(await keyOf()).toBe(old.label);
  expect(await enter()).toMatchObject({ ok: false, problem: 'wrong-code' });
  useRing(next, old);
  expect(await enter()).toMatchObject({ ok: true });
});
