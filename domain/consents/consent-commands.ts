import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { addDays, today } from '@/domain/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  answeredAt,
  type ConsentAnswer,
  type ConsentPerson,
  consentState,
  type TakeConsentInput,
  type WithdrawConsentInput,
} from './consent';
import { findConsentPerson, findStandingConsent } from './consent-queries';

export type ConsentProblem = 'not-found' | 'day-ahead' | 'day-too-old' | 'text-replaced' | 'nothing-to-withdraw';

/** An answer on paper is brought in within this time. */
const BACK_DAYS_MAX = 366;

/**
 * Records what a woman answered to the newest wording of a purpose. Answers are only ever added: the later one holds.
 * A "no" to sensitive data deletes what was sealed, in the same transaction (the database sees to it).
 */
export async function takeConsent(
  viewer: Viewer,
  input: TakeConsentInput,
): Promise<Result<{ personId: string }, ConsentProblem>> {
  const person = await findConsentPerson(viewer, input.personId, 'consents.record');
  if (!person) return problem('not-found');
  const refused = refusalOfDay(input.day);
  if (refused) return refused;
  return transaction(async (tx) => {
    const text = await tx.consentText.findUnique({
      where: { id: input.textId },
      select: { purpose: true, locale: true, edition: true },
    });
    if (text?.purpose !== input.purpose) return problem('not-found');
    const newer = await tx.consentText.count({
      where: { purpose: text.purpose, locale: text.locale, edition: { gt: text.edition } },
    });
    if (newer > 0) return problem('text-replaced');
    await insertAnswer(tx, viewer, person, { ...input, action: 'takeConsent' });
    return ok({ personId: person.id });
  });
}

/** Withdraws a consent that stands, at any time, by any way she says it. It keeps the wording it was given with. */
export async function withdrawConsent(
  viewer: Viewer,
  input: WithdrawConsentInput,
): Promise<Result<{ personId: string }, ConsentProblem>> {
  const person = await findConsentPerson(viewer, input.personId, 'consents.record');
  if (!person) return problem('not-found');
  const refused = refusalOfDay(input.day);
  if (refused) return refused;
  const standing = await findStandingConsent(viewer, person.id, input.purpose);
  if (!standing || consentState(standing) !== 'given') return problem('nothing-to-withdraw');
  const at = answeredAt(input.day, 'withdrawn');
  if (at < standing.answeredAt) return problem('nothing-to-withdraw');
  return transaction(async (tx) => {
    const { textId } = await tx.consent.findUniqueOrThrow({ where: { id: standing.id }, select: { textId: true } });
    await insertAnswer(tx, viewer, person, { ...input, textId, answer: 'withdrawn', action: 'withdrawConsent' });
    return ok({ personId: person.id });
  });
}

function refusalOfDay(day: WithdrawConsentInput['day']) {
  if (day > today()) return problem('day-ahead');
  const first = addDays(today(), -BACK_DAYS_MAX);
  return day < first ? problem('day-too-old', { day: first }) : null;
}

type Answer = Omit<TakeConsentInput, 'answer'> & { answer: ConsentAnswer; action: 'takeConsent' | 'withdrawConsent' };

async function insertAnswer(
  tx: Transaction,
  viewer: Viewer,
  person: ConsentPerson,
  { action, day, personId, ...answer }: Answer,
) {
  // her row first: of an answer and a sealing at once the second sees the first
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  await tx.consent.create({
    data: { personId, ...answer, answeredAt: answeredAt(day, answer.answer), takenById: viewer.accountId },
    select: { id: true },
  });
  await record(tx, viewer, {
    verb: action === 'takeConsent' ? 'created' : 'ended',
    action,
    subjectType: 'person',
    subjectId: personId,
    unitId: person.keeperUnitId,
    change: { purpose: answer.purpose, answer: answer.answer, channel: answer.channel, day },
  });
}
