import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createSkill } from '@/test/factories/trainings';
import { makeMember, makeStaff, makeUnion, type TestUnion } from '@/test/union';
import { listWomenNear } from '../choice-queries';
import { type Entry, lessonDeliveryInput } from './delivery';
import { deliverPeerLessons } from './delivery-commands';
import { openLessonPhone } from './phone-commands';
import { listLessonPlaces } from './place-queries';

let union: TestUnion;
let staff: Awaited<ReturnType<typeof makeStaff>>;
let topicId: string;
let deviceId: string;

beforeAll(async () => {
  union = await makeUnion();
  staff = await makeStaff(union);
  topicId = (await createSkill(db, { campaignTopic: true })).id;
  const phone = await openLessonPhone(staff.head, { known: [] });
  deviceId = phone.ok ? phone.value.deviceId : expect.unreachable();
});

let sequence = 0;
const noted = (more = {}): Entry & { kind: 'lesson' } => ({
  kind: 'lesson',
  sequence: ++sequence,
  lesson: {
    id: randomUUID(),
    unitId: union.khuPho5.id,
    day: today(),
    topicId,
    minutes: 15,
    women: 1,
    learnerIds: [],
    ...more,
  },
});
const deliver = (...entries: Entry[]) => deliverPeerLessons(staff.head, { deviceId, entries });

describe('what a phone delivers', () => {
  test('is taken in its order, each by itself: one that is refused holds up no other and says why', async () => {
    const [first, ahead, last] = [noted(), noted({ day: '2999-01-01' }), noted({ minutes: 60 })];
    const answer = await deliver(first, ahead, last, {
      kind: 'undoing',
      sequence: ++sequence,
      lessonId: first.lesson.id,
    });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        safe: [first.sequence, last.sequence, sequence],
        refused: [{ sequence: ahead.sequence, problem: 'not-yet', detail: { day: today() } }],
        month: { lessons: 1, minutes: 60, women: 1 },
      },
    });
  });

  test('sixteen times at once is there once', async () => {
    const entries = [noted(), noted()];
    const answers = await Promise.all(Array.from({ length: 16 }, () => deliver(...entries)));
    for (const answer of answers)
      expect(answer).toMatchObject({ value: { safe: entries.map((each) => each.sequence) } });
    const ids = entries.map(({ lesson }) => lesson.id);
    expect(await db.peerLesson.count({ where: { id: { in: ids } } })).toBe(2);
    expect(await db.auditEntry.count({ where: { subjectId: { in: ids } } })).toBe(2);
  });

  test('by a phone that is not hers is not found, and whoever may note nothing gets no phone', async () => {
    const entries = [noted()];
    expect(await deliverPeerLessons(staff.neighbour, { deviceId, entries })).toEqual({
      ok: false,
      problem: 'not-found',
    });
    expect(await openLessonPhone(staff.reader, { known: [deviceId] })).toEqual({ ok: false, problem: 'not-allowed' });
    expect(lessonDeliveryInput.safeParse({ deviceId, entries: [{ ...entries[0], more: 1 }] }).success).toBe(false);
  });
});

test('her places and whom a lesson may be about are hers alone', async () => {
  const her = await makeMember(union.khuPho5, 'Ấu Thị Gần');
  expect(await listLessonPlaces(staff.head)).toEqual([{ id: union.khuPho5.id, name: 'Khu phố 5' }]);
  expect(await listLessonPlaces(staff.reader)).toEqual([]);
  expect((await listWomenNear(staff.head, union.khuPho5.id)).women.map(({ id }) => id)).toContain(her);
  for (const viewer of [staff.neighbour, staff.otherHead, staff.reader])
    expect(await listWomenNear(viewer, union.khuPho5.id)).toEqual({ pairs: [], women: [], me: null });
});
