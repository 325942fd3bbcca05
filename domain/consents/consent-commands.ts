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
import { findAskedPicture } from './picture-queries';

export type ConsentProblem = 'not-found' | 'day-ahead' | 'day-too-old' | 'text-replaced' | 'nothing-to-withdraw';

/** An answer on paper is brought in within this time. */
const BACK_DAYS_MAX = 366;

/**
 * Records what a woman answered to the newest wording of a purpose. Answers are only ever added: the later one holds.
 * A "no" to sensitive data deletes what was sealed, one to a picture takes it off its address, in the same transaction
 * (the database sees to it). Asked for one picture, she is named as somebody who can be recognised in it.
 */
export async function takeConsent(
  viewer: Viewer,
  input: TakeConsentInput,
): Promise<Result<{ personId: string }, ConsentProblem>> {
  const person = await findConsentPerson(viewer, input.personId, 'consents.record');
  if (!person) return problem('not-found');
  const refused = refusalOfDay(input.day) ?? (await refusalOfPicture(viewer, input));
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
  const refused = refusalOfDay(input.day) ?? (await refusalOfPicture(viewer, input));
  if (refused) return refused;
  const standing = await findStandingConsent(viewer, person.id, input.purpose, input.assetId);
  if (!standing || consentState(standing) !== 'given') return problem('nothing-to-withdraw');
  const at = answeredAt(input.day, 'withdrawn');
  if (at < standing.answeredAt) return problem('nothing-to-withdraw');
  return transaction(async (tx) => {
    const { textId } = await tx.consent.findUniqueOrThrow({ where: { id: standing.id }, select: { textId: true } });
    await insertAnswer(tx, viewer, person, { ...input, textId, answer: 'withdrawn', action: 'withdrawConsent' });
    return ok({ personId: person.id });
  });
}

/** A picture is asked about where the viewer may see what it belongs to. */
async function refusalOfPicture(viewer: Viewer, { purpose, assetId }: Pick<TakeConsentInput, 'purpose' | 'assetId'>) {
  if (!assetId) return null;
  return purpose === 'image' && (await findAskedPicture(viewer, assetId)) ? null : problem('not-found');
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
  { action, day, personId, assetId: asked, ...answer }: Answer,
) {
  // her row first: of an answer and a sealing at once the second sees the first
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const assetId = asked ?? null;
  if (assetId) await nameInPicture(tx, personId, assetId);
  await tx.consent.create({
    data: { personId, assetId, ...answer, answeredAt: answeredAt(day, answer.answer), takenById: viewer.accountId },
    select: { id: true },
  });
  await record(tx, viewer, {
    verb: action === 'takeConsent' ? 'created' : 'ended',
    action,
    subjectType: 'person',
    subjectId: personId,
    unitId: person.keeperUnitId,
    change: { purpose: answer.purpose, answer: answer.answer, channel: answer.channel, day, assetId },
  });
}

/** That she can be recognised in it, once, whichever of her records says so. */
const nameInPicture = (tx: Transaction, personId: string, assetId: string) => tx.$executeRaw`
  INSERT INTO media_person (asset_id, person_id) SELECT ${assetId}::uuid, ${personId}::uuid
  WHERE NOT EXISTS (SELECT FROM media_person WHERE asset_id = ${assetId}::uuid AND person_id IN (SELECT id FROM app.records_of(${personId}::uuid)))`;
