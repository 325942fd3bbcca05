import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { db, refusal } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { askForKeys, takeWordForKeys } from './keys-commands';
import { listWaitingForSecond } from './request-queries';
import { changeRule } from './rule-commands';
import { listPublishedRules } from './rule-queries';
import { secondActions, secondsFor } from './second-pair';

let union: TestUnion;
let province: Viewer;
let administrator: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  administrator = await makeViewer('system_administrator', union.province);
});
// as the portal comes: others count on it
afterEach(async () => {
  for (const { action, fromCount, setBy } of await listPublishedRules())
    if (setBy) await db.secondPairRule.create({ data: { action, fromCount: before[action] ?? fromCount } });
});
const before: Record<string, number> = {
  exportPersons: 201,
  undoImport: 51,
  changeRule: 1,
  erasePerson: 1,
  giveRole: 1,
};
const reason = 'họp ban thường vụ';
const ruleOf = async (action: string) => (await listPublishedRules()).find((rule) => rule.action === action);
const waits = async (viewer: Viewer) =>
  (await listWaitingForSecond(viewer)).at(-1)?.id ?? expect.unreachable('nothing waits');

describe('a rule', () => {
  test('is made stricter by one at once, and looser by two, with both in the trail', async () => {
    const stricter = await changeRule(province, { action: 'exportPersons', fromCount: 101, reason });
    expect(stricter).toMatchObject({ value: { asked: false } });
    expect(await ruleOf('exportPersons')).toMatchObject({ fromCount: 101, setBy: province.displayName, reason });
    for (const fromCount of [102, undefined]) {
      expect(await changeRule(province, { action: 'exportPersons', fromCount, reason })).toMatchObject({
        value: { asked: true },
      });
      expect(await ruleOf('exportPersons')).toMatchObject({ fromCount: 101 });
      expect(await agreeAsSecond(administrator, { requestId: await waits(administrator) })).toMatchObject({ ok: true });
      expect(await ruleOf('exportPersons')).toMatchObject({ fromCount: fromCount ?? null });
      await changeRule(province, { action: 'exportPersons', fromCount: 101, reason });
    }
    const trail = await db.auditEntry.findMany({ where: { action: 'changeRule', actorId: province.accountId } });
    expect(trail.length).toBeGreaterThanOrEqual(3);
  });

  test('that a stricter one overtook meanwhile is asked for anew; a reset of a second factor always needs two', async () => {
    await changeRule(province, { action: 'exportPersons', fromCount: 300, reason });
    const requestId = await waits(administrator);
    await changeRule(administrator, { action: 'exportPersons', fromCount: 50, reason });
    expect(await agreeAsSecond(administrator, { requestId })).toMatchObject({ problem: 'changed-meanwhile' });
    expect(await ruleOf('exportPersons')).toMatchObject({ fromCount: 50 });
    expect(await changeRule(province, { action: 'resetFactors', fromCount: undefined, reason })).toMatchObject({
      problem: 'always-two',
    });
  });

  test('is changed by nobody below the province', async () => {
    for (const role of ['commune_official', 'viewer', 'sub_association_head', 'trainer'] as const) {
      const other = await makeViewer(role, union.longHung);
      expect(await changeRule(other, { action: 'exportPersons', fromCount: 1, reason })).toMatchObject({
        problem: 'not-found',
      });
    }
  });
});

test('the sealing keys are changed at the machine by the word of two, once; alone where whoever keeps it says so', async () => {
  expect(await askForKeys(await makeViewer('commune_official', union.longHung), { reason })).toMatchObject({
    problem: 'not-found',
  });
  expect(await askForKeys(province, { reason })).toMatchObject({ value: { asked: true } });
  expect(await takeWordForKeys(false)).toMatchObject({ problem: 'needs-two' });
  expect(await agreeAsSecond(administrator, { requestId: await waits(administrator) })).toMatchObject({ ok: true });
  expect(await takeWordForKeys(false)).toMatchObject({ value: { agreed: true } });
  expect(await takeWordForKeys(false)).toMatchObject({ problem: 'needs-two' });
  expect(await takeWordForKeys(true)).toMatchObject({ value: { agreed: false } });
});

describe('the tables', () => {
  const needed = 'second_pair_needed';
  const told = (written: Promise<unknown>) => written.then(() => null, refusal);

  test('take none of these deeds without the word of two, whatever asks', async () => {
    const [official, personId] = [
      await makeViewer('commune_official', union.longHung),
      await makeMember(union.khuPho5),
    ];
    expect(
      await told(db.erasure.create({ data: { personId, askedAt: new Date(), doneById: official.accountId } })),
    ).toBe(needed);
    const { id: accountId } = await createAccountWithRole(db, 'viewer', [union.longHung]);
    const role = { role: 'editor' as const, unitId: union.province.id };
    const grant = { accountId, ...role, validFrom: new Date('2026-11-01'), grantedById: province.accountId };
    expect(await told(db.roleGrant.create({ data: grant }))).toBe(needed);
    const invitation = {
      address: 'tu@demo.invalid',
      ...role,
      invitedById: province.accountId,
      tokenHash: new Uint8Array(32),
      expiresAt: new Date(),
    };
    expect(await told(db.invitation.create({ data: invitation }))).toBe(needed);
    const entry = {
      verb: 'exported',
      action: 'exportPeople',
      subjectType: 'list',
      unitId: union.longHung.id,
      actorId: official.accountId,
    };
    expect(await told(db.auditEntry.create({ data: { ...entry, change: { rows: 201 } } }))).toBe(needed);
    const rule = { action: 'erasePerson', fromCount: null, setById: province.accountId };
    expect(await told(db.secondPairRule.create({ data: rule }))).toBe(needed);
  });

  test('keep what was asked as it was asked, and take no answer with it', async () => {
    const asked = {
      action: 'erasePerson',
      payload: { personId: 'a' },
      askedById: province.accountId,
      unitId: union.longHung.id,
      expiresAt: new Date(Date.now() + 60_000),
    };
    const answered = { answer: 'agreed' as const, answeredById: administrator.accountId, answeredAt: new Date() };
    expect(await told(db.secondPair.create({ data: { ...asked, ...answered } }))).toBe('second_pair_stays');
    const { id } = await db.secondPair.create({ data: asked, select: { id: true } });
    expect(await told(db.secondPair.update({ where: { id }, data: { payload: { personId: 'b' } } }))).toBe(
      'second_pair_stays',
    );
    // an administrator erases nobody, so she agrees to no erasure
    expect(await told(db.secondPair.update({ where: { id }, data: answered }))).toBe('second_pair_no_right');
    await expect(db.secondPairRule.updateMany({ data: { fromCount: 9 } })).rejects.toThrow(/append-only|denied/);
  });

  test('know the same seconds as the portal', async () => {
    for (const action of secondActions)
      for (const role of [null, ...roles]) {
        const [row] = await db.$queryRaw<
          { held: string[] }[]
        >`SELECT app.seconds_for(${action}, ${role}::role)::text[] AS held`;
        expect(row?.held.sort(), `${action} ${role}`).toEqual([...secondsFor(action, role)].sort());
      }
  });

  test('ask nobody for a second where there never was one: a new portal has one administrator', async () => {
    const alone = await makeUnion();
    const { id } = await createAccountWithRole(db, 'system_administrator', [alone.province]);
    const asks = async () => {
      const [row] = await db.$queryRaw<{ needed: boolean }[]>`
        SELECT app.second_needed('giveRole', ${id}::uuid, ${alone.province.id}::uuid, 1, 'system_administrator') AS needed`;
      return row?.needed;
    };
    expect(await asks()).toBe(false);
    const other = await createAccountWithRole(db, 'system_administrator', [alone.province]);
    expect(await asks()).toBe(true);
    // closing the other one does not open it again
    await db.account.update({ where: { id: other.id }, data: { disabledAt: new Date() } });
    expect(await asks()).toBe(true);
  });
});
