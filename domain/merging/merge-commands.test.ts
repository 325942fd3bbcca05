import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createPerson } from '@/test/factories/people';
import { createEnrolment, createSession } from '@/test/factories/trainings';
import { makeDouble, mergeOf, type TwoRecords } from '@/test/stages/merging';
import { inDays, makeCourse } from '@/test/stages/trainings';
import { lockPeriod, makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { mergePersons, undoMerge } from './merge-commands';
import { findMergedInto, previewMerge } from './merge-queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
});

const double = (name?: string) => makeDouble(union, name);
const merged = async (two: TwoRecords, choices = {}) => {
  const result = await mergePersons(official, await mergeOf(two, choices));
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};
const coverageOf = async (unitId: string, day: string) => {
  const [row] = await db.$queryRaw<{ covered: boolean }[]>`
    SELECT covered FROM app.coverage_units(${day}::date) WHERE unit_id = ${unitId}::uuid`;
  return row?.covered;
};

describe('merging', () => {
  test('field by field as chosen; the old address leads to the survivor, and the trail names no value', async () => {
    const two = await double();
    await merged(two, { name: 'absorbed', phone: 'absorbed' });
    const survivor = await db.person.findUniqueOrThrow({ where: { id: two.survivorId } });
    expect(survivor).toMatchObject({ fullName: 'Lê Thị Hai Hai', birthYear: 1970, phone: '09•• ••• 678' });
    expect(await findMergedInto(official, two.absorbedId)).toBe(two.survivorId);
    expect(await findMergedInto(outsider, two.absorbedId)).toBeNull();
    const trail = await db.auditEntry.findMany({ where: { subjectId: two.survivorId }, take: 5 });
    expect(JSON.stringify(trail)).not.toMatch(/Hai Hai|91234/);
  });

  test('both records must be kept within reach: a neighbour’s is answered as one that does not exist, either way round', async () => {
    const two = await double();
    const theirs = await makeMember(union.ongHuong);
    const wish = await mergeOf(two);
    for (const change of [{ absorbedId: theirs }, { survivorId: theirs }, { absorbedId: nothing }])
      expect(await mergePersons(official, { ...wish, ...change })).toEqual({ ok: false, problem: 'not-found' });
    expect(await previewMerge(official, two.survivorId, theirs)).toBeNull();
    expect(await mergePersons(outsider, wish)).toEqual({ ok: false, problem: 'not-found' });
    for (const viewer of [reader, await makeViewer('viewer', union.province)]) {
      expect(await mergePersons(viewer, wish)).toEqual({ ok: false, problem: 'not-allowed' });
      expect(await previewMerge(viewer, two.survivorId, two.absorbedId)).toBeNull();
    }
    expect(await mergePersons(head, wish)).toEqual({ ok: false, problem: 'not-found' });
    expect(await mergePersons(official, { ...wish, absorbedId: two.survivorId })).toMatchObject({
      problem: 'same-record',
    });
  });

  test('what moves is counted before; a pair between the two is told and ends, and no woman guides herself', async () => {
    const two = await double();
    await createPair(db, union.khuPho5, { id: two.absorbedId }, { id: two.survivorId }, { from: inDays(-30) });
    const preview = await previewMerge(official, two.survivorId, two.absorbedId);
    expect(preview).toMatchObject({
      told: {
        between: 1,
        moves: [
          { kind: 'memberships', count: 1 },
          { kind: 'pairs', count: 1 },
        ],
      },
    });
    await merged(two);
    const pair = await db.pair.findFirstOrThrow({ where: { instructorId: two.absorbedId } });
    expect(pair).toMatchObject({ learnerId: two.survivorId, validTo: new Date(`${today()}T00:00:00Z`) });
  });

  test('two pairs with the same third woman become one, with the families of both: coverage is what it was', async () => {
    const two = await double();
    const third = { id: await makeMember(union.to1) };
    const family = await createModel(db, union.to1);
    await createPair(db, union.to1, { id: two.survivorId }, third, { from: inDays(-20), to: inDays(-5) });
    await createPair(db, union.to1, { id: two.absorbedId }, third, { from: inDays(-10), tiedTo: family });
    const days = [-12, -8, 0].map(inDays);
    const before = await Promise.all(days.map((day) => coverageOf(union.to1.id, day)));
    await merged(two);
    expect(await Promise.all(days.map((day) => coverageOf(union.to1.id, day)))).toEqual(before);
    expect(before).toEqual([false, true, true]);
    const own = await db.pair.findMany({ where: { instructorId: two.survivorId, learnerId: third.id }, take: 5 });
    expect(own.filter(({ validFrom, validTo }) => validTo === null || validFrom < validTo)).toHaveLength(1);
  });

  test('enrolled twice in one session she has one place, the one with her mark, and the other is kept beside it', async () => {
    const two = await double();
    const at = (hour: string) => `${inDays(6)}T${hour}:00:00+07:00`;
    const course = { id: await makeCourse() };
    const session = await createSession(db, { course, unit: union.khuPho5, startsAt: at('08'), endsAt: at('10') });
    const own = await createEnrolment(db, session, { id: two.survivorId }, 1);
    const other = await createEnrolment(db, session, { id: two.absorbedId }, 2);
    const device = await db.device.create({ data: { accountId: official.accountId }, select: { id: true } });
    await db.attendanceEvent.create({
      data: {
        deviceId: device.id,
        sequence: 1,
        sessionId: session.id,
        enrolmentId: other.id,
        mark: 'present',
        markedAt: new Date(),
        markedById: official.accountId,
      },
      select: { sequence: true },
    });
    await merged(two);
    expect(await db.enrolment.findUnique({ where: { id: own.id } })).toMatchObject({
      state: 'merged',
      mergedIntoId: other.id,
    });
    expect(await db.enrolment.findUnique({ where: { id: other.id } })).toMatchObject({
      state: 'confirmed',
      personId: two.survivorId,
    });
    expect(await db.attendance.findMany({ where: { personId: two.survivorId }, take: 5 })).toMatchObject([
      { mark: 'present' },
    ]);
  });

  test('an account goes with her; two accounts stand in the way', async () => {
    const two = await double();
    const account = await createAccount(db, { person: { id: two.absorbedId } });
    await createAccount(db, { person: { id: two.survivorId } });
    expect(await mergePersons(official, await mergeOf(two))).toEqual({ ok: false, problem: 'two-accounts' });
    const third = (await createPerson(db, union.khuPho5)).id;
    await merged({ survivorId: third, absorbedId: two.absorbedId });
    expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({ personId: third });
  });

  test('the later refusal of a consent holds, on whichever record it was given', async () => {
    const two = await double();
    const text = await db.consentText.create({
      data: {
        purpose: 'image',
        locale: 'vi',
        edition: Math.floor(Math.random() * 1e9),
        body: 'Ảnh',
        sha256: Buffer.alloc(32),
      },
      select: { id: true },
    });
    const say = (personId: string, answer: 'given' | 'refused', day: number) =>
      db.consent.create({
        data: {
          personId,
          textId: text.id,
          purpose: 'image',
          answer,
          channel: 'paper',
          answeredAt: new Date(`${inDays(day)}T00:00:00Z`),
        },
        select: { id: true },
      });
    await say(two.survivorId, 'given', -5);
    await say(two.absorbedId, 'refused', -2);
    await merged(two);
    const rows = await db.$queryRaw`SELECT answer::text FROM app.standing_consent(${two.survivorId}::uuid, 'image')`;
    expect(rows).toEqual([{ answer: 'refused' }]);
  });

  test('nothing new hangs on a merged record, not even when it is written at the same moment', async () => {
    const two = await double();
    const data = { personId: two.absorbedId, unitId: union.to1.id, validFrom: new Date('2026-01-01') };
    const wish = await mergeOf(two);
    const [result, late] = await Promise.allSettled([
      mergePersons(official, wish),
      db.membership.create({ data, select: { id: true } }),
    ]);
    expect(result).toMatchObject({ value: { ok: true } });
    const left = await db.membership.count({ where: { personId: two.absorbedId } });
    expect(left).toBe(0);
    if (late.status === 'rejected') expect(String(late.reason)).toMatch(/merged/);
    await expect(db.membership.create({ data, select: { id: true } })).rejects.toThrow(/merged into another/);
  });

  test('the same two merged twice at once, or each into the other: one wins', async () => {
    for (const turn of [false, true]) {
      const two = await double();
      const turned = turn ? { survivorId: two.absorbedId, absorbedId: two.survivorId } : two;
      const wishes = [await mergeOf(two), await mergeOf(turned)] as const;
      const results = await Promise.all(wishes.map((wish) => mergePersons(official, wish)));
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(results.find(({ ok }) => !ok)).toMatchObject({
        problem: expect.stringMatching(/already-merged|changed-meanwhile|not-found/),
      });
      expect(await db.personMerge.count({ where: { absorbedId: { in: [two.survivorId, two.absorbedId] } } })).toBe(1);
    }
  });

  test('coverage of a closed month never changes by a merger, nor by what undoes one: both say from which day on they can', async () => {
    const arranged = async (unit: TestUnion['khuPho5']) => {
      const gone = await createMember(db, unit, { to: '2025-09-05' });
      const here = await createMember(db, unit);
      const family = await createModel(db, unit);
      await createPair(db, unit, gone, { id: await makeMember(unit) }, { tiedTo: family });
      expect(await coverageOf(unit.id, '2025-09-20')).toBe(false);
      return { survivorId: here.id, absorbedId: gone.id };
    };
    const before = await merged(await arranged(union.khuPho5));
    const two = await arranged(union.khuPho6);
    await lockPeriod(union.longHung, '2025-09-01', '2025-10-01');
    // the first day that can be corrected says which report has to be opened
    const refused = { ok: false, problem: 'period-locked', detail: { until: '2025-10-01' } };
    expect(await mergePersons(official, await mergeOf(two))).toEqual(refused);
    expect(await db.membership.count({ where: { personId: two.absorbedId } })).toBe(1);
    expect(await undoMerge(official, { mergeId: before })).toEqual(refused);
    expect(await coverageOf(union.khuPho5.id, '2025-09-20')).toBe(true);
  });
});
