import 'server-only';
import { randomUUID } from 'node:crypto';
import { newToken, tokenHash } from '@/domain/accounts/token';
import { recordReading } from '@/domain/audit-writes';
import { consentToSeal, writtenFields } from '@/domain/consents/sensitive/sealed-rows';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { areDigits, areTooManyWaiting } from '../digits';
import { isDigits, OPEN_MINUTES } from '../member-card';

type Tried = { cardId: string; digits: Uint8Array | null; keyId: string | null; wait: number };
type OpenProblem = 'card-over' | 'wrong-digits' | 'must-wait' | 'many-at-once';

/**
 * Opens her own data for ten minutes, to who holds her card and knows her digits. A try is counted before it is looked at; `seconds`: how
 * long the next waits; with `many-at-once` none was counted.
 */
export async function openMemberCard(token: string, digits: string): Promise<Result<{ opening: string }, OpenProblem>> {
  if (!isDigits(digits)) return problem('wrong-digits');
  if (areTooManyWaiting()) return problem('many-at-once');
  const [tried] = await db.$queryRaw<Tried[]>`
    SELECT t.card_id::text AS "cardId", t.digits, t.key_id::text AS "keyId", t.wait FROM app.try_member_card(${tokenHash(token)}) t`;
  if (!tried) return problem('card-over');
  const { cardId, digits: sealed, keyId, wait } = tried;
  if (!sealed || !keyId) return problem('must-wait', { seconds: String(wait) });
  const name = await db.encryptionKey.findUnique({ where: { id: keyId }, select: { label: true } });
  const key = sealingKeys().find(({ label }) => label === name?.label);
  if (!(await areDigits(digits.replace(/\s/g, ''), { sealed, cardId, keyId, key }))) return problem('wrong-digits');
  return transaction((tx) => begin(tx, cardId));
}

/** The card is locked and looked at once more: one that ended while her digits were looked at opens nothing. */
async function begin(tx: Transaction, cardId: string): Promise<Result<{ opening: string }, 'card-over'>> {
  const [card] = await tx.$queryRaw<{ personId: string; unitId: string; stands: boolean }[]>`
    SELECT c.person_id::text AS "personId", c.unit_id::text AS "unitId", app.member_card_stands(c) AS stands
    FROM member_card c WHERE c.id = ${cardId}::uuid FOR UPDATE OF c`;
  if (!card?.stands) return problem('card-over');
  const { personId, unitId } = card;
  await tx.memberCard.update({ where: { id: cardId }, data: { misses: 0, waitsUntil: null }, select: { id: true } });
  const [id, opening] = [randomUUID(), newToken()];
  const fields = (await consentToSeal(tx, personId)) ? await writtenFields(tx, personId) : [];
  const entryId = await recordReading(tx, null, {
    verb: 'read',
    action: 'openMemberCard',
    subjectType: 'person',
    subjectId: personId,
    unitId,
    change: { card: cardId, opening: id, fields },
  });
  await tx.$executeRaw`
    INSERT INTO member_card_opening (id, card_id, token_hash, expires_at, entry_id)
    VALUES (${id}::uuid, ${cardId}::uuid, ${tokenHash(opening)}, now() + ${OPEN_MINUTES}::int * interval '1 minute', ${entryId}::uuid)`;
  return ok({ opening });
}

/** Ends the ten minutes before they are over, by one tap. Ending them again changes nothing. */
export async function closeMemberCard(opening: string): Promise<void> {
  await transaction(async (tx) => {
    const [ended] = await tx.$queryRaw<{ cardId: string; personId: string; unitId: string }[]>`
      UPDATE member_card_opening o SET ended_at = clock_timestamp() FROM member_card c
      WHERE c.id = o.card_id AND o.token_hash = ${tokenHash(opening)} AND o.ended_at IS NULL AND o.expires_at > now()
      RETURNING c.id::text AS "cardId", c.person_id::text AS "personId", c.unit_id::text AS "unitId"`;
    if (!ended) return;
    await recordReading(tx, null, {
      verb: 'ended',
      action: 'closeMemberCard',
      subjectType: 'person',
      subjectId: ended.personId,
      unitId: ended.unitId,
      change: { card: ended.cardId },
    });
  });
}
