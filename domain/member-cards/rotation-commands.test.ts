import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SealingKey } from '@/domain/ground/seal';
import { ringFile, sealingKeys } from '@/domain/ground/sealing-keys';
import { db } from '@/prisma/client';
import { handOverCard, makeCard, openCard } from '@/test/member-cards';
import { makeMember, makeStaff, makeUnion } from '@/test/union';
import { countDigitsSealedOtherwise, resealDigits } from './rotation-commands';

const makeKey = (label: string): SealingKey => ({
  label: `${label}-${randomBytes(4).toString('hex')}`,
  secret: randomBytes(32),
});
const lines = (ring: readonly SealingKey[]) =>
  ring.map(({ label, secret }) => `${label}:${secret.toString('base64')}\n`).join('');
const useRing = (...ring: SealingKey[]) => writeFileSync(ringFile(), lines(ring));

let before: string;
let [old, next] = [makeKey('old'), makeKey('next')];

beforeEach(() => {
  before = existsSync(ringFile()) ? readFileSync(ringFile(), 'utf8') : '';
  [old, next] = [makeKey('old'), makeKey('next')];
  useRing(old);
});
// what others sealed opens still
afterEach(() => writeFileSync(ringFile(), `${before}\n${lines([next, old])}`));

test('digits are sealed anew: they open the card with the new key alone; those of a card that ended are forgotten', async () => {
  const union = await makeUnion();
  const { head } = await makeStaff(union);
  const [her, another] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  const card = await handOverCard(head, her);
  const ended = await handOverCard(head, another);
  await makeCard(head, another);
  expect(await countDigitsSealedOtherwise(next.label)).toBeGreaterThan(0);
  useRing(next);
  await expect(openCard(card.token)).rejects.toThrow('wrong-digits');
  expect((await resealDigits(sealingKeys())).left).toBeGreaterThan(0);
  useRing(next, old);
  await resealDigits(sealingKeys());
  useRing(next);
  expect(await openCard(card.token)).toMatch(/^[\w-]{43}$/);
  expect(await db.memberCard.findUnique({ where: { id: ended.id } })).toMatchObject({ digits: null, keyId: null });
});
