import { addDays, type Day } from '@/domain/days/day';
import { accountId } from '../people/accounts';
import { PROVINCE_BEGAN } from '../units/communes';
import { longHung, trangDai } from '../units/places';
import { sizeFor, type Work } from '../work';

const WEEKS_AHEAD = 8;
/** The campaign's trainings began with the one on AI at the end of July 2025; nothing is shown from more than two years ago. */
const FIRST_SESSION: Day = '2025-07-28';
/** First days of the lunar year: nobody met around Tết (days ahead are kept busy, so that the coming week has sessions). */
const TET = ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'];
/** Courses of sessions, as often as they stand here. */
const TAUGHT = [
  'vneid',
  'vneid',
  'online-public-services',
  'online-public-services',
  'cashless-payment',
  'cashless-payment',
  'scams-and-safety',
  'scams-and-safety',
  'devices',
  'devices',
  'verified-information',
  'business-online',
  'ocop',
  'ai-tools',
  'ai-in-union-work',
];

const array = (values: readonly string[], type: string) =>
  `ARRAY[${values.map((value) => `'${value}'`).join(', ')}]::${type}[]`;

/**
 * Leaves the sessions in `w_session`. A commune has at most one session in each part of a day (8:00, 14:00, 19:00), in
 * one hall, and a trainer at most one: so nothing clashes, which the database would refuse anyway.
 */
export async function draftSessions(work: Work): Promise<void> {
  await chooseSlots(work);
  await chooseWhatAndWho(work);
  await writeDrafts(work);
}

async function chooseSlots({ client, today, members }: Work) {
  const twoYearsAgo = addDays(today, -730);
  const first = twoYearsAgo > FIRST_SESSION ? twoYearsAgo : FIRST_SESSION;
  await client.query(`
    -- where sessions can be held: sub-associations that are there from the first day to the last
    CREATE TEMP TABLE w_hall ON COMMIT DROP AS
      SELECT s.no, s.id, s.commune_no, row_number() OVER (PARTITION BY s.commune_no ORDER BY s.no) AS nth
      FROM w_sub s WHERE s.closed_on IS NULL AND s.opened_on = DATE '${PROVINCE_BEGAN}';

    CREATE TEMP TABLE w_slot ON COMMIT DROP AS
    WITH place AS (
      SELECT c.no AS commune_no, c.id AS commune_id, c.slug AS commune_slug, count(h.no) AS halls,
        CASE WHEN c.slug IN ('${longHung.commune}', '${trangDai.commune}') THEN 0.2
          WHEN min(p.reported_at) IS NULL THEN 0.01
          ELSE least(0.2, 0.085 * count(h.no) / 19.0 + 0.025) * ${sizeFor(members).sessionFactor} END AS often
      FROM w_unit c JOIN w_profile p ON p.commune_no = c.no JOIN w_hall h ON h.commune_no = c.no
      WHERE c.level = 'commune' GROUP BY c.no, c.id, c.slug),
    slots AS (
      SELECT p.*, DATE '${first}' + d AS day, part, (p.commune_no * 3000 + d) * 3 + part AS dice
      FROM place p CROSS JOIN generate_series(0, DATE '${today}' + ${WEEKS_AHEAD * 7} - DATE '${first}') d CROSS JOIN generate_series(0, 2) part)
    SELECT *, day > DATE '${today}' AS ahead FROM slots
    WHERE NOT EXISTS (SELECT FROM unnest(${array(TET, 'date')}) tet WHERE day BETWEEN tet - 3 AND tet + 5 AND day < DATE '${today}' - 7)
      AND pg_temp.draw('slot', dice) < often * (ARRAY[0.9, 1.2, 0.9])[part + 1]
        * CASE WHEN day >= DATE '${today}' THEN 0.75 ELSE 0.2 + 0.25 * least(1, (day - DATE '${first}') / 180.0) END`);
}

async function chooseWhatAndWho({ client }: Work) {
  await client.query(`
    CREATE TEMP TABLE w_taught ON COMMIT DROP AS
    WITH shaped AS (
      SELECT s.*, pg_temp.draw('wide', dice) < 0.3 AS wide, pg_temp.draw('mode', dice) AS mode_draw, pg_temp.draw('state', dice) AS fate,
        1 + (pg_temp.draw('trainer', dice) > 0.6)::int AS k, 1 + floor(pg_temp.draw('hall', dice) * halls)::int AS hall,
        pg_temp.pick(${array(TAUGHT, 'text')}, pg_temp.draw('course', dice)) AS code
      FROM w_slot s)
    -- the trainer of four communes cannot be in two at once
    SELECT DISTINCT ON (t.person_id, s.day, s.part) s.*, o.id AS course_id, w.slug AS course_slug, o.minutes, o.audience,
      h.no AS sub_no, h.id AS sub_id, t.person_id AS trainer_id,
      (s.day + (ARRAY[time '08:00', time '14:00', time '19:00'])[part + 1]) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS starts_at
    FROM shaped s JOIN course o ON o.code = s.code JOIN course_text w ON w.course_id = o.id AND w.locale = 'vi'
      JOIN w_trainer t ON t.commune_no = s.commune_no AND t.k = s.k
      JOIN w_hall h ON h.commune_no = s.commune_no AND h.nth = s.hall
    ORDER BY t.person_id, s.day, s.part, s.dice`);
}

// Past sessions were held, a few called off; those of yesterday and today still wait to be closed.
async function writeDrafts({ client, today }: Work) {
  await client.query(`
    CREATE TEMP TABLE w_session ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY w.starts_at, w.commune_no)::int AS n, NULL::uuid AS id, w.course_id, w.commune_no, w.commune_slug, w.day,
      CASE WHEN w.wide THEN NULL ELSE w.sub_no END AS sub_no, CASE WHEN w.wide THEN w.commune_id ELSE w.sub_id END AS unit_id,
      w.trainer_id, w.starts_at, w.starts_at + w.minutes * interval '1 minute' AS ends_at, w.audience,
      CASE WHEN w.mode_draw < 0.05 THEN 'online' WHEN w.mode_draw < 0.08 THEN 'mixed' WHEN w.wide THEN 'in_person'
        WHEN w.mode_draw < 0.6 THEN 'unit_meeting' ELSE 'in_person' END AS mode,
      CASE WHEN w.mode_draw >= 0.05 THEN pg_temp.seed_id('venue', v.n) END AS venue_id,
      CASE WHEN w.mode_draw < 0.08 THEN 'https://lop-hoc.demo.invalid/' || w.dice END AS online_url,
      w.course_slug || '-' || w.commune_slug || '-' || to_char(w.day, 'YYYY-MM-DD') || '-' || (ARRAY['08h', '14h', '19h'])[w.part + 1] AS slug,
      CASE WHEN w.ahead AND pg_temp.draw('small', w.dice) < 0.05 THEN 12 WHEN w.wide THEN 80 ELSE 40 END AS seats,
      CASE WHEN pg_temp.draw('notes', w.dice) < 0.2 THEN 'Chị em mang theo điện thoại đã sạc pin.' END AS notes,
      CASE WHEN w.ahead THEN
          CASE WHEN fate < 0.8 THEN 'approved' WHEN fate < 0.95 THEN 'proposed' WHEN fate < 0.98 THEN 'cancelled' ELSE 'refused' END
        WHEN w.day >= DATE '${today}' - 1 THEN 'approved'
        WHEN fate < 0.94 THEN 'held' WHEN fate < 0.985 THEN 'cancelled' ELSE 'refused' END AS state,
      coalesce(a.id, '${accountId('province@demo.invalid')}'::uuid) AS proposed_by_id,
      least(w.starts_at - pg_temp.between(8, 20, pg_temp.draw('asked', w.dice)) * interval '1 day', pg_temp.dawn() - interval '15 hours') AS asked_at
    FROM w_taught w JOIN w_venue v ON v.no = CASE WHEN w.wide THEN w.commune_no ELSE w.sub_no END AND v.part = CASE WHEN w.wide THEN 1 ELSE 3 END
      LEFT JOIN account a ON a.person_id = w.trainer_id;
    UPDATE w_session SET id = pg_temp.seed_id('session', n);
    CREATE UNIQUE INDEX ON w_session (n);
    CREATE INDEX ON w_session (id);
    ANALYZE w_session`);
}
