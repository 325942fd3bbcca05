import type pg from 'pg';
import { createMember } from '../../../../test/factories/people';
import { createCourse, createEnrolment, createSession, createSkill } from '../../../../test/factories/trainings';
import { type Made, newId, read, write } from '../../../../test/factories/write';
import { makeRegister } from '../../stage/outcomes';
import { dayFromNow } from '../../stage/stage';

type Hall = { here: Made; by: Made; mark: string };

/**
 * A session that was held, of a course that asks nothing for its certificate: with a phone that took the register along, a woman on two lines,
 * and one who does alone what an instructor is asked.
 */
export async function heldSession(database: pg.Client, { here, by, mark }: Hall): Promise<string[]> {
  const skill = await createSkill(database);
  const course = await createCourse(database, { skills: [skill] });
  const session = await createSession(database, {
    course,
    unit: here,
    proposedBy: by,
    startsAt: `${dayFromNow(-1)}T08:00:00+07:00`,
    endsAt: `${dayFromNow(-1)}T09:00:00+07:00`,
    state: 'held',
  });
  const woman = await createMember(database, here, { name: `Vũ ${mark} Giỏi`, phone: '+84934567812' });
  const [enrolment] = await makeRegister(database, session, [woman], by);
  await twoLines(database, session, here, mark);
  await database.query('UPDATE skill SET needed_to_instruct = (id = $1)', [skill.id]);
  await write(database, [
    ['learned_skill', { enrolment_id: enrolment, skill_id: skill.id, level: 'alone', recorded_by_id: by.id }],
  ]);
  const [phone] = await read<Made>(
    database,
    `SELECT device_id AS id FROM attendance_event WHERE session_id = '${session.id}' LIMIT 1`,
  );
  await write(database, [['roster_handout', { device_id: phone?.id, session_id: session.id }]]);
  const page = `/admin/trainings/${session.id}`;
  return [`${page}/outcomes/certificates`, `/admin/people/${woman.id}/passport`, `${page}/attendance`];
}

/** Somebody who is enrolled, and came to the door under the same name. */
async function twoLines(database: pg.Client, session: Made, here: Made, mark: string): Promise<void> {
  const name = `Hồ ${mark} Hai Dòng`;
  const twice = await createMember(database, here, { name });
  await createEnrolment(database, session, twice, 2);
  const line = { id: newId(), session_id: session.id, name, seat_no: 3, arrival_no: 3 };
  await write(database, [['enrolment', { ...line, origin: 'walk_in', state: 'confirmed', version: 1 }]]);
}

/** A series as its form sends it, for its preview: of the hall and the course of this unit. */
export const seriesPreview = (unit: Made, course: string, venue: string) =>
  `/admin/trainings/series/preview?${new URLSearchParams({
    courseId: course,
    unitId: unit.id,
    venueId: venue,
    mode: 'in_person',
    day: dayFromNow(40),
    from: '08:00',
    to: '09:00',
    seats: '10',
    audience: 'everyone',
    language: 'vi',
    repeat: 'weekly',
    every: '1',
    ends: 'count',
    count: '2',
  })}`;
