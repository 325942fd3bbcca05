import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Day, monthStart, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createLesson } from '@/test/factories/peer-lessons';
import { createMember } from '@/test/factories/people';
import { createSkill } from '@/test/factories/trainings';
import { createGroup } from '@/test/factories/units';
import { LOCK_PERIOD, lockPeriod, makeUnion, type TestUnion } from '@/test/union';

let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
});

/** As the owner of the tables, whose every rule is in force: in one transaction. */
async function asOwner(...statements: readonly (readonly [sql: string, ...values: unknown[]])[]) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    for (const [sql, ...values] of statements) await owner.query(sql, values);
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}

const write = (id: string, set: string) => asOwner([`UPDATE peer_lesson SET ${set} WHERE id = $1`, id]);
const refusedBy = (rule: string) => expect.objectContaining({ constraint: rule });

describe('a lesson, by whatever way it is written', () => {
  test('takes 1 to 600 minutes, teaches 1 to 200 women, and is taken back by somebody', async () => {
    const { id } = await createLesson(db, union.khuPho5);
    for (const minutes of [0, 601])
      await expect(write(id, `minutes = ${minutes}`)).rejects.toEqual(refusedBy('peer_lesson_minutes_check'));
    for (const women of [0, 201])
      await expect(write(id, `women = ${women}`)).rejects.toEqual(refusedBy('peer_lesson_women_check'));
    await expect(write(id, 'taken_back_at = now()')).rejects.toEqual(refusedBy('taken_back_whole'));
    await write(id, 'minutes = 600, women = 200');
  });

  test('names no record that has gone into another, neither who taught nor who learned', async () => {
    const [survivor, absorbed] = [await createMember(db, union.khuPho5), await createMember(db, union.khuPho5)];
    await db.person.update({ where: { id: absorbed.id }, data: { mergedIntoId: survivor.id }, select: { id: true } });
    await expect(createLesson(db, union.khuPho5, { teacher: absorbed })).rejects.toThrow();
    await expect(createLesson(db, union.khuPho5, { learners: [absorbed] })).rejects.toThrow();
    await createLesson(db, union.khuPho5, { teacher: survivor, learners: [await createMember(db, union.khuPho5)] });
  });

  test('waits for whoever closes its month, and finds it closed', async () => {
    const day = monthStart(today(), -2);
    const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await owner.connect();
    try {
      await owner.query('BEGIN');
      await owner.query(LOCK_PERIOD, [union.trangDai.id, day, monthStart(day, 1)]);
      const noted = createLesson(db, union.ongHuong, { on: day }).then(
        () => 'noted',
        (error: Error) => (error.message.includes('closed month') ? 'closed' : String(error)),
      );
      await waits();
      await owner.query('COMMIT');
      expect(await noted).toBe('closed');
    } finally {
      await owner.end();
    }
  });

  /** Until somebody waits for the lock of a month. */
  async function waits() {
    await expect
      .poll(() => db.$queryRaw`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`, {
        timeout: 20_000,
      })
      .toHaveLength(1);
  }
});

describe('a closed month', () => {
  const [march, april]: [Day, Day] = ['2026-03-10', '2026-04-10'];

  test('lets a merger of two records move names, and nothing that is counted: day, place, minutes, women, topic, taking back', async () => {
    const [taught, other] = [await createMember(db, union.khuPho6), await createMember(db, union.khuPho6)];
    const { id } = await createLesson(db, union.khuPho6, { on: march, teacher: taught });
    const open = await createLesson(db, union.khuPho6, { on: april });
    const beside = await createGroup(db, union.khuPho6);
    await lockPeriod(union.longHung, '2026-03-01', '2026-04-01');
    await write(id, `teacher_id = '${other.id}'`);
    const topic = await createSkill(db, { campaignTopic: true });
    for (const change of [
      `on_day = '${april}'`,
      `unit_id = '${beside.id}'`,
      'minutes = 45',
      'women = 9',
      `topic_id = '${topic.id}'`,
      `taken_back_at = now(), taken_back_by_id = NULL`,
    ])
      await expect(write(id, change), change).rejects.toEqual(refusedBy('period_locked'));
    await expect(write(open.id, `on_day = '${march}'`)).rejects.toEqual(refusedBy('period_locked'));
  });
});

test('a lesson counts where its unit lay on its day, and different women who taught count once', async () => {
  const [one, other] = [await createMember(db, union.ongHuong), await createMember(db, union.ongHuong)];
  const day = today();
  for (const teacher of [one, one, other]) await createLesson(db, union.ongHuong, { on: day, teacher, women: 2 });
  const count = async (unit: { id: string }, what: string) => {
    const rows = await db.$queryRaw<{ done: string }[]>`
      SELECT done::text FROM app.peer_lessons_since(ARRAY[${what}], ${unit.id}::uuid, ${monthStart(day)}::date, ${day}::date) WHERE unit_id = ${unit.id}::uuid`;
    return Number(rows[0]?.done ?? 0);
  };
  expect([await count(union.trangDai, 'peer_lessons'), await count(union.trangDai, 'peer_lesson_learners')]).toEqual([
    3, 6,
  ]);
  expect(await count(union.trangDai, 'peer_lesson_teachers')).toBe(2);
  await asOwner(
    [`UPDATE unit_parent SET valid_to = $2::date + 1 WHERE unit_id = $1`, union.ongHuong.id, day],
    [
      `INSERT INTO unit_parent (id, unit_id, parent_id, valid_from) VALUES (app.uuid7(), $1, $2, $3::date + 1)`,
      union.ongHuong.id,
      union.longHung.id,
      day,
    ],
  );
  expect([await count(union.trangDai, 'peer_lessons'), await count(union.longHung, 'peer_lessons')]).toEqual([3, 0]);
});
