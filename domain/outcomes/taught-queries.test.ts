import { beforeAll, describe, expect, test } from 'vitest';
import { hoursOf } from '@/domain/certificates/certificate';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createEnrolment } from '@/test/factories/trainings';
import { type Attended, makeAttended, makeOutcomeStage, type OutcomeStage, tap } from '@/test/stages/outcomes';
import { makeTrainer } from '@/test/stages/trainings';
import { makeMember, makeViewer } from '@/test/union';
import { findTaught } from './taught-queries';

let stage: OutcomeStage;
let here: Attended;
const period = { from: addDays(today(), -400), to: today() };

beforeAll(async () => {
  stage = await makeOutcomeStage();
  here = await makeAttended(stage, { held: true, marks: ['present', 'late', 'absent'], days: -40 });
  // the same woman again, and one who came without a record
  const again = await makeAttended(stage, { held: true, marks: [], days: -41 });
  const enrolment = await createEnrolment(db, again, { id: here.women[0]?.personId ?? '' }, 1);
  await tap(stage.device, again, enrolment, 'present');
  const walkIn = await createEnrolment(db, again, { id: await makeMember(stage.union.khuPho5) }, 2);
  await db.enrolment.update({ where: { id: walkIn.id }, data: { personId: null, name: 'Lê Thị Ghé' } });
  await tap(stage.device, again, walkIn, 'present');
  const hoa = await makeTrainer(stage.union.trangDai, 'Lê Thị Hoa');
  await makeAttended(stage, { unit: stage.union.ongHuong, trainer: hoa, held: true, marks: ['present'], days: -42 });
  await makeAttended(stage, { marks: ['present'], days: -43 }); // not closed
});

describe('hours taught and women reached', () => {
  test('a woman who came twice is one person and two attendances; what is not closed does not count', async () => {
    const taught = await findTaught(stage.official, { by: 'commune', ...period });
    expect(taught?.rows).toMatchObject([{ name: 'Long Hưng', sessions: 2, hours: 1.6, attendances: 4, people: 3 }]);
    expect(taught?.total).toMatchObject({ sessions: 2, attendances: 4, people: 3 });
  });

  test('by trainer, course and month the same sessions add up to the same total', async () => {
    for (const by of ['trainer', 'course', 'month'] as const) {
      const taught = await findTaught(stage.province, { by, ...period });
      expect(taught?.total).toMatchObject({ sessions: 3, attendances: 5, people: 4 });
      expect(
        taught?.rows.reduce((sum, { sessions }) => sum + sessions, 0),
        by,
      ).toBe(3);
    }
    const trainers = await findTaught(stage.province, { by: 'trainer', ...period });
    expect(trainers?.rows.map(({ name }) => name).sort()).toEqual(['Lê Thị Hoa', 'Trần Thị Mai']);
  });

  test('two who teach together have their hours each, the session counts once in all', async () => {
    const two = await makeAttended(stage, { unit: stage.union.ongHuong, held: true, marks: ['present'], days: -44 });
    const second = await makeTrainer(stage.union.longHung, 'Vũ Thị Kèm');
    const { startsAt, endsAt } = await db.session.findUniqueOrThrow({
      where: { id: two.id },
      select: { startsAt: true, endsAt: true },
    });
    await db.sessionTrainer.create({
      data: { sessionId: two.id, trainerId: second.personId, startsAt, endsAt, state: 'held' },
    });
    const before = (await findTaught(stage.province, { by: 'commune', ...period }))?.total;
    const trainers = await findTaught(stage.province, { by: 'trainer', ...period });
    expect(trainers?.rows.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(5);
    expect(trainers?.total).toEqual(before);
    expect(before?.sessions).toBe(4);
  });

  test('a period begins and ends on days of Viet Nam, both within', async () => {
    const { startsAt } = await db.session.findUniqueOrThrow({ where: { id: here.id }, select: { startsAt: true } });
    const day = new Date(startsAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as typeof period.from;
    expect((await findTaught(stage.official, { by: 'commune', from: day, to: day }))?.total.sessions).toBe(1);
    expect(
      (await findTaught(stage.official, { by: 'commune', from: addDays(day, 1), to: today() }))?.total.sessions,
    ).toBe(0);
  });

  test('hours are those of certificates: the session’s own, and of one all day or over several days its course’s', async () => {
    const { minutes } = await db.course.findUniqueOrThrow({
      where: { id: stage.course.id },
      select: { minutes: true },
    });
    const lengths = [
      ['14:00', 1.25, false],
      ['22:00', 2, false],
      ['00:00', 24, true],
      ['08:00', 56, false],
      ['00:00', 48, true],
    ] as const;
    for (const [at, [from, long, allDay]] of lengths.entries()) {
      const day = addDays(today(), -200 - 5 * at);
      const { id } = await makeAttended(stage, { marks: ['present'], days: -60 - at, held: true });
      const startsAt = new Date(`${day}T${from}:00+07:00`);
      const endsAt = new Date(startsAt.getTime() + long * 3_600_000);
      await db.sessionTrainer.deleteMany({ where: { sessionId: id } });
      await db.session.update({ where: { id }, data: { startsAt, endsAt, allDay }, select: { id: true } });
      const { total } = (await findTaught(stage.official, { by: 'commune', from: day, to: day })) ?? {};
      expect(total).toMatchObject({ sessions: 1, hours: hoursOf({ startsAt, endsAt, allDay }, minutes), demo: false });
    }
  });

  test('nothing beyond her reach, also when it is asked for; not for heads and trainers', async () => {
    const theirs = await findTaught(stage.official, { by: 'commune', communeId: stage.union.trangDai.id, ...period });
    expect(theirs).toEqual({ rows: [], total: { sessions: 0, hours: 0, attendances: 0, people: 0, demo: false } });
    for (const viewer of [stage.head, stage.trainer])
      expect(await findTaught(viewer, { by: 'course', ...period })).toBeNull();
    expect(
      await findTaught(await makeViewer('viewer', stage.union.longHung), { by: 'course', ...period }),
    ).not.toBeNull();
  });
});
