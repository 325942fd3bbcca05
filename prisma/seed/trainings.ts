import { addDays, type Day } from '@/domain/day';
import { accountId } from './accounts';
import { longHung, trangDai } from './places';
import { run, sizeFor, type Work } from './work';

const WEEKS_AHEAD = 8;
/** The campaign's trainings began with the one on AI at the end of July 2025; nothing is shown from more than two years ago. */
const FIRST_SESSION: Day = '2025-07-28';

/** First days of the lunar year: nobody meets around Tết. */
const TET = ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'].map((day) => `'${day}'`).join(', ');

/** Two years of sessions (or as many as the campaign is old) and eight weeks ahead. Returns how many. */
export async function plantSessions(work: Work): Promise<number> {
  const { client, today } = work;
  await draftSessions(work);
  const count = await run(
    client,
    `
    INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, seats, audience, notes, online_url, state, proposed_by_id, calendar_sequence, demo, created_at)
    SELECT id, course_id, unit_id, venue_id, slug, mode::delivery_mode, starts_at, ends_at, seats, audience, notes, online_url, state::session_state, proposed_by_id, (state = 'cancelled')::int, true, asked_at FROM w_session ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO session_trainer (session_id, trainer_id, starts_at, ends_at, state) SELECT id, trainer_id, starts_at, ends_at, state::session_state FROM w_session ORDER BY n`,
  );
  // proposed → approved or refused → held or cancelled, each with who decided
  await run(
    client,
    `
    INSERT INTO session_decision (id, session_id, kind, reason, decided_at, decided_by_id)
    SELECT pg_temp.seed_id('session decision', n * 4 + part), id, kind::session_decision_kind, reason, least(at, now() - interval '1 minute'), decided_by FROM (
      SELECT n, id, 1 AS part, CASE state WHEN 'refused' THEN 'refused' ELSE 'approved' END AS kind, CASE state WHEN 'refused' THEN 'Trùng lịch sinh hoạt của phường, xã' END AS reason, asked_at + interval '1 day' AS at,
        CASE commune_slug WHEN '${longHung.commune}' THEN '${accountId('longhung@demo.invalid')}' WHEN '${trangDai.commune}' THEN '${accountId('trangdai@demo.invalid')}' ELSE '${accountId('province@demo.invalid')}' END::uuid AS decided_by
      FROM w_session WHERE state <> 'proposed'
      UNION ALL SELECT n, id, 2, state, CASE state WHEN 'cancelled' THEN 'Mưa lớn, dời sang dịp khác' END, CASE state WHEN 'held' THEN ends_at ELSE starts_at - interval '1 day' END, proposed_by_id
      FROM w_session WHERE state IN ('held', 'cancelled')) x ORDER BY n, part`,
  );
  await run(
    client,
    `
    INSERT INTO topic_wait (id, course_id, unit_id, person_id, created_at)
    SELECT pg_temp.seed_id('topic wait', m.n), c.id, m.group_id, m.id, DATE '${today}' - pg_temp.between(3, 60, pg_temp.draw('waits since', m.n))
    FROM w_member m JOIN course c ON c.code = (ARRAY['vneid', 'cashless-payment', 'business-online'])[1 + m.n % 3] WHERE m.rank = 4 AND pg_temp.draw('waits', m.n) < 0.03 ORDER BY m.n`,
  );
  return count;
}

/*
 * A commune has at most one session in each part of a day, in one hall; a trainer at most one. Both are taken care of
 * here, and the database would refuse it otherwise.
 */
async function draftSessions({ client, today, members }: Work) {
  const factor = sizeFor(members).sessionFactor;
  const twoYearsAgo = addDays(today, -730);
  const first = twoYearsAgo > FIRST_SESSION ? twoYearsAgo : FIRST_SESSION;
  await client.query(`
    CREATE TEMP TABLE w_session ON COMMIT DROP AS
    WITH place AS (
      SELECT c.no AS commune_no, c.id AS commune_id, c.slug AS commune_slug, count(s.no) AS subs,
        CASE WHEN c.slug IN ('${longHung.commune}', '${trangDai.commune}') THEN 0.2 WHEN min(p.reported_at) IS NULL THEN 0.01 ELSE least(0.2, 0.085 * count(s.no) / 19.0 + 0.025) * ${factor} END AS often
      FROM w_unit c JOIN w_profile p ON p.commune_no = c.no JOIN w_sub s ON s.commune_no = c.no AND s.closed_on IS NULL AND s.opened_on = DATE '2025-07-01' WHERE c.level = 'commune' GROUP BY c.no, c.id, c.slug),
    slots AS (
      SELECT p.*, DATE '${first}' + d AS day, part, (p.commune_no * 3000 + d) * 3 + part AS dice
      FROM place p CROSS JOIN generate_series(0, DATE '${today}' + ${WEEKS_AHEAD * 7} - DATE '${first}') d CROSS JOIN generate_series(0, 2) part),
    chosen AS (
      SELECT *, day > DATE '${today}' AS ahead FROM slots
      WHERE NOT EXISTS (SELECT FROM unnest(ARRAY[${TET}]::date[]) tet WHERE day BETWEEN tet - 3 AND tet + 5) AND pg_temp.draw('slot', dice) < often * CASE WHEN day >= DATE '${today}' THEN 0.75 ELSE 0.2 + 0.25 * least(1, (day - DATE '${first}') / 180.0) END * (ARRAY[0.9, 1.2, 0.9])[part + 1]),
    shaped AS (
      SELECT c.*, pg_temp.draw('wide', dice) < 0.3 AS wide, pg_temp.draw('mode', dice) AS mode_draw, pg_temp.draw('state', dice) AS fate,
        1 + (pg_temp.draw('trainer', dice) > 0.6)::int AS k, 1 + floor(pg_temp.draw('sub', dice) * subs)::int AS sub_at,
        (ARRAY['vneid','vneid','online-public-services','online-public-services','cashless-payment','cashless-payment','scams-and-safety','scams-and-safety','devices','devices','verified-information','business-online','ocop','ai-tools','ai-in-union-work'])[1 + floor(pg_temp.draw('course', dice) * 15)::int] AS code
      FROM chosen c),
    whole AS (
      SELECT s.*, o.id AS course_id, t.title, t.slug AS course_slug, o.minutes, o.audience, sub.no AS sub_no, sub.id AS sub_id, tr.person_id AS trainer_id,
        (s.day + (ARRAY[time '08:00', time '14:00', time '19:00'])[part + 1]) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS starts_at
      FROM shaped s JOIN course o ON o.code = s.code JOIN course_text t ON t.course_id = o.id AND t.locale = 'vi' JOIN w_trainer tr ON tr.commune_no = s.commune_no AND tr.k = s.k
        JOIN LATERAL (SELECT x.no, x.id, row_number() OVER (ORDER BY x.no) AS nth FROM w_sub x WHERE x.commune_no = s.commune_no AND x.closed_on IS NULL AND x.opened_on = DATE '2025-07-01') sub ON sub.nth = s.sub_at),
    -- the trainer of four communes cannot be in two at once
    single AS (SELECT DISTINCT ON (trainer_id, day, part) * FROM whole ORDER BY trainer_id, day, part, dice)
    SELECT row_number() OVER (ORDER BY w.starts_at, w.commune_no)::int AS n, NULL::uuid AS id, w.course_id, w.commune_no, w.commune_slug, CASE WHEN w.wide THEN NULL ELSE w.sub_no END AS sub_no,
      CASE WHEN w.wide THEN w.commune_id ELSE w.sub_id END AS unit_id, w.trainer_id, w.starts_at, w.starts_at + w.minutes * interval '1 minute' AS ends_at, w.day,
      CASE WHEN w.mode_draw < 0.05 THEN 'online' WHEN w.mode_draw < 0.08 THEN 'mixed' WHEN w.wide THEN 'in_person' WHEN w.mode_draw < 0.6 THEN 'unit_meeting' ELSE 'in_person' END AS mode,
      CASE WHEN w.mode_draw >= 0.05 THEN (SELECT pg_temp.seed_id('venue', v.n) FROM w_venue v WHERE CASE WHEN w.wide THEN v.no = w.commune_no AND v.part = 1 ELSE v.no = w.sub_no AND v.part = 3 END) END AS venue_id,
      CASE WHEN w.mode_draw < 0.08 THEN 'https://lop-hoc.demo.invalid/' || w.dice END AS online_url,
      w.course_slug || '-' || w.commune_slug || '-' || to_char(w.day, 'YYYY-MM-DD') || '-' || to_char(8 + w.part * 6 - (w.part = 2)::int, 'FM00') || 'h' AS slug,
      CASE WHEN w.ahead AND pg_temp.draw('small', w.dice) < 0.05 THEN 12 WHEN w.wide THEN 80 ELSE 40 END AS seats, w.audience,
      CASE WHEN pg_temp.draw('notes', w.dice) < 0.2 THEN 'Chị em mang theo điện thoại đã sạc pin.' END AS notes,
      CASE WHEN w.ahead THEN CASE WHEN fate < 0.8 THEN 'approved' WHEN fate < 0.95 THEN 'proposed' WHEN fate < 0.98 THEN 'cancelled' ELSE 'refused' END
        WHEN w.day >= DATE '${today}' - 1 THEN 'approved' WHEN fate < 0.94 THEN 'held' WHEN fate < 0.985 THEN 'cancelled' ELSE 'refused' END AS state,
      coalesce(a.id, '${accountId('province@demo.invalid')}'::uuid) AS proposed_by_id, least(w.starts_at - pg_temp.between(8, 20, pg_temp.draw('asked', w.dice)) * interval '1 day', (DATE '${today}' - 1) + time '02:00') AS asked_at
    FROM single w LEFT JOIN account a ON a.person_id = w.trainer_id;
    UPDATE w_session SET id = pg_temp.seed_id('session', n);
    CREATE UNIQUE INDEX ON w_session (n); CREATE INDEX ON w_session (id); ANALYZE w_session`);
}
