import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import { type Made, newId, write } from '@/test/factories/write';
import { LOCK_PERIOD, makeUnion, type TestUnion } from '@/test/union';

/** August is closed for Long Hưng: a day in it, and the day before which nothing moves any more. */
const [FIRST, IN_IT, OPEN] = ['2026-08-01', '2026-08-12', '2026-09-01'] as const;

/** Whoever may write lines of a register past the events that make them. */
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
let union: TestUnion;
let women: Made[];
let held: Made;
let elsewhere: Made;
let begun: Made;
let there: Made;
let away: Made;
let unheard: Made;
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const at = (day: string) => ({ startsAt: `${day}T08:00:00+07:00`, endsAt: `${day}T10:00:00+07:00` });
const decide = (session: Made) =>
  write(db, [
    ['session_decision', { id: newId(), session_id: session.id, kind: 'held', decided_at: `${IN_IT}T04:00Z` }],
  ]);
const LINE = 'INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival)';
const line = (enrolment: Made, session: Made, mark: 'present' | 'absent') =>
  owner.query(`${LINE} VALUES ($1, $2, NULL, $3, 1, false, 1)`, [enrolment.id, session.id, mark]);

/** Two sessions that were held, of two units, and one that does not count yet and has a woman on its register; one woman was there, one was not. */
beforeEach(async () => {
  union = await makeUnion();
  const { khuPho5: unit, khuPho6 } = union;
  women = [await createMember(db, unit), await createMember(db, unit), await createMember(db, unit)];
  const course = await createCourse(db);
  held = await createSession(db, { course, unit, ...at(IN_IT) });
  elsewhere = await createSession(db, { course, unit: khuPho6, ...at(IN_IT) });
  begun = await createSession(db, { course, unit, ...at('2026-08-14') });
  [there, away] = [
    await createEnrolment(db, held, women[0] as Made, 1),
    await createEnrolment(db, held, women[1] as Made, 2),
  ];
  await line(there, held, 'present');
  await line(away, held, 'absent');
  unheard = await createEnrolment(db, begun, women[2] as Made, 1);
  await line(unheard, begun, 'present');
  await decide(held);
  await decide(elsewhere);
  await owner.query(LOCK_PERIOD, [union.longHung.id, FIRST, OPEN]);
});

const late = () => createEnrolment(db, held, women[2] as Made, 3);
const register = () => owner.query('SELECT * FROM attendance WHERE session_id = $1 ORDER BY enrolment_id', [held.id]);
const SWAP = `UPDATE attendance SET mark = CASE mark WHEN 'present' THEN 'absent' ELSE 'present' END::attendance_mark WHERE session_id = $1`;
const WHOLE = `${LINE} VALUES ($2, $1, NULL, 'absent', 1, false, 1), ($3, $1, NULL, 'present', 1, false, 1)
  ON CONFLICT (enrolment_id) DO UPDATE SET mark = excluded.mark`;
const onLine = (set: string, value?: string, { id } = there) =>
  owner.query(`UPDATE attendance SET ${set} WHERE enrolment_id = $1`, value ? [id, value] : [id]);

test.each<[string, () => Promise<unknown>]>([
  ['a line that comes', async () => line(await late(), held, 'present')],
  ['a line that goes', () => owner.query('DELETE FROM attendance WHERE enrolment_id = $1', [there.id])],
  ['two marks that change places', () => owner.query(SWAP, [held.id])],
  [
    'a mark that changes beside a line that comes',
    async () => owner.query(WHOLE, [held.id, there.id, (await late()).id]),
  ],
  ['a mark that two phones differ about', () => onLine('mark = NULL, conflict = true')],
  ['a line that goes to the session of another unit', () => onLine('session_id = $2', elsewhere.id)],
  ['a line that goes to a session that does not count', () => onLine('session_id = $2', begun.id)],
  ['a line that comes from one', () => onLine('session_id = $2', held.id, unheard)],
])('of a register of a closed month the database refuses, by whatever way it comes: %s', async (_what, change) => {
  const { rows: before } = await register();
  await expect(change()).rejects.toMatchObject({ constraint: 'period_locked', message: expect.stringContaining(OPEN) });
  expect((await register()).rows).toEqual(before);
  expect(before).toHaveLength(2);
});

test.each<[string, number, () => Promise<pg.QueryResult>]>([
  ['a line that is written as it stands', 0, () => onLine(`mark = 'present'`)],
  ['a woman who came late', 2, () => onLine(`mark = 'late'`)],
  ['another record of the same woman', 0, () => onLine('person_id = $2', women[2]?.id)],
  ['a woman who was not there', 0, async () => line(await late(), held, 'absent')],
  [
    'a session that does not count yet',
    0,
    async () => line(await createEnrolment(db, begun, women[1] as Made, 2), begun, 'present'),
  ],
])('it lets through what figures do not tell: %s (notes: %i)', async (_what, notes, change) => {
  await owner.query('BEGIN');
  expect((await change()).rowCount).toBe(1);
  const { rowCount } = await owner.query('SELECT FROM derived.closed_note');
  await owner.query('COMMIT');
  expect(rowCount).toBe(notes);
});
