import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { listFailedReminders } from './failed-reminder-queries';
import { REMINDED, readFacts } from './message';
import { mailsOf, tellableBy } from './outbox';
import { changes, offers, waiting } from './waiting';

const toTellSelect = () => ({
  enrolment: { select: { name: true, person: { select: { fullName: true } } } },
});

/** The first women to be told something, by name, as the list begins: those for whom a seat is held before the others. */
export async function listFirstToTell(viewer: Viewer, most: number): Promise<string[]> {
  const find = (cause: object, orderBy: object) =>
    db.outboxMessage.findMany({
      where: { AND: [tellableBy(viewer), cause] },
      orderBy,
      select: toTellSelect(),
      take: most,
    });
  const [urgent, others] = await Promise.all([
    find(waiting({}, offers()), [{ enrolment: { offerUntil: 'asc' } }, { id: 'desc' }]),
    find(waiting({}, ...changes()), { id: 'desc' }),
  ]);
  const names = [...urgent, ...others].map(({ enrolment }) => enrolment?.name ?? enrolment?.person?.fullName ?? '');
  return [...new Set(names)].filter(Boolean).slice(0, most);
}

/** To whom the mails were that were given up last, by the names of their accounts; of reminders the places they are about. */
export async function listFirstFailedMails(viewer: Viewer, most: number): Promise<string[]> {
  const rows = await db.outboxMessage.findMany({
    where: { AND: [mailsOf(viewer, await listFailedReminders(viewer)), { state: 'failed' }] },
    orderBy: { id: 'desc' },
    select: { about: true, facts: true, account: { select: { displayName: true } } },
    take: most,
  });
  const names = rows.map(({ about, facts, account }) =>
    about === REMINDED ? readFacts(facts).placeName : account?.displayName,
  );
  return [...new Set(names)].flatMap((name) => name || []);
}
