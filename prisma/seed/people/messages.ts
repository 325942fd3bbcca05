import { longHung, trangDai } from '../units/places';
import { run, type Work } from '../work';
import { accountId } from './accounts';

/**
 * In both communes that the demonstration shows, one coming session was cancelled and one was moved from the day before,
 * and most of those enrolled still wait to be told. Returns how many messages.
 */
export async function plantMessages(work: Work): Promise<number> {
  await changeSessions(work);
  return (await tellWomen(work)) + (await tellTrainers(work));
}

async function changeSessions({ client }: Work): Promise<void> {
  await client.query(`
    CREATE OR REPLACE FUNCTION pg_temp.iso(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE RETURN
      to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"');
    CREATE TEMP TABLE w_told ON COMMIT DROP AS
    SELECT x.*, CASE nth WHEN 1 THEN 'cancelled' ELSE 'moved' END AS kind,
      CASE nth WHEN 1 THEN 'Hội trường mất điện, chưa sửa kịp' ELSE 'Trùng ngày họp xã' END AS reason,
      CASE commune_slug WHEN '${longHung.commune}' THEN '${accountId('longhung@demo.invalid')}'
        ELSE '${accountId('trangdai@demo.invalid')}' END::uuid AS official_id
    FROM (SELECT s.*, row_number() OVER (PARTITION BY s.commune_slug ORDER BY abs(e.women - 9), s.n) AS nth
      FROM w_session s JOIN (SELECT session_n, count(*) FROM w_enrolment WHERE state <> 'cancelled' GROUP BY 1) e (session_n, women) ON e.session_n = s.n
      WHERE s.state = 'approved' AND s.starts_at BETWEEN pg_temp.dawn() + interval '9 days' AND pg_temp.dawn() + interval '40 days'
        AND s.commune_slug IN ('${longHung.commune}', '${trangDai.commune}') AND e.women > 2) x
    WHERE nth < 3;
    UPDATE session s SET calendar_sequence = 1, state = CASE t.kind WHEN 'cancelled' THEN 'cancelled' ELSE s.state END
      FROM w_told t WHERE t.id = s.id;
    UPDATE session_trainer s SET state = 'cancelled' FROM w_told t WHERE t.id = s.session_id AND t.kind = 'cancelled';
    INSERT INTO session_decision (id, session_id, kind, reason, before, decided_at, decided_by_id)
    SELECT pg_temp.seed_id('session decision', n * 4 + 3), id, kind::session_decision_kind, reason,
      CASE kind WHEN 'moved' THEN jsonb_build_object('startsAt', pg_temp.iso(starts_at - interval '1 day'),
        'endsAt', pg_temp.iso(ends_at - interval '1 day'), 'venueId', venue_id, 'mode', mode) END, pg_temp.dawn(), official_id
    FROM w_told`);
}

// in Long Hưng the official has begun with the moved one
const tellWomen = ({ client }: Work) =>
  run(
    client,
    `INSERT INTO outbox_message (id, kind, dedupe_key, recipient, session_id, enrolment_id, about, facts, locale, state, sent_at, told_by_id, not_before, created_at)
     SELECT pg_temp.seed_id('message', e.n), 'zalo', concat_ws(' ', 'session-' || t.kind, pg_temp.seed_id('session decision', t.n * 4 + 3), pg_temp.seed_id('enrolment', e.n)),
       NULL, t.id, pg_temp.seed_id('enrolment', e.n), 'session-' || t.kind,
       jsonb_build_object('reason', t.reason) || CASE t.kind WHEN 'moved' THEN jsonb_strip_nulls(jsonb_build_object(
         'beforeStartsAt', pg_temp.iso(t.starts_at - interval '1 day'), 'beforeEndsAt', pg_temp.iso(t.ends_at - interval '1 day'),
         'beforeMode', t.mode, 'beforePlace', v.name)) ELSE '{}' END,
       'vi', (CASE WHEN told THEN 'sent' ELSE 'ready' END)::message_state, CASE WHEN told THEN pg_temp.dawn() END,
       CASE WHEN told THEN t.official_id END, pg_temp.dawn(), pg_temp.dawn()
     FROM w_told t JOIN w_enrolment e ON e.session_n = t.n AND e.state <> 'cancelled' LEFT JOIN venue v ON v.id = t.venue_id
       CROSS JOIN LATERAL (SELECT t.kind = 'moved' AND t.commune_slug = '${longHung.commune}' AND e.arrival_no < 4 AS told) x
     ORDER BY e.n`,
  );

// one of these never arrived
const tellTrainers = ({ client }: Work) =>
  run(
    client,
    `INSERT INTO outbox_message (id, kind, dedupe_key, recipient, session_id, account_id, about, facts, locale, state, attempts, sent_at, last_error, not_before, created_at)
     SELECT pg_temp.seed_id('message to trainer', t.n), 'email', concat_ws(' ', 'session-' || t.kind, pg_temp.seed_id('session decision', t.n * 4 + 3), a.id),
       a.email, t.id, a.id, 'session-' || t.kind, jsonb_build_object('reason', t.reason), a.locale,
       (CASE t.kind WHEN 'moved' THEN 'sent' ELSE 'failed' END)::message_state, CASE t.kind WHEN 'moved' THEN 1 ELSE 8 END,
       CASE t.kind WHEN 'moved' THEN pg_temp.dawn() END, CASE t.kind WHEN 'cancelled' THEN 'ETIMEDOUT CONN' END, pg_temp.dawn(), pg_temp.dawn()
     FROM w_told t JOIN account a ON a.id = t.proposed_by_id ORDER BY t.n`,
  );
