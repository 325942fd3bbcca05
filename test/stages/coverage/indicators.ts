import pg from 'pg';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createLesson } from '@/test/factories/peer-lessons';
import { createMember } from '@/test/factories/people';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import {
  createCommune,
  createGroup,
  createProvince,
  createSubAssociation,
  keepRecords,
  type MadeUnit,
} from '@/test/factories/units';
import { type Made, newId, write } from '@/test/factories/write';

const JANUARY = '2026-01-10';

/** A pair of two members of a unit. */
async function pairAt(
  unit: MadeUnit,
  { from = JANUARY, tiedTo, gone }: { from?: string; tiedTo?: Made; gone?: string } = {},
) {
  const joined = { from: from > JANUARY ? from : '2025-07-01' };
  const instructor = await createMember(db, unit, { ...joined, ...(gone ? { to: gone } : {}) });
  const learner = await createMember(db, unit, joined);
  await createPair(db, unit, instructor, learner, { from, ...(tiedTo ? { tiedTo } : {}) });
  return { instructor, learner };
}

async function tiedAt(unit: MadeUnit, from = JANUARY, ends: { family?: string; instructor?: string } = {}) {
  const family = await createModel(db, unit, { from, ...(ends.family ? { to: ends.family } : {}) });
  return pairAt(unit, { from, tiedTo: family, ...(ends.instructor ? { gone: ends.instructor } : {}) });
}

/** Twelve units around the edges, in three communes and one without units: what stands in them on 31/03 and on 30/09/2026. */
export async function makeIndicatorStage() {
  const province = await createProvince(db);
  const an = await createCommune(db, province, { name: 'An Bình' });
  const binh = await createCommune(db, province, { name: 'Bình Long' });
  const cam = await createCommune(db, province, { name: 'Cẩm Mỹ' });
  const empty = await createCommune(db, province, { name: 'Đăk Ơ' });
  for (const commune of [an, binh, empty]) await keepRecords(db, commune);
  await keepRecords(db, cam, '2026-08-01');
  const below = (commune: MadeUnit, name: string, from?: string) =>
    createSubAssociation(db, commune, { name, ...(from ? { from } : {}) });

  const tied = await below(an, 'Chi hội gắn');
  const untied = await below(an, 'Chi hội chưa gắn');
  const familyOnly = await below(an, 'Chi hội gia đình');
  const pairOnly = await below(an, 'Chi hội cặp');
  const ended = await below(an, 'Chi hội hết tháng 3');
  const opened = await below(an, 'Chi hội mở ngày 15', '2026-04-15');
  const left = await below(binh, 'Chi hội mất người hướng dẫn');
  const silent = await below(cam, 'Chi hội chưa báo');
  const [firstGroup] = [await createGroup(db, tied, { name: 'Tổ 1' }), await createGroup(db, tied, { name: 'Tổ 2' })];
  const moved = await createMoved(an, binh);

  const { learner } = await tiedAt(tied);
  await createModel(db, untied, { from: JANUARY });
  await pairAt(untied);
  await createModel(db, familyOnly, { from: JANUARY });
  await pairAt(pairOnly);
  const planned = await createModel(db, pairOnly, { status: 'planned', from: '2026-02-01', to: '2026-06-01' });
  await createStatus(db, planned, 'paused', { from: '2026-06-01' });
  await tiedAt(ended, JANUARY, { family: '2026-04-01' });
  await tiedAt(opened, '2026-04-15');
  await tiedAt(firstGroup, '2026-05-01');
  await tiedAt(left, JANUARY, { instructor: '2026-07-01' });
  await tiedAt(silent);
  await createModel(db, moved, { kind: 'digital_womens_club', from: JANUARY });

  // a member of two communes
  const both = await createMember(db, familyOnly);
  await write(db, [
    [
      'membership',
      { id: newId(), person_id: both.id, unit_id: left.id, kind: 'member', valid_from: '2025-07-01', version: 1 },
    ],
  ]);
  await teach({ an, tied, moved, learner, both });
  return { province, an, binh, cam, empty, tied, moved };
}

/** It moves from one commune to the other on the first of May, and is called otherwise from then on. */
async function createMoved(from: MadeUnit, to: MadeUnit): Promise<MadeUnit> {
  const moved = await createSubAssociation(db, from, { name: 'Chi hội tên cũ' });
  const day = new Date('2026-05-01T00:00:00Z');
  const open = { where: { unitId: moved.id, validTo: null }, data: { validTo: day } };
  await db.$transaction(async (tx) => {
    await tx.unitParent.updateMany(open);
    await tx.unitParent.create({ data: { unitId: moved.id, parentId: to.id, validFrom: day }, select: { id: true } });
    await tx.unitName.updateMany(open);
    await tx.unitName.create({
      data: { unitId: moved.id, name: 'Chi hội tên mới', validFrom: day },
      select: { id: true },
    });
  });
  return moved;
}

type Taught = { an: MadeUnit; tied: MadeUnit; moved: MadeUnit; learner: Made; both: Made };

/** Sessions on the edges of day, year and place, who was there, and who waits. */
async function teach({ an, tied, moved, learner, both }: Taught) {
  const course = await createCourse(db);
  const session = (unit: MadeUnit, startsAt: string, endsAt: string, state: 'held' | 'approved' = 'held') =>
    createSession(db, { course, unit, startsAt, endsAt, state });
  const first = await session(tied, '2026-02-10T08:00:00+07:00', '2026-02-10T10:30:00+07:00');
  const lastHour = await session(an, '2026-03-31T23:00:00+07:00', '2026-04-01T00:00:00+07:00');
  await session(moved, '2026-04-20T08:00:00+07:00', '2026-04-20T09:00:00+07:00');
  const after = await session(moved, '2026-05-20T08:00:00+07:00', '2026-05-20T09:00:00+07:00');
  await session(an, '2026-03-01T08:00:00+07:00', '2026-03-01T09:00:00+07:00', 'approved');
  await session(an, '2025-12-30T08:00:00+07:00', '2025-12-30T09:00:00+07:00');
  const marks = [
    [first, both, 1, 'present'],
    [first, learner, 2, 'late'],
    [lastHour, both, 1, 'present'],
    [lastHour, learner, 2, 'absent'],
    [after, both, 1, 'present'],
  ] as const;
  for (const [at, person, no, mark] of marks) {
    const enrolment = await createEnrolment(db, at, person, no);
    await asOwner(
      `INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival) VALUES ($1, $2, $3, $4, 1, false, 1)`,
      [enrolment.id, at.id, person.id, mark],
    );
  }
  await wait(an, course, first);
  await teachEachOther({ an, tied, moved, learner, both });
}

/** Lessons outside classes on the edges of day, year and place, and one that was taken back. */
async function teachEachOther({ an, tied, moved, learner, both }: Taught) {
  await createLesson(db, tied, { on: '2026-02-10', minutes: 30, women: 2, teacher: learner });
  await createLesson(db, an, { on: '2026-03-31', minutes: 15 });
  await createLesson(db, moved, { on: '2026-04-20', minutes: 15, teacher: both });
  await createLesson(db, moved, { on: '2026-05-20', minutes: 60, women: 4, teacher: both });
  await createLesson(db, tied, { on: '2025-12-31' });
  const { id } = await createLesson(db, tied, { on: '2026-03-01', teacher: both });
  const takenBack = { takenBackAt: new Date(), takenBackById: (await createAccount(db)).id };
  await db.peerLesson.update({ where: { id }, data: takenBack, select: { id: true } });
}

/** One woman waits for two classes, one was invited in August, of one the number is forgotten. */
async function wait(unit: MadeUnit, course: Made, session: Made) {
  const other = await createCourse(db);
  const row = (values: Record<string, unknown>) =>
    [
      'topic_wait',
      {
        id: newId(),
        unit_id: unit.id,
        locale: 'vi',
        course_id: course.id,
        created_at: '2026-03-01T03:00:00Z',
        ...values,
      },
    ] as const;
  await write(db, [
    row({ phone: '+84912000001' }),
    row({ phone: '+84912000001', course_id: other.id }),
    row({ phone: '+84912000002', answered_by_session_id: session.id, answered_at: '2026-08-01T03:00:00Z' }),
    row({ phone: null }),
    row({ phone: '+84912000003', created_at: '2026-06-01T03:00:00Z' }),
  ]);
}

export async function asOwner(sql: string, values: readonly unknown[]) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(sql, [...values]);
  await owner.end();
}
