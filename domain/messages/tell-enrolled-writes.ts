import type { Transaction } from '@/prisma/transaction';

/** Topics of messages after a decision on a session, each with the kind of that decision. */
const decisions = {
  'session-cancelled': 'cancelled',
  'session-moved': 'moved',
  'session-approved': 'approved',
  'session-refused': 'refused',
} as const;

type Told<About> = {
  sessionIds: string[];
  about: About;
  /** what the words speak of beside the decision's own reason and what was before it */
  facts?: Record<string, string>;
};

/**
 * Tells every woman with a seat or place in these sessions, and those who proposed and teach them, in the decision's
 * own transaction; returns how many women. The same decision is told once (docs/domain.md, "Telling people").
 */
export const tellEnrolled = (tx: Transaction, told: Told<'session-cancelled' | 'session-moved'>): Promise<number> =>
  tell(tx, told, true);

/** The same for what concerns only those who proposed and teach the sessions. */
export async function tellTeam(tx: Transaction, told: Told<'session-approved' | 'session-refused'>): Promise<void> {
  await tell(tx, told, false);
}

/**
 * An e-mail speaks of the first session, with how many more; none goes to who decided. A trainer whose e-mail that
 * she teaches it has not left yet gets no second one: the first tells the new time.
 */
async function tell(
  tx: Transaction,
  { sessionIds, about, facts = {} }: Told<keyof typeof decisions>,
  enrolled: boolean,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    WITH cause AS (
      SELECT DISTINCT ON (d.session_id) d.id, d.session_id, d.decided_by_id,
        jsonb_strip_nulls(jsonb_build_object('reason', d.reason, 'beforeStartsAt', d.before->>'startsAt',
          'beforeEndsAt', d.before->>'endsAt', 'beforeMode', d.before->>'mode', 'beforeAllDay', d.before->>'allDay',
          'beforePlace', (SELECT v.name FROM venue v WHERE v.id = (d.before->>'venueId')::uuid)))
          || ${JSON.stringify(facts)}::jsonb AS facts
      FROM session_decision d
      WHERE d.session_id = ANY (${sessionIds}::uuid[]) AND d.kind = ${decisions[about]}::session_decision_kind
      ORDER BY d.session_id, d.decided_at DESC, d.id DESC),
    out_of_date AS (
      UPDATE outbox_message m SET state = 'discarded' FROM cause c
      WHERE ${enrolled} AND m.session_id = c.session_id AND m.enrolment_id IS NOT NULL AND m.state = 'ready'
        AND m.kind <> 'email' AND (${about} = 'session-cancelled' OR m.about = ${about})
        AND m.dedupe_key NOT LIKE '% ' || c.id || ' %'
      RETURNING m.enrolment_id, m.facts),
    known AS (
      SELECT DISTINCT ON (o.enrolment_id) o.enrolment_id, o.facts - 'reason' AS facts FROM out_of_date o
      WHERE ${about} = 'session-moved' ORDER BY o.enrolment_id),
    written AS (
      INSERT INTO outbox_message (id, kind, dedupe_key, recipient, session_id, enrolment_id, account_id, about, facts, locale)
      SELECT app.uuid7(), 'zalo'::message_kind, concat_ws(' ', ${about}::text, c.id, e.id), NULL,
        c.session_id, e.id, NULL::uuid, ${about}, c.facts || coalesce(k.facts, '{}'), e.locale
      FROM cause c JOIN enrolment e ON e.session_id = c.session_id AND e.state IN ('confirmed', 'waiting', 'offered')
        LEFT JOIN known k ON k.enrolment_id = e.id
      WHERE ${enrolled}
      UNION ALL
      SELECT app.uuid7(), 'email', concat_ws(' ', ${about}::text, m.cause_id, m.account_id), m.email, m.session_id, NULL, m.account_id, ${about},
        m.facts || CASE WHEN m.more > 0 THEN jsonb_build_object('more', m.more::text) ELSE '{}' END, m.locale
      FROM (SELECT DISTINCT ON (a.id) c.id AS cause_id, c.session_id, c.facts, a.id AS account_id, a.email, a.locale,
          count(*) OVER (PARTITION BY a.id) - 1 AS more
        FROM cause c JOIN session s ON s.id = c.session_id JOIN account a ON a.id = s.proposed_by_id
          OR a.person_id IN (SELECT t.trainer_id FROM session_trainer t WHERE t.session_id = s.id)
        WHERE a.email IS NOT NULL AND a.disabled_at IS NULL AND a.id IS DISTINCT FROM c.decided_by_id
          AND NOT EXISTS (SELECT FROM outbox_message o WHERE o.account_id = a.id AND o.session_id = ANY (${sessionIds}::uuid[])
            AND o.about = 'trainer-put-on' AND o.state = 'ready')
        ORDER BY a.id, s.starts_at, s.id) m
      ON CONFLICT (dedupe_key) DO NOTHING RETURNING enrolment_id)
    SELECT count(enrolment_id)::int AS count FROM written`;
  return row?.count ?? 0;
}
