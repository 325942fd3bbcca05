import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, startOf, today } from '@/domain/days/day';
import { firstIdAt } from '@/domain/id';
import { ALARM, readLocale } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { type AlarmKind, NUMBERS_AN_HOUR, type SeenInput } from './alarm';

const HOUR = 3_600_000;
const ADMINISTRATORS_MAX = 50;

/**
 * Says that an alarm was seen to, with what was found. `not-found`: there is none, somebody was first, or she may not; `own-alarm`: it is about
 * herself, so somebody else has to.
 */
export async function seeToAlarm(
  viewer: Viewer,
  { alarmId, word }: SeenInput,
): Promise<Result<{ alarmId: string }, 'not-found' | 'own-alarm'>> {
  if (!mayAnywhere(viewer, 'condition.see-to-alarms')) return problem('not-found');
  return transaction(async (tx) => {
    const alarm = await tx.alarm.findFirst({
      where: { id: alarmId, seenAt: null },
      select: { kind: true, accountId: true },
    });
    if (!alarm) return problem('not-found');
    if (alarm.accountId === viewer.accountId) return problem('own-alarm');
    const { count } = await tx.alarm.updateMany({
      where: { id: alarmId, seenAt: null },
      data: { seenAt: new Date(), seenById: viewer.accountId, word },
    });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, {
      verb: 'changed',
      action: 'seeToAlarm',
      subjectType: 'alarm',
      subjectId: alarmId,
      change: { kind: alarm.kind },
    });
    return ok({ alarmId });
  });
}

/**
 * Rings for accounts that saw more numbers in the last hour than a person does, and mails what rang today to the administrators, once a day and
 * kind. Says how many letters that makes. Twice is once.
 */
export async function tellAlarms(now: Date = new Date()): Promise<number> {
  await ringForNumbers(now);
  const rang = await db.alarm.groupBy({
    by: ['kind'],
    where: { seenAt: null, lastAt: { gte: startOf(today()) } },
    _count: { _all: true },
  });
  let told = 0;
  for (const { kind, _count } of rang) told += await mailTo(kind, _count._all);
  return told;
}

/** What was seen to is not counted again. */
async function ringForNumbers(now: Date): Promise<void> {
  const since = new Date(now.getTime() - HOUR);
  await db.$queryRaw`
    SELECT count(app.note_alarm('numbers_seen', r.actor_id, NULL, r.count)::text)::int AS rang FROM (
      SELECT e.actor_id, count(DISTINCT e.subject_id)::int AS count FROM audit_entry e
      WHERE e.verb = 'read' AND e.id >= ${firstIdAt(since)}::uuid AND e.at > ${since} AND e.actor_id IS NOT NULL AND e.subject_id IS NOT NULL
        AND e.at > coalesce((SELECT max(a.seen_at) FROM alarm a WHERE a.kind = 'numbers_seen' AND a.account_id = e.actor_id), '-infinity')
      GROUP BY e.actor_id HAVING count(DISTINCT e.subject_id) > ${NUMBERS_AN_HOUR}::int) r`;
}

async function mailTo(kind: AlarmKind, count: number): Promise<number> {
  const key = `${ALARM} ${kind} ${today()}`;
  const administrators = await db.account.findMany({
    where: {
      disabledAt: null,
      email: { not: null },
      roleGrantsAsAccount: { some: { role: 'system_administrator', ...activeOn(today()) } },
      outboxMessages: { none: { dedupeKey: { startsWith: key } } },
    },
    select: { id: true, email: true, locale: true },
    take: ADMINISTRATORS_MAX,
  });
  await transaction((tx) =>
    queueMessages(
      tx,
      administrators.map(({ id, email, locale }) => ({
        kind: 'email',
        about: ALARM,
        dedupeKey: `${key} ${id}`,
        locale: readLocale(locale),
        recipient: email,
        accountId: id,
        facts: { kind, count: String(count) },
      })),
    ),
  );
  return administrators.length;
}
