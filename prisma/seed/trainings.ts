import { accountId } from './accounts';
import { longHung, trangDai } from './places';
import { draftSessions } from './session-drafts';
import { run, type Work } from './work';

/** Two years of sessions (or as many as the campaign is old) and eight weeks ahead. Returns how many. */
export async function plantSessions(work: Work): Promise<number> {
  const { client } = work;
  await draftSessions(work);
  const count = await run(
    client,
    `INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, seats, audience, notes, online_url, state,
       proposed_by_id, calendar_sequence, demo, created_at, changed_at)
     SELECT id, course_id, unit_id, venue_id, slug, mode::delivery_mode, starts_at, ends_at, seats, audience, notes, online_url,
       state::session_state, proposed_by_id, (state = 'cancelled')::int, true, asked_at, asked_at
     FROM w_session ORDER BY n`,
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

// women who wait for a topic anywhere near
const plantTopicWaits = ({ client, today }: Work) =>
  run(
    client,
    `INSERT INTO topic_wait (id, course_id, unit_id, person_id, created_at)
     SELECT pg_temp.seed_id('topic wait', m.n), c.id, m.group_id, m.id,
       DATE '${today}' - pg_temp.between(3, 60, pg_temp.draw('waits since', m.n))
     FROM w_member m JOIN course c ON c.code = (ARRAY['vneid', 'cashless-payment', 'business-online'])[1 + m.n % 3]
     WHERE m.rank = 4 AND pg_temp.draw('waits', m.n) < 0.03 ORDER BY m.n`,
  );
