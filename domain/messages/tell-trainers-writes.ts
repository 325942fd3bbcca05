import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';

/** Trainers of a session before a change and after it: ids of persons. */
export type TaughtBy = { sessionId: string; before: readonly string[]; after: readonly string[] };

/**
 * Writes one e-mail to each trainer put on or taken off these sessions, in the change's own transaction: about the
 * first, with how many more. Call it when the sessions are as they will be.
 */
export async function tellTrainers(tx: Transaction, viewer: Viewer, changes: readonly TaughtBy[]): Promise<void> {
  const rows = changes.flatMap(({ sessionId, before, after }) => [
    ...after
      .filter((id) => !before.includes(id))
      .map((personId) => ({ sessionId, personId, about: 'trainer-put-on' as const })),
    ...before
      .filter((id) => !after.includes(id))
      .map((personId) => ({ sessionId, personId, about: 'trainer-taken-off' as const })),
  ]);
  if (rows.length === 0) return;
  // A session that waits for a decision is told with it; nobody is told what she did herself.
  await tx.$executeRaw`
    INSERT INTO outbox_message (id, kind, dedupe_key, recipient, session_id, account_id, about, facts, locale)
    SELECT app.uuid7(), 'email', concat_ws(' ', x.about, x.session_id, x.version, x.account_id), x.email, x.session_id, x.account_id, x.about,
      CASE WHEN x.more > 0 THEN jsonb_build_object('more', x.more::text) ELSE '{}' END, x.locale
    FROM (SELECT DISTINCT ON (a.id, c.about) c.about, s.id AS session_id, s.version, a.id AS account_id, a.email, a.locale,
        count(*) OVER (PARTITION BY a.id, c.about) - 1 AS more
      FROM unnest(${rows.map((row) => row.sessionId)}::uuid[], ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.about)}::text[])
          c (session_id, person_id, about)
        JOIN session s ON s.id = c.session_id AND s.state = 'approved' AND s.starts_at > now()
        JOIN account a ON a.person_id = c.person_id
      WHERE a.email IS NOT NULL AND a.disabled_at IS NULL AND a.id <> ${viewer.accountId}::uuid
      ORDER BY a.id, c.about, s.starts_at, s.id) x
    ON CONFLICT (dedupe_key) DO NOTHING`;
}
