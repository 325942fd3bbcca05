import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import { addDays, toDate, today } from '@/domain/days/day';
import { REMINDED, readLocale } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import type { Transaction } from '@/prisma/transaction';
import { REPEAT_DAYS } from '../reminder';
import { type AskedSigner, periodFacts } from './report-facts';
import { MAIL_DAYS, type MissingReport, type RemindOfReportsInput, STANDS_DAYS } from './report-reminder';

type Asking = { viewer: Viewer; period: ReportPeriod; input: RemindOfReportsInput };

/** A reminder for each commune, who sees it, a mail for each of them, and the trail. What she wrote is not in the trail: it may name somebody. */
export async function writeReportReminders(
  tx: Transaction,
  { viewer, period, input }: Asking,
  missing: readonly MissingReport[],
  people: readonly AskedSigner[],
): Promise<void> {
  const day = today();
  const rows = await tx.reminder.createManyAndReturn({
    data: missing.map(({ unitId }) => ({
      askingId: input.askingId,
      kind: 'report' as const,
      unitId,
      subjectId: period.id,
      text: input.text ?? null,
      askedById: viewer.accountId,
      askedOn: toDate(day),
      againFrom: toDate(addDays(day, REPEAT_DAYS)),
      lapsesOn: toDate(addDays(day, STANDS_DAYS)),
    })),
    select: { id: true, unitId: true },
  });
  const reminderOf = new Map(rows.map(({ unitId, id }) => [unitId, id]));
  await tx.reminderRecipient.createMany({
    data: people.flatMap(({ accountId, missing: hers }) =>
      hers.map(({ unitId }) => ({ reminderId: reminderOf.get(unitId) ?? '', accountId })),
    ),
  });
  await queueMails(tx, { viewer, period, input }, people);
  await recordAll(
    tx,
    viewer,
    rows.map(({ id, unitId }) => ({
      verb: 'created',
      action: 'remindOfReports',
      subjectType: 'reminder',
      subjectId: id,
      unitId,
      change: { from: period.from, to: period.to, rewritten: input.text !== undefined },
    })),
  );
}

async function queueMails(tx: Transaction, { period, input }: Asking, people: readonly AskedSigner[]) {
  const accounts = await tx.account.findMany({
    where: { id: { in: people.map(({ accountId }) => accountId) }, email: { not: null } },
    select: { id: true, email: true, locale: true },
    take: people.length,
  });
  const missingOf = new Map(people.map(({ accountId, missing }) => [accountId, missing]));
  await queueMessages(
    tx,
    accounts.map(({ id, email, locale }) => ({
      kind: 'email' as const,
      about: REMINDED,
      dedupeKey: `${REMINDED} ${input.askingId} ${id}`,
      locale: readLocale(locale),
      recipient: email,
      accountId: id,
      facts: {
        about: 'report',
        ...placeOf(missingOf.get(id) ?? []),
        ...periodFacts(period),
        text: input.text ?? '',
        fromKind: 'city',
        fromName: '',
        lastDay: addDays(today(), MAIL_DAYS),
      },
    })),
  );
}

/** Of one who signs for several communes the first is named. */
const placeOf = ([first]: readonly MissingReport[]) => ({
  placeKind: first?.kind ?? 'commune',
  placeName: first?.name ?? '',
});
