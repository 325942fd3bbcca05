import { beforeAll, describe, expect, test } from 'vitest';
import { type Day, toDate } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCourse, createSession } from '@/test/factories/trainings';
import { type Made, newId, write } from '@/test/factories/write';
import { lockPeriod, makeUnion, type TestUnion } from '@/test/union';

let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
});

describe('the hours of a session of whole days are those that its course had when it was reported:', () => {
  const hours = async (from: Day, to: Day) =>
    Number(
      (
        await db.$queryRaw<{ done: string }[]>`
          SELECT done::text FROM app.flows_since(ARRAY['hours_taught'], ${union.ongHuong.id}::uuid, ${toDate(from)}::date, ${toDate(to)}::date)
          WHERE unit_id = ${union.ongHuong.id}::uuid`
      )[0]?.done ?? 0,
    );
  const lengthOf = (course: Made, minutes: number) =>
    db.course.update({ where: { id: course.id }, data: { minutes }, select: { id: true } });
  const reported = async (day: string, course: Made) => {
    const whole = { startsAt: `${day}T00:00:00+07:00`, endsAt: `${day}T24:00:00+07:00`, allDay: true };
    const session = await createSession(db, { course, unit: union.ongHuong, ...whole });
    await write(db, [
      ['session_decision', { id: newId(), session_id: session.id, kind: 'held', decided_at: `${day}T04:00Z` }],
    ]);
    return session;
  };

  test('a correction of the course moves no day that is past, closed or open; what is reported later has its new length', async () => {
    const course = await createCourse(db);
    await lengthOf(course, 240);
    const [september, october]: [Day, Day] = ['2026-09-10', '2026-10-10'];
    const session = await reported(september, course);
    expect(await hours(september, september)).toBe(4);
    await lockPeriod(union.trangDai, '2026-09-01', '2026-10-01');
    await lengthOf(course, 480);
    expect(await hours(september, september)).toBe(4);
    await reported(october, course);
    expect(await hours(october, october)).toBe(8);
    await lengthOf(course, 60);
    expect([await hours(september, september), await hours(october, october)]).toEqual([4, 8]);
    await expect(db.$executeRaw`UPDATE session SET course_minutes = 60 WHERE id = ${session.id}::uuid`).rejects.toThrow(
      /permission denied/,
    );
  });
});
