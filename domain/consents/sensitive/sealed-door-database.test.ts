import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { ringFile } from '@/domain/ground/sealing-keys';
import { beginOpening } from '@/domain/opening-writes';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { writeSensitive } from './sensitive-commands';

let union: TestUnion;
let her: string;
let official: string;

beforeAll(async () => {
  union = await makeUnion();
  writeFileSync(ringFile(), `first:${randomBytes(32).toString('base64')}\n`);
  await createConsentText(db, 'sensitive_data');
  her = await makeMember(union.khuPho5, 'Thị Sau Cửa');
  await createConsent(db, { id: her }, 'sensitive_data');
  const viewer = await makeViewer('commune_official', union.longHung);
  official = viewer.accountId;
  for (const field of ['ethnicity', 'priority_groups'] as const)
    expect((await writeSensitive(viewer, { personId: her, field, values: ['elderly'], version: 0 })).ok).toBe(true);
});

type Noted = { action?: string; fields?: string[]; at?: Date };
/** Begins an opening as the portal does, whoever its entry names. */
const note = async (
  by: string | null,
  { action = 'readSensitive', fields = ['ethnicity'], at }: Noted = {},
  tx?: Transaction,
) => {
  const began = async (inside: Transaction) => {
    const viewer = by === null ? null : { accountId: by };
    const change = { fields, opened: 1 };
    if (!at)
      return beginOpening(inside, viewer, { verb: 'read', action, subjectType: 'person', subjectId: her, change });
    const entry = { actorId: by, verb: 'read', action, subjectType: 'person', subjectId: her, change, at };
    const { id } = await inside.auditEntry.create({ data: entry, select: { id: true } });
    const key = Uint8Array.from(randomBytes(32));
    await inside.$executeRaw`SELECT app.begin_openings(${[id]}::uuid[], sha256(${key}::bytea), ${[null]}::uuid[])`;
    return { entryId: id, key };
  };
  return { by, ...(await (tx ? began(tx) : transaction(began))) };
};
type Begun = Awaited<ReturnType<typeof note>>;
const fieldsOf = async ({ by, entryId, key }: Begun, tx: Transaction = db) =>
  (
    await tx.$queryRaw<{ field: string }[]>`
      SELECT field FROM app.sealed_fields_of(${by}::uuid, ${entryId}::uuid, ${key}::bytea)`
  ).map(({ field }) => field);
const counted = async ({ entryId: id }: Begun, tx: Transaction = db) =>
  (await tx.$queryRaw<{ woman: string }[]>`SELECT woman FROM app.sealed_groups_of(${id}::uuid, ${[her]}::uuid[])`)
    .length;
/** Counts as the portal does, in the transaction that writes its entry. */
const countedBy = (by: string | null, noted: Noted = { action: 'countPriorityGroups' }) =>
  transaction(async (tx) => counted(await note(by, noted, tx), tx));

describe('the door of sealed fields', () => {
  test('opens to who keeps her record and to the province, for the fields that their entry names', async () => {
    const province = await makeViewer('province_official', union.province);
    for (const by of [official, province.accountId]) expect(await fieldsOf(await note(by))).toEqual(['ethnicity']);
    expect(await fieldsOf(await note(official, { fields: ['priority_groups', 'religion'] }))).toEqual([
      'priority_groups',
    ]);
    expect(await countedBy(official)).toBe(1);
  });

  test('stays shut to everybody else, whatever filter the portal forgets', async () => {
    const { longHung, trangDai, khuPho5 } = union;
    const others = await Promise.all([
      makeViewer('commune_official', trangDai),
      makeViewer('viewer', longHung),
      makeViewer('editor', longHung),
      makeViewer('trainer', longHung),
      makeViewer('sub_association_head', khuPho5),
      makeViewer('system_administrator', union.province),
    ]);
    const ended = await createAccountWithRole(db, 'commune_official', [longHung], { to: addDays(today(), -1) });
    const ahead = await createAccountWithRole(db, 'commune_official', [longHung], { from: addDays(today(), 1) });
    const disabled = await createAccountWithRole(db, 'commune_official', [longHung]);
    await db.account.update({ where: { id: disabled.id }, data: { disabledAt: new Date() }, select: { id: true } });
    const accounts = [...others.map(({ accountId }) => accountId), ended.id, ahead.id, disabled.id, nothing, null];
    for (const by of accounts) {
      expect(await fieldsOf(await note(by)), `${by}`).toEqual([]);
      expect(await countedBy(by), `${by}`).toBe(0);
    }
  });

  test('opens to an entry that stays, and to none of a transaction that may be taken back', async () => {
    const inside = transaction(async (tx) => {
      expect(await fieldsOf(await note(official, {}, tx), tx)).toEqual([]);
      await tx.$executeRawUnsafe('SAVEPOINT a');
      const entry = await note(official, {}, tx);
      await tx.$executeRawUnsafe('RELEASE SAVEPOINT a');
      expect(await fieldsOf(entry, tx)).toEqual([]);
      await tx.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
      expect(await fieldsOf(entry, tx)).toEqual([]);
      throw new Error('taken back');
    });
    await expect(inside).rejects.toThrow('taken back');
  });

  test('opens to no entry of another deed, none of long ago and none that is not there', async () => {
    for (const action of ['seePhone', 'countPriorityGroups', 'exportPeople'])
      expect(await fieldsOf(await note(official, { action }))).toEqual([]);
    expect(await fieldsOf(await note(official, { at: new Date(Date.now() - 3 * 3_600_000) }))).toEqual([]);
    expect(await fieldsOf({ ...(await note(official)), entryId: nothing })).toEqual([]);
    expect(await countedBy(official, {})).toBe(0);
  });

  test('counts for no entry that somebody has left', async () => {
    expect(await counted(await note(official, { action: 'countPriorityGroups' }))).toBe(0);
  });

  test('shuts with her consent', async () => {
    const before = await note(official);
    await createConsent(db, { id: her }, 'sensitive_data', { answer: 'withdrawn', at: new Date().toISOString() });
    expect(await fieldsOf(before)).toEqual([]);
  });
});
