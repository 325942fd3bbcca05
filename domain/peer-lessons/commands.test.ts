import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createLesson } from '@/test/factories/peer-lessons';
import { createSkill } from '@/test/factories/trainings';
import { lockPeriod, makeMember, makeStaff, makeUnion, nothing, type TestUnion } from '@/test/union';
import { correctPeerLesson, recordPeerLesson, takeBackPeerLesson } from './commands';
import { countMonth, countPeerLessons } from './figure-queries';
import type { LessonInput } from './peer-lesson';
import { findPeerLesson, listPeerLessons } from './queries';

let union: TestUnion;
let staff: Awaited<ReturnType<typeof makeStaff>>;
let topicId: string;

beforeAll(async () => {
  union = await makeUnion();
  staff = await makeStaff(union);
  topicId = (await createSkill(db, { campaignTopic: true })).id;
});

const lesson = (more: Partial<LessonInput> = {}): LessonInput => ({
  id: randomUUID(),
  unitId: union.khuPho5.id,
  day: today(),
  topicId,
  minutes: 30,
  women: 2,
  learnerIds: [],
  ...more,
});
const noted = async (viewer: Viewer, more: Partial<LessonInput> = {}) => {
  const input = lesson(more);
  expect(await recordPeerLesson(viewer, input)).toMatchObject({ ok: true });
  return input;
};
const rowOf = (id: string) => db.peerLesson.findUnique({ where: { id } });

describe('noting a lesson', () => {
  test('keeps topic, minutes, how many learned and who is named; the trail says how many and never who', async () => {
    const [teacherId, learnerId] = [await makeMember(union.khuPho5, 'Cù Thị Chỉ'), await makeMember(union.to1)];
    const { id } = await noted(staff.head, { teacherId, learnerIds: [learnerId], women: 1 });
    expect(await findPeerLesson(staff.official, id)).toMatchObject({
      minutes: 30,
      women: 1,
      teacher: { name: 'Cù Thị Chỉ' },
      learners: [{ id: learnerId }],
      recordedBy: staff.head.displayName,
      communeName: 'Long Hưng',
    });
    const trail = await db.auditEntry.findFirstOrThrow({ where: { subjectId: id }, select: { change: true } });
    expect(trail.change).toEqual({ day: today(), topicId, minutes: 30, women: 1, named: 2 });
  });

  test('those who are named are among those who learned', async () => {
    const learnerIds = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const { id } = await noted(staff.head, { learnerIds, women: 1 });
    expect((await rowOf(id))?.women).toBe(2);
  });

  test('sixteen deliveries of the same tap at once are one lesson and one line of the trail', async () => {
    const input = lesson({ learnerIds: [await makeMember(union.khuPho5)] });
    const answers = await Promise.all(Array.from({ length: 16 }, () => recordPeerLesson(staff.head, input)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db.peerLesson.count({ where: { id: input.id } })).toBe(1);
    expect(await db.auditEntry.count({ where: { subjectId: input.id } })).toBe(1);
    expect(await recordPeerLesson(staff.head, { ...input, minutes: 60 })).toMatchObject({
      problem: 'already-recorded',
    });
    expect(await recordPeerLesson(staff.official, input)).toMatchObject({ problem: 'already-recorded' });
  });

  test('is for whoever answers for the place: the neighbour finds nothing, a reader and a trainer note nothing', async () => {
    await noted(staff.official, { unitId: union.longHung.id });
    expect(await recordPeerLesson(staff.reader, lesson())).toEqual({ ok: false, problem: 'not-allowed' });
    for (const viewer of [staff.neighbour, staff.otherHead, staff.trainer])
      expect(await recordPeerLesson(viewer, lesson())).toEqual({ ok: false, problem: 'not-found' });
    for (const more of [{ unitId: nothing }, { topicId: nothing }, { teacherId: nothing }])
      expect(await recordPeerLesson(staff.head, lesson(more))).toEqual({ ok: false, problem: 'not-found' });
    const elsewhere = await makeMember(union.ongHuong);
    expect(await recordPeerLesson(staff.head, lesson({ learnerIds: [elsewhere] }))).toMatchObject({ ok: false });
  });

  test('not of a day to come, not of one on which the unit was not there, and nobody teaches herself', async () => {
    expect(await recordPeerLesson(staff.head, lesson({ day: addDays(today(), 1) }))).toMatchObject({
      problem: 'not-yet',
    });
    expect(await recordPeerLesson(staff.head, lesson({ day: '2025-06-30' }))).toEqual({
      ok: false,
      problem: 'not-there-then',
    });
    const her = await makeMember(union.khuPho5);
    expect(await recordPeerLesson(staff.head, lesson({ teacherId: her, learnerIds: [her] }))).toMatchObject({
      problem: 'teaches-herself',
    });
  });

  test('a woman whose record has gone into another is named by the one that holds', async () => {
    const [survivor, absorbed] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    await db.person.update({ where: { id: absorbed }, data: { mergedIntoId: survivor }, select: { id: true } });
    const { id } = await noted(staff.head, { teacherId: absorbed });
    expect((await rowOf(id))?.teacherId).toBe(survivor);
  });
});

describe('a closed month', () => {
  const [february, march]: [Day, Day] = ['2026-02-10', '2026-03-10'];

  test('keeps its lessons: none is added, corrected into or out of it, or taken back, by a command or past it', async () => {
    const closed = await noted(staff.official, { day: february });
    const open = await noted(staff.official, { day: march });
    await lockPeriod(union.longHung, '2026-02-01', '2026-03-01');
    const again = (input: LessonInput, day: Day) => ({ ...input, lessonId: input.id, version: 1, day });
    for (const answer of [
      await recordPeerLesson(staff.head, lesson({ day: february })),
      await correctPeerLesson(staff.official, again(open, february)),
      await correctPeerLesson(staff.official, again(closed, march)),
      await takeBackPeerLesson(staff.official, { lessonId: closed.id }),
    ])
      expect(answer).toMatchObject({ problem: 'period-locked', detail: { until: '2026-03-01' } });
    await expect(createLesson(db, union.khuPho5, { on: february })).rejects.toThrow('2026-03-01');
    expect(await takeBackPeerLesson(staff.official, { lessonId: open.id })).toMatchObject({ ok: true });
  });
});

describe('correcting and taking back', () => {
  test('whoever noted it, within a week; the official at any time; nobody else', async () => {
    const { id } = await noted(staff.head);
    const old = await createLesson(db, union.khuPho5, { on: '2026-04-02', by: { id: staff.head.accountId } });
    expect(await takeBackPeerLesson(staff.head, { lessonId: old.id })).toEqual({ ok: false, problem: 'own-time-over' });
    expect(await takeBackPeerLesson(staff.reader, { lessonId: id })).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await takeBackPeerLesson(staff.neighbour, { lessonId: id })).toEqual({ ok: false, problem: 'not-found' });
    expect(await takeBackPeerLesson(staff.official, { lessonId: old.id })).toMatchObject({ ok: true });
    expect(await takeBackPeerLesson(staff.head, { lessonId: id })).toMatchObject({ ok: true });
    expect(await takeBackPeerLesson(staff.head, { lessonId: id })).toMatchObject({ ok: true });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'takeBackPeerLesson' } })).toBe(1);
  });

  test('two who correct it at once: the second is shown what the first one wrote', async () => {
    const { id, ...facts } = await noted(staff.head);
    const correct = (minutes: number) =>
      correctPeerLesson(staff.official, { ...facts, lessonId: id, version: 1, minutes });
    const answers = await Promise.all([correct(45), correct(90)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find(({ ok }) => !ok);
    const kept = String((await rowOf(id))?.minutes);
    expect(refused).toMatchObject({ problem: 'changed-meanwhile', detail: { minutes: kept, version: '2' } });
  });

  test('what was taken back is in no list and in no figure, and is corrected no more', async () => {
    const of = { subAssociationId: union.khuPho6.id };
    const sums = async () => (await listPeerLessons(staff.otherHead, of)).sums;
    const month = async () => countMonth(staff.otherHead, union.khuPho6.id);
    const kept = await noted(staff.otherHead, { unitId: union.khuPho6.id, minutes: 15, women: 3 });
    const mistake = await noted(staff.otherHead, { unitId: union.khuPho6.id, minutes: 60, women: 4 });
    expect(await sums()).toEqual({ lessons: 2, minutes: 75, women: 7 });
    await takeBackPeerLesson(staff.otherHead, { lessonId: mistake.id });
    expect(await sums()).toEqual({ lessons: 1, minutes: 15, women: 3 });
    expect(await month()).toMatchObject({ lessons: 1, minutes: 15, women: 3 });
    const facts = { ...mistake, lessonId: mistake.id, version: 2 };
    expect(await correctPeerLesson(staff.otherHead, facts)).toEqual({ ok: false, problem: 'taken-back' });
    expect((await listPeerLessons(staff.otherHead, of)).lessons.map(({ id }) => id)).toEqual([kept.id]);
    expect(await countPeerLessons(staff.neighbour, { unitId: union.khuPho6.id })).toBeNull();
    expect((await listPeerLessons(staff.neighbour)).lessons).toEqual([]);
  });
});
