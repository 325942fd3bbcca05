import { insertAnswers, lockRecord } from '@/domain/consents/answer-writes';
import { type ConsentPurpose, consentState, standingConsent } from '@/domain/consents/consent';
import { listOwnAnswers } from '@/domain/consents/consent-queries';
import { today } from '@/domain/days/day';
import { changePlace } from '@/domain/enrolments/change-writes';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { findCardOpening } from './opening-queries';

/** Gives a seat of hers back, or her place in the line, in the ten minutes of her card. Doing it again changes nothing. */
export async function cancelByMemberCard(
  opening: string,
  enrolmentId: string,
): Promise<Result<{ sessionId: string }, 'card-over' | 'not-hers' | 'already-begun'>> {
  const opened = await findCardOpening(opening);
  if (!opened) return problem('card-over');
  const [hers] = isId(enrolmentId)
    ? await db.$queryRaw<{ sessionId: string }[]>`
        SELECT e.session_id::text AS "sessionId" FROM enrolment e
        WHERE e.id = ${enrolmentId}::uuid AND e.person_id IN (SELECT id FROM app.records_of(${opened.personId}::uuid))`
    : [];
  if (!hers) return problem('not-hers');
  const changed = await transaction((tx) =>
    changePlace(tx, null, { enrolmentId, what: 'cancel', action: 'cancelByMemberCard' }),
  );
  if (changed.ok || changed.problem === 'as-it-was') return ok(hers);
  return problem(changed.problem === 'already-begun' ? 'already-begun' : 'not-hers');
}

/**
 * Takes back a consent of hers to a whole purpose, in the ten minutes of her card; it keeps the wording it was given with. The database
 * deletes what was sealed by it.
 */
export async function withdrawByMemberCard(
  opening: string,
  purpose: ConsentPurpose,
): Promise<Result<{ personId: string }, 'card-over' | 'nothing-to-withdraw'>> {
  const opened = await findCardOpening(opening);
  if (!opened) return problem('card-over');
  const { personId } = opened;
  return transaction(async (tx) => {
    await lockRecord(tx, personId);
    const standing = standingConsent(await listOwnAnswers({ personId, locale: 'vi' }, tx), purpose);
    if (!standing || consentState(standing) !== 'given') return problem('nothing-to-withdraw');
    const [{ textId }, { keeperUnitId }] = [
      await tx.consent.findUniqueOrThrow({ where: { id: standing.id }, select: { textId: true } }),
      await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { keeperUnitId: true } }),
    ];
    const answer = { purpose, channel: 'web', day: today(), textId, answer: 'withdrawn' } as const;
    await insertAnswers(tx, null, { id: personId, keeperUnitId }, 'withdrawByMemberCard', [answer]);
    return ok({ personId });
  });
}

/** Ends her card from within its ten minutes: it is lost, or she wants none. With it this opening is over. */
export async function loseMemberCard(opening: string): Promise<Result<{ cardId: string }, 'card-over'>> {
  const opened = await findCardOpening(opening);
  if (!opened) return problem('card-over');
  await db.memberCard.updateMany({
    where: { id: opened.cardId, endedAt: null },
    data: { endedAt: new Date(), endReason: 'lost' },
  });
  return ok({ cardId: opened.cardId });
}
