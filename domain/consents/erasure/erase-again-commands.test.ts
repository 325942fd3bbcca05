import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { inviteAccount } from '@/domain/accounts/invitations/invite-commands';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { today } from '@/domain/days/day';
import { erasuresFile } from '@/domain/ground/erasures';
import { db, refusal } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { eraseAgain } from './erase-again-commands';
import { erasePerson } from './erasure-commands';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const NAME = 'Phan Thị Sáng Lạ';
const member = async () => {
  const { id } = await createMember(db, union.khuPho5, { name: NAME });
  await db.person.update({ where: { id }, data: { fullName: NAME }, select: { id: true } });
  return id;
};
const nameOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).fullName;

test('an erasure is noted outside the database with an id and an instant alone, and one that was refused is not', async () => {
  const id = await member();
  const { version } = await db.person.findUniqueOrThrow({ where: { id } });
  const input = { personId: id, version, reason: 'asked', askedOn: today() } as const;
  expect(await erasePerson(official, { ...input, name: 'Another Name' })).toMatchObject({ ok: false });
  const before = noted();
  expect(before.filter((line) => line.includes(id))).toEqual([]);
  expect(await erasePerson(official, { ...input, name: NAME })).toMatchObject({ ok: true });
  const lines = noted().filter((line) => line.includes(id));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/);
});

test('whoever came back with a backup is erased again by her id, also with a pair that runs, and the trail names nobody', async () => {
  const [back, other] = [await member(), await member()];
  await createPair(db, union.khuPho5, { id: back }, { id: await member() });
  expect(await eraseAgain([back, '00000000-0000-7000-8000-000000000000'])).toEqual({ erased: 1, refused: [] });
  expect(await nameOf(back)).toBeNull();
  expect(await nameOf(other)).toBe(NAME);
  const erasure = await db.erasure.findFirstOrThrow({ where: { personId: back } });
  expect(erasure.doneById).toBeNull();
  const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: back, action: 'eraseAgain' } });
  expect(entry).toMatchObject({ actorId: null, change: { records: 1 } });
  expect(JSON.stringify(entry.change)).not.toContain('Sáng');
});

test('erased again once more, nothing happens', async () => {
  const id = await member();
  expect(await eraseAgain([id])).toEqual({ erased: 1, refused: [] });
  expect(await eraseAgain([id])).toEqual({ erased: 0, refused: [] });
  expect(await db.erasure.count({ where: { personId: id } })).toBe(1);
});

test('whoever took up an invitation to a role of the whole province is erased, and her address with it', async () => {
  const back = await member();
  const asker = await makeViewer('province_official', union.province);
  const second = await makeViewer('system_administrator', union.province);
  const email = `moi-${back.slice(-8)}@demo.invalid`;
  const invite = { contact: { email }, role: 'editor' as const, unitId: union.province.id };
  expect(await inviteAccount(asker, invite)).toMatchObject({ value: { asked: true } });
  const { id: requestId } = await db.secondPair.findFirstOrThrow({ where: { askedById: asker.accountId } });
  expect(await agreeAsSecond(second, { requestId })).toMatchObject({ ok: true });
  const { id } = await db.invitation.findFirstOrThrow({ where: { address: email } });
  const made = await createAccountWithRole(db, 'editor', [union.province], { person: { id: back }, email });
  await db.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: made.id } });

  const elsewhere = db.invitation.update({ where: { id }, data: { address: `x-${email}` } });
  expect(await elsewhere.then(() => null, refusal)).toBe('second_pair_needed');
  expect(await eraseAgain([back])).toEqual({ erased: 1, refused: [] });
  expect(await db.invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ address: 'erased' });
});

const noted = () => {
  try {
    return readFileSync(erasuresFile(), 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
};
