import 'server-only';
import { today } from '@/domain/days/day';
import { isOfThisWeek } from '@/domain/digest/digest';
import {
  ALARM,
  DIGEST,
  isAccountMail,
  isTopic,
  REMINDED,
  readFacts,
  readLocale,
  SECOND_FACTOR,
  toldSessionSelect,
  toToldSession,
} from '@/domain/messages/message';
import { awaitedSql } from '@/domain/reminders/reports/report-reminder-queries';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { readAccountMail } from './account-mail';
import type { Addressed } from './mail';

/** A message this process alone may send until its time is over: `attempt` tells its claim from a later one. */
export type Claim = { id: string; attempt: number };

/** Minutes for which a claim holds; whoever held it was killed when they are over, and the message is claimed anew. */
const HOLDS = 5;
/** Minutes until the next try, by the number of tries so far; after the last of them it has failed. About a day in all. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720];
export const ATTEMPTS_MAX = PAUSES.length + 1;

/** Takes the e-mail that has waited longest, or null when none is due. Several processes never get the same one. */
export async function claimMail(): Promise<Claim | null> {
  const [row] = await db.$queryRaw<Claim[]>`
    UPDATE outbox_message SET attempts = attempts + 1, not_before = now() + ${HOLDS} * interval '1 minute'
    WHERE id = (SELECT id FROM outbox_message WHERE state = 'ready' AND kind = 'email' AND not_before <= now()
      ORDER BY not_before LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text, attempts AS attempt`;
  return row ?? null;
}

/** Why a message is not sent: nobody is there (any more), its day is over, or the report that it asks for is signed. */
export type Unsent = 'NOBODY' | 'OVER' | 'SIGNED';

/** The words and the recipient of a claimed message as it stands at this moment, or why there is nothing to send. */
export async function readMail({ id }: Claim): Promise<Addressed | Unsent> {
  const row = await db.outboxMessage.findUnique({
    where: { id },
    select: {
      recipient: true,
      about: true,
      facts: true,
      locale: true,
      account: { select: { displayName: true, disabledAt: true, digestSince: true } },
      session: { select: { ...toldSessionSelect(), calendarSequence: true } },
    },
  });
  const { recipient, about, account, session } = row ?? {};
  if (row && recipient && about && isAccountMail(about)) {
    const mail = { id, about, to: recipient, name: account?.displayName ?? '', locale: readLocale(row.locale) };
    return readAccountMail(mail, readFacts(row.facts), account?.disabledAt === null);
  }
  if (!row || !recipient || !account || account.disabledAt || !about) return 'NOBODY';
  const [locale, facts] = [readLocale(row.locale), readFacts(row.facts)];
  const envelope = { id, locale, facts, to: recipient, name: account.displayName };
  if (about === REMINDED) return readReminder({ ...envelope, about });
  if (about === SECOND_FACTOR || about === ALARM) return { ...envelope, about };
  // a week that is over, or one that she wants no more
  if (about === DIGEST) return account.digestSince && isOfThisWeek(facts, today()) ? { ...envelope, about } : 'OVER';
  if (!session || !isTopic(about)) return 'NOBODY';
  const communes = await mapPublishedCommunes();
  return {
    ...envelope,
    about,
    toTeam: true,
    calendarSequence: session.calendarSequence,
    session: toToldSession(session, locale, communes),
  };
}

/** A reminder while its day is not over; one of a report only while a commune has not signed, and it names the first of those. */
async function readReminder(mail: Extract<Addressed, { about: typeof REMINDED }>): Promise<Addressed | Unsent> {
  const { id, facts } = mail;
  if ((facts.lastDay ?? '') < today()) return 'OVER';
  if (facts.about !== 'report') return mail;
  const [first] = await db.$queryRaw<{ kind: string; name: string }[]>(awaitedSql(id));
  return first ? { ...mail, facts: { ...facts, placeKind: first.kind, placeName: first.name } } : 'SIGNED';
}

/** Only while the claim is the newest: what another process did meanwhile stands. */
const held = ({ id, attempt }: Claim) => ({ id, attempts: attempt, state: 'ready' as const });

export const markSent = (claim: Claim) =>
  db.outboxMessage.updateMany({ where: held(claim), data: { state: 'sent', sentAt: new Date(), lastError: null } });

/** It is not sent, and keeps why. */
export const markDiscarded = (claim: Claim, why: Unsent) =>
  db.outboxMessage.updateMany({ where: held(claim), data: { state: 'discarded', lastError: why } });

/** It is tried again after a growing pause; for good when the other side will never take it, or after the last try. */
export async function markFailed(claim: Claim, why: { error: string; forGood: boolean }): Promise<void> {
  const pause = why.forGood ? undefined : PAUSES[claim.attempt - 1];
  await db.outboxMessage.updateMany({
    where: held(claim),
    data: {
      lastError: why.error,
      ...(pause ? { notBefore: new Date(Date.now() + pause * 60_000) } : { state: 'failed' }),
    },
  });
}
