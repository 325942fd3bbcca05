import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';
import { REMINDED } from './message';
import { MESSAGES_PAGE } from './outbox';

/** A mail of a reminder that was given up, with one reminder of the asking that it belongs to. */
export type FailedReminder = { id: string; reminderId: string; unitId: string };

/**
 * Mails of reminders that were given up, about units within which the viewer may remind: she can have them sent again. A mail names the
 * asking that it belongs to, and whom it tells.
 */
export async function listFailedReminders(viewer: Viewer): Promise<FailedReminder[]> {
  const areas = reach(viewer, 'reminders.remind');
  if (areas.length === 0) return [];
  return db.$queryRaw<FailedReminder[]>`
    SELECT DISTINCT ON (m.id) m.id::text AS id, r.id::text AS "reminderId", r.unit_id::text AS "unitId"
    FROM outbox_message m JOIN reminder_recipient x ON x.account_id = m.account_id JOIN reminder r ON r.id = x.reminder_id
      JOIN unit_span s ON s.unit_id = r.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
    WHERE m.kind = 'email' AND m.state = 'failed' AND m.about = ${REMINDED} AND m.dedupe_key = ${`${REMINDED} `} || r.asking_id || ' ' || m.account_id
      AND ${withinAreasSql(Prisma.sql`s.path`, areas)}
    ORDER BY m.id DESC, r.id LIMIT ${MESSAGES_PAGE}`;
}
