import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { listMessages } from '@/domain/messages/queries';
import { startMembership } from '@/domain/people/memberships/membership-commands';
import { createNetwork, joinNetwork } from '@/domain/people/memberships/network-commands';
import { appoint } from '@/domain/people/memberships/office-commands';
import { findPerson } from '@/domain/people/record-queries';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createOffice } from '@/test/factories/people';
import { createEnrolment } from '@/test/factories/trainings';
import { makeApproved, makeTrainingStage } from '@/test/stages/trainings';
import { lockPeriod, makeMember, makeViewer } from '@/test/union';
import { recordDeath, takeBackDeath } from './death-commands';
import { findDeath } from './death-queries';

const { union, official, elsewhere, courseId } = await makeTrainingStage();
const lastDay = addDays(today(), -2);
let province: Viewer;
let her: string;
let minutes = 0;

const versionOf = async (id: string) =>
  (await db.person.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
const die = async (viewer: Viewer, day = lastDay) =>
  recordDeath(viewer, { personId: her, version: await versionOf(her), lastDay: day });
/** Tables in which something dated still points to her after a day, whatever the product knows of them. */
async function openTables(): Promise<string[]> {
  const dated = await db.$queryRaw<{ tab: string; col: string }[]>`
    SELECT r.relname::text AS tab, a.attname::text AS col FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass
      AND EXISTS (SELECT FROM pg_attribute d WHERE d.attrelid = c.conrelid AND d.attname = 'valid_to')`;
  const open: string[] = [];
  for (const { tab, col } of dated) {
    const rows = await db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${tab} WHERE ${col} = $1::uuid AND (valid_to IS NULL OR valid_to > $2::date)`,
      her,
      addDays(lastDay, 1),
    );
    if (rows[0]?.n) open.push(`${tab}.${col}`);
  }
  return open.sort();
}

/** A deputy who guides, leads a family, holds a role, and has a seat tomorrow of which she is still to be told. */
beforeAll(async () => {
  province = await makeViewer('province_official', union.province);
});
async function makeHer() {
  const woman = await createMember(db, union.khuPho5, { name: 'Trần Thị Thương', phone: '+84912000777' });
  her = woman.id;
  await createOffice(db, union.khuPho5, woman, 'sub_association_deputy');
  const family = await createModel(db, union.khuPho5);
  await createPair(db, union.khuPho5, woman, { id: await makeMember(union.khuPho5) }, { tiedTo: family });
  await createPair(db, union.khuPho5, { id: await makeMember(union.khuPho5) }, woman);
  await joinModel(db, family, woman, { office: 'deputy' });
  const account = await createAccountWithRole(db, 'sub_association_head', [union.khuPho5], { person: woman });
  minutes += 10;
  const clock = (at: number) =>
    `${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const wish = { unit: union.khuPho5, courseId };
  const { id: sessionId } = await makeApproved(wish, 4, clock(minutes), clock(minutes + 5));
  const { id: enrolmentId } = await createEnrolment(db, { id: sessionId }, woman, 1);
  const about = { about: 'session-moved', locale: 'vi', sessionId } as const;
  await db.outboxMessage.createMany({
    data: [
      { ...about, kind: 'zalo', dedupeKey: `zalo ${enrolmentId}`, enrolmentId },
      { ...about, kind: 'email', dedupeKey: `mail ${enrolmentId}`, accountId: account.id, recipient: 'a@test.invalid' },
    ],
  });
  // and she signed up by herself for another one, without a record
  const { id: otherId } = await makeApproved(wish, 5, clock(minutes), clock(minutes + 5));
  const herself = { name: 'trần thị thương', phone: '+84912000777', seatNo: 1, arrivalNo: 1 };
  await db.enrolment.create({ data: { sessionId: otherId, ...herself, origin: 'public_page', state: 'confirmed' } });
  return { accountId: account.id, sessionId, otherId };
}

describe('a woman has died', () => {
  test('nothing of hers runs after her last day, her account is closed, and nothing that waits goes to her', async () => {
    const { accountId, sessionId, otherId } = await makeHer();
    expect(await openTables()).not.toEqual([]);
    expect((await listMessages(official, { sessionId })).messages).toHaveLength(1);
    expect(await die(official)).toEqual({ ok: true, value: { id: her } });
    expect(await openTables()).toEqual([]);
    const membership = await db.membership.findFirstOrThrow({ where: { personId: her } });
    expect(membership).toMatchObject({ validTo: new Date(addDays(lastDay, 1)), endReason: 'died' });
    expect((await listMessages(official, { sessionId })).messages).toEqual([]);
    const messages = await db.outboxMessage.findMany({ where: { sessionId }, select: { state: true }, take: 9 });
    expect(messages.map(({ state }) => state)).toEqual(['discarded', 'discarded']);
    expect(await db.enrolment.findFirst({ where: { sessionId } })).toMatchObject({ state: 'cancelled', seatNo: null });
    expect(await db.enrolment.findFirst({ where: { sessionId: otherId } })).toMatchObject({ state: 'cancelled' });
    expect(await db.account.findUnique({ where: { id: accountId } })).toMatchObject({ disabledAt: expect.any(Date) });
    expect(await db.roleGrant.count({ where: { accountId, revokedAt: null } })).toBe(0);
    const line = { action: 'recordDeath', subjectId: her, actorId: official.accountId };
    expect(await db.auditEntry.findFirst({ where: line })).toMatchObject({ verb: 'ended', change: { lastDay } });
  });

  test('her record stays, says it, and nothing new begins for her; taken back, it may', async () => {
    await makeHer();
    await die(official);
    expect(await findPerson(official, her)).toMatchObject({ name: 'Trần Thị Thương', diedOn: lastDay });
    const refused = { ok: false, problem: 'has-died' };
    const start = { personId: her, unitId: union.khuPho6.id, kind: 'member', from: today() } as const;
    expect(await startMembership(official, start)).toEqual(refused);
    const office = { personId: her, unitId: union.khuPho5.id, title: 'sub_association_deputy', from: today() } as const;
    expect(await appoint(official, { ...office, termId: undefined })).toEqual(refused);
    const group = {
      unitId: union.khuPho5.id,
      kind: 'knowledge_sharing_group',
      name: 'Nhóm chia sẻ',
      from: today(),
    } as const;
    expect(await createNetwork(official, { ...group, personId: her })).toEqual(refused);
    expect(await createNetwork(official, { ...group, personId: await makeMember(union.khuPho5) })).toMatchObject({
      ok: true,
    });
    const { id: networkId } = await db.network.findFirstOrThrow({ where: { unitId: group.unitId, name: group.name } });
    expect(await joinNetwork(official, { personId: her, networkId, from: today() })).toEqual(refused);
    const version = await versionOf(her);
    expect(await takeBackDeath(official, { personId: her, version: version - 1 })).toMatchObject({ ok: false });
    expect(await takeBackDeath(official, { personId: her, version })).toMatchObject({ ok: true });
    expect(await startMembership(official, start)).toMatchObject({ ok: true });
    expect(await findDeath(official, her)).toMatchObject({ diedOn: null });
  });

  test('it is said once, of a day that has come, and of the record as it was seen', async () => {
    await makeHer();
    expect(await die(official, addDays(today(), 1))).toMatchObject({ problem: 'day-in-future' });
    const stale = { personId: her, version: (await versionOf(her)) + 1, lastDay };
    expect(await recordDeath(official, stale)).toMatchObject({ problem: 'changed-meanwhile' });
    await die(official);
    expect(await die(official)).toMatchObject({ problem: 'died-already', detail: { day: lastDay } });
  });

  test('whoever keeps her record and hands her work over says it; a neighbour finds nobody, a head and a viewer may not', async () => {
    await makeHer();
    expect(await die(elsewhere)).toEqual({ ok: false, problem: 'not-found' });
    for (const role of ['sub_association_head', 'viewer'] as const)
      expect(await die(await makeViewer(role, union.khuPho5))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await die({ ...official, personId: her })).toMatchObject({ problem: 'herself' });
    expect(await findDeath(elsewhere, her)).toBeNull();
  });

  test('a role that only the city takes is not ended by a commune: the city says that she has died', async () => {
    await makeHer();
    const { id: accountId } = await db.account.findFirstOrThrow({ where: { personId: her }, select: { id: true } });
    const grant = {
      accountId,
      role: 'commune_official',
      unitId: union.longHung.id,
      validFrom: new Date('2026-01-01'),
    } as const;
    await db.roleGrant.create({ data: grant });
    expect(await findDeath(official, her)).toMatchObject({ roles: 1 });
    expect(await die(official)).toMatchObject({ problem: 'roles-of-city', detail: { count: '1' } });
    expect(await die(province)).toMatchObject({ ok: true });
    expect(await db.roleGrant.count({ where: { accountId, revokedAt: null } })).toBe(0);
  });

  test('of a month that is closed nothing changes: the day she died is kept, and what ran ends on the first open day', async () => {
    await makeHer();
    const [month] = await db.$queryRaw<{ from: Day; to: Day }[]>`
      SELECT (date_trunc('month', app.today()) - interval '1 month')::date::text AS from, date_trunc('month', app.today())::date::text AS to`;
    const { from, to } = month ?? expect.unreachable();
    await lockPeriod(union.longHung, from, to);
    expect(await die(official, from)).toMatchObject({ ok: true });
    expect(await db.membership.findFirstOrThrow({ where: { personId: her } })).toMatchObject({ validTo: new Date(to) });
    expect(await findPerson(official, her)).toMatchObject({ diedOn: from });
  });
});
