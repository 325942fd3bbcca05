import type pg from 'pg';
import { createCourse, createSession, createVenue } from '../../../test/factories/trainings';
import { type Made, newId, read, unique, write } from '../../../test/factories/write';
import { expect } from '../reader/expect';
import type { Reader } from '../reader/reader';
import { dayFromNow } from '../stage/stage';
import { VECTORS } from './vectors';
import { sendVectors } from './writing';

/** What all that is written is about, so that the feed of a topic tells it. */
export const TOPIC = 'vneid';
const [NAME, MARKUP] = [VECTORS[0], `${VECTORS[0]} ${VECTORS[2]}`];

/**
 * A session to come whose course, hall and unit are named by vectors. The portal is told that something has changed: it keeps for an hour by
 * which courses lists are narrowed.
 */
export async function makeSession(database: pg.Client, unit: Made) {
  const skills = await read<Made>(database, `SELECT id FROM skill WHERE code = '${TOPIC}'`);
  const code = `vectors-${unique()}`;
  const course = await createCourse(database, { code, title: MARKUP, titleEn: `${VECTORS[4]} ${NAME}`, skills });
  const venue = await createVenue(database, unit, { name: NAME });
  const day = dayFromNow(4);
  const hours = { startsAt: `${day}T08:00:00+07:00`, endsAt: `${day}T09:30:00+07:00` };
  const { slug } = await createSession(database, { course, unit, venue, ...hours });
  await database.query(`SELECT pg_notify('still_pages', 'written by hand')`);
  return { session: slug, course: { ...course, code }, venue };
}

/** A certificate of a woman, a topic and an issuer named by vectors: its pages for everybody and at work. */
export async function makeCertificate(database: pg.Client, woman: Made, issuedBy: string) {
  const made = { id: newId(), code: '222222222222W' };
  const words = { holder_name: NAME, topic_vi: MARKUP, topic_en: MARKUP, issuer_vi: NAME, issuer_en: NAME };
  const rest = { hours: 2, held_on: dayFromNow(-2), issued_by_id: issuedBy };
  await write(database, [['certificate', { ...made, person_id: woman.id, ...words, ...rest }]]);
  return { page: '/chung-nhan/2222-2222-2222-w', record: `/admin/certificates/${made.id}` };
}

/** The report of a commune on a month in whose words vectors stand. */
export async function writeReport(database: pg.Client, official: Reader, commune: Made): Promise<string> {
  await database.query(`SELECT app.make_periods(app.today() - 40, app.today(), ARRAY[5, 10, 15, 20])`);
  const [period] = await read<Made>(
    database,
    `SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= app.today() ORDER BY starts_on DESC LIMIT 1`,
  );
  const address = `/admin/reports/${commune.id}/${period?.id}`;
  await official.goto(address);
  await sendVectors(official, 'Ghi lời báo cáo');
  await expect(official).toHaveURL(/said=written/);
  return address;
}
