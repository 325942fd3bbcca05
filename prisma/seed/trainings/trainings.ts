import { accountId } from '../people/accounts';
import { longHung, trangDai } from '../units/places';
import { run, type Work } from '../work';
import { draftSessions } from './session-drafts';

/** Two years of sessions (or as many as the campaign is old) and eight weeks ahead. Returns how many. */
export async function plantSessions(work: Work): Promise<number> {
  const { client } = work;
  await draftSessions(work);
  const count = await run(
    client,
    `INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, seats, audience, notes, online_url, state,
       course_minutes, proposed_by_id, calendar_sequence, demo, created_at, changed_at)
     SELECT id, course_id, unit_id, venue_id, slug, mode::delivery_mode, starts_at, ends_at, seats, audience, notes, online_url,
       state::session_state, (SELECT c.minutes FROM course c WHERE c.id = w.course_id AND w.state = 'held'), proposed_by_id, (state = 'cancelled')::int, true, asked_at, asked_at
     FROM w_session w ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO session_trainer (session_id, trainer_id, starts_at, ends_at, state)
     SELECT id, trainer_id, starts_at, ends_at, state::session_state FROM w_session ORDER BY n`,
  );
  await plantDecisions(work);
  await plantTopicWaits(work);
  return count;
}

// proposed → approved or refused → held or cancelled, each with who decided
const plantDecisions = ({ client }: Work) =>
  run(
    client,
    `INSERT INTO session_decision (id, session_id, kind, reason, decided_at, decided_by_id)
     SELECT pg_temp.seed_id('session decision', n * 4 + part), id, kind::session_decision_kind, reason, least(at, pg_temp.dawn()), decided_by
     FROM (
       SELECT n, id, 1 AS part, CASE state WHEN 'refused' THEN 'refused' ELSE 'approved' END AS kind,
         CASE state WHEN 'refused' THEN 'Trùng lịch sinh hoạt của phường, xã' END AS reason, asked_at + interval '1 day' AS at,
         CASE commune_slug WHEN '${longHung.commune}' THEN '${accountId('longhung@demo.invalid')}'
           WHEN '${trangDai.commune}' THEN '${accountId('trangdai@demo.invalid')}'
           ELSE '${accountId('province@demo.invalid')}' END::uuid AS decided_by
       FROM w_session WHERE state <> 'proposed'
       UNION ALL
       SELECT n, id, 2, state, CASE state WHEN 'cancelled' THEN 'Mưa lớn, dời sang dịp khác' END,
         CASE state WHEN 'held' THEN ends_at ELSE starts_at - interval '1 day' END, proposed_by_id
       FROM w_session WHERE state IN ('held', 'cancelled')) x
     ORDER BY n, part`,
  );

// women who left their number on the public page: a few in every third commune, more in the two that are shown
const plantTopicWaits = ({ client, today }: Work) =>
  run(
    client,
    `INSERT INTO topic_wait (id, course_id, unit_id, name, phone, consent_text_id, consented_at, created_at)
     SELECT pg_temp.seed_id('topic wait', n), course_id, id, pg_temp.woman(n, 1955 + n % 45, false), '+8450' || lpad((7000000 + n)::text, 7, '0'), text_id, at, at
     FROM (
       SELECT u.id, u.no * 8 + k AS n, c.id AS course_id, t.id AS text_id,
         DATE '${today}' - pg_temp.between(3, 60, pg_temp.draw('waits since', u.no * 8 + k)) AS at
       FROM w_unit u CROSS JOIN generate_series(1, 7) k
         JOIN course c ON c.code = (ARRAY['vneid', 'cashless-payment', 'business-online'])[1 + k % 3]
         JOIN consent_text t ON t.purpose = 'training' AND t.locale = 'vi'
       WHERE u.level = 'commune' AND (u.slug IN ('${longHung.commune}', '${trangDai.commune}') OR k <= 3 AND pg_temp.draw('waits', u.no) < 0.33)) w
     ORDER BY n`,
  );

const CALLS = [
  ['vneid', 9, 'Mười lăm chị lớn tuổi, cần người chỉ thật chậm.'],
  ['ai-in-union-work', 16, ''],
  ['business-online', 30, 'Chị em bán bưởi, muốn học chụp ảnh và livestream.'],
] as const;

/** "We need somebody to teach": in both communes that are shown, and in six others. Returns how many. */
export async function plantCalls({ client, today }: Work): Promise<number> {
  await client.query(
    `CREATE TEMP TABLE w_call ON COMMIT DROP AS
      SELECT u.no, u.id, u.slug FROM w_unit u WHERE u.level = 'commune'
      ORDER BY u.slug IN ('${longHung.commune}', '${trangDai.commune}') DESC, pg_temp.draw('calls', u.no), u.no LIMIT 8`,
  );
  let count = 0;
  for (const [k, [course, days, note]] of CALLS.entries())
    count += await run(
      client,
      `INSERT INTO trainer_call (id, course_id, unit_id, wanted_on, note, created_at, created_by_id)
       SELECT pg_temp.seed_id('call', w.no * 4 + ${k}), c.id, w.id, DATE '${today}' + ${days} + (w.no % 5)::int, nullif($1, ''), pg_temp.dawn() - interval '2 days',
         CASE w.slug WHEN '${longHung.commune}' THEN '${accountId('longhung@demo.invalid')}'
           WHEN '${trangDai.commune}' THEN '${accountId('trangdai@demo.invalid')}' ELSE '${accountId('province@demo.invalid')}' END::uuid
       FROM w_call w JOIN course c ON c.code = '${course}' WHERE (w.no + ${k}) % 2 = 0 OR w.slug = '${longHung.commune}' ORDER BY w.no`,
      [note],
    );
  return count;
}
