import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import { addDays, toDate, today } from '@/domain/days/day';
import { REMINDED, readLocale } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { Commune } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import type { Answering } from './answering';
import { type Asked, factsOf } from './facts';
import { lastSelect, newest, newestFirst } from './last';
import {
  type Due,
  type LastReminder,
  REMINDED_MAX,
  REPEAT_DAYS,
  type Reminded,
  type ReminderKind,
  type RemindInput,
} from './reminder';

export type Asking = {
  viewer: Viewer;
  input: RemindInput;
  due: Due[];
  answering: Answering[];
  communes: Map<string, Commune>;
};

/** Reminders are written one after the other. */
export const lockReminders = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('reminders', 0))`;

/** What was asked for with this form already; null where it was not sent yet. */
export async function findReminded(tx: Transaction, viewer: Viewer, askingId: string): Promise<Reminded | null> {
  const rows = await tx.reminder.findMany({
    where: { askingId, askedById: viewer.accountId },
    select: { recipients: { select: { accountId: true }, take: REMINDED_MAX } },
    take: REMINDED_MAX,
  });
  if (rows.length === 0) return null;
  const people = new Set(rows.flatMap(({ recipients }) => recipients.map(({ accountId }) => accountId)));
  return { units: rows.length, people: people.size };
}

type About = { kind: ReminderKind; subjectId?: string };

/** Those of these units that nobody may ask for again yet. */
export async function findResting(tx: Transaction, about: About, unitIds: readonly string[]): Promise<LastReminder[]> {
  const rows = await tx.reminder.findMany({
    where: { ...about, unitId: { in: [...unitIds] }, againFrom: { gt: toDate(today()) } },
    orderBy: newestFirst,
    select: lastSelect(),
    take: REMINDED_MAX,
  });
  return newest(rows);
}

/** A reminder for each unit, who sees it, a mail for each of them, and the trail. */
export async function writeReminders(
  tx: Transaction,
  asking: Asking,
  units: readonly Due[],
  people: readonly Asked[],
): Promise<void> {
  const { viewer, input } = asking;
  const [day, lapsesOn] = [today(), addDays(input.lastDay, 1)];
  const rows = await tx.reminder.createManyAndReturn({
    data: units.map(({ unitId, parts }) => ({
      askingId: input.askingId,
      kind: 'coverage_gap' as const,
      unitId,
      parts,
      askedById: viewer.accountId,
      askedOn: toDate(day),
      againFrom: toDate(addDays(day, REPEAT_DAYS)),
      lapsesOn: toDate(lapsesOn),
    })),
    select: { id: true, unitId: true, parts: true },
  });
  const reminderOf = new Map(rows.map(({ unitId, id }) => [unitId, id]));
  await tx.reminderRecipient.createMany({
    data: people.flatMap(({ who, due }) =>
      due.map(({ unitId }) => ({ reminderId: reminderOf.get(unitId) ?? '', accountId: who.accountId ?? '' })),
    ),
  });
  await queueMails(tx, asking, people);
  await recordAll(
    tx,
    viewer,
    rows.map(({ id, unitId, parts }) => ({
      verb: 'created',
      action: 'remind',
      subjectType: 'reminder',
      subjectId: id,
      unitId,
      change: { parts, lastDay: input.lastDay },
    })),
  );
}

/** One mail for each of them, of all that is hers; who has no address reads it on her first page. */
async function queueMails(tx: Transaction, { viewer, input, communes }: Asking, people: readonly Asked[]) {
  const accounts = await tx.account.findMany({
    where: { id: { in: people.map(({ who }) => who.accountId ?? '') }, email: { not: null } },
    select: { id: true, email: true, locale: true },
    take: people.length,
  });
  const { askingId, lastDay } = input;
  await queueMessages(
    tx,
    accounts.map(({ id, email, locale }) => ({
      kind: 'email' as const,
      about: REMINDED,
      dedupeKey: `${REMINDED} ${askingId} ${id}`,
      locale: readLocale(locale),
      recipient: email,
      accountId: id,
      facts: factsOf({ viewer, communes, lastDay }, people.find(({ who }) => who.accountId === id)?.due ?? []),
    })),
  );
}
