import 'server-only';
import { randomUUID } from 'node:crypto';
import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { record } from '@/domain/audit-writes';
import { nameOfKey } from '@/domain/consents/sensitive/key-writes';
import { activeOn, today } from '@/domain/days/day';
import { linkToken } from '@/domain/ground/link-token';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { personsWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { sealDigits } from './digits';
import {
  areGuessed,
  type EndCardInput,
  HANDOVER_DAYS,
  type HandOverCardInput,
  type MakeCardInput,
} from './member-card';

const MEMBERSHIPS_MAX = 20;

/**
 * Makes a card for a member of a unit within the viewer's reach, for as long as she is one there. It ends the one before. It opens
 * nothing until it is handed over.
 */
export async function makeMemberCard(
  viewer: Viewer,
  { personId }: MakeCardInput,
): Promise<Result<{ personId: string }, 'not-found' | 'no-member-here' | 'made-meanwhile'>> {
  const person = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'member-cards.make') },
    select: {
      memberships: {
        where: activeOn(today()),
        orderBy: { validFrom: 'asc' },
        select: { unit: { select: unitSelect() } },
        take: MEMBERSHIPS_MAX,
      },
    },
  });
  if (!person) return problem('not-found');
  const unit = person.memberships
    .map((each) => toUnit(each.unit))
    .find(({ path }) => may(viewer, 'member-cards.make', path));
  if (!unit) return problem('no-member-here');
  const id = randomUUID();
  try {
    await transaction((tx) => writeCard(tx, viewer, { id, personId, unitId: unit.id }));
    return ok({ personId });
  } catch (error) {
    if (refusal(error) === 'one_member_card') return problem('made-meanwhile');
    if (refusal(error) === 'merged_record') return problem('not-found');
    throw error;
  }
}

type Written = { id: string; personId: string; unitId: string };

/** Her new card in place of the one before, with its line in the trail; of two who make one at once the second ends the first's. */
async function writeCard(tx: Transaction, viewer: Viewer, { id, personId, unitId }: Written): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  await tx.memberCard.updateMany({
    where: { personId, endedAt: null },
    data: { endedAt: new Date(), endReason: 'replaced', endedById: viewer.accountId },
  });
  const hash = tokenHash(linkToken('member card', id));
  await tx.memberCard.create({
    data: { id, personId, unitId, tokenHash: hash, madeById: viewer.accountId },
    select: { id: true },
  });
  await record(tx, viewer, {
    verb: 'created',
    action: 'makeMemberCard',
    subjectType: 'person',
    subjectId: personId,
    unitId,
    change: { card: id },
  });
}

type HandOverProblem = 'not-found' | 'handed-over-already' | 'too-late' | 'guessed-first' | 'key-missing';

/**
 * Hands a card over: the woman types six digits of her own on the official's device, and from then on the card opens by them. They can
 * be set once; whoever forgot them is made a new card.
 */
export async function handOverMemberCard(
  viewer: Viewer,
  { cardId, password }: HandOverCardInput,
): Promise<Result<{ personId: string }, HandOverProblem>> {
  const card = await findReached(viewer, cardId);
  if (!card) return problem('not-found');
  if (card.handedOverAt) return problem('handed-over-already');
  if (card.madeAt.getTime() < Date.now() - HANDOVER_DAYS * 86_400_000) return problem('too-late');
  if (areGuessed(password, card.person.birthYear)) return problem('guessed-first');
  const [key] = sealingKeys();
  if (!key) return problem('key-missing');
  const keyId = await transaction((tx) => nameOfKey(tx, key.label));
  const digits = await sealDigits(password, { cardId, keyId, key });
  return transaction(async (tx) => {
    const { count } = await tx.memberCard.updateMany({
      where: { id: cardId, endedAt: null, handedOverAt: null },
      data: { digits, keyId, handedOverAt: new Date(), handedOverById: viewer.accountId },
    });
    if (count === 0) return problem('handed-over-already');
    await record(tx, viewer, {
      verb: 'changed',
      action: 'handOverMemberCard',
      subjectType: 'person',
      subjectId: card.personId,
      unitId: card.unitId,
      change: { card: cardId },
    });
    return ok({ personId: card.personId });
  });
}

/** Ends a card that was lost or given back. Ending it again changes nothing. */
export async function endMemberCard(
  viewer: Viewer,
  { cardId, reason }: EndCardInput,
): Promise<Result<{ personId: string }, 'not-found'>> {
  const card = await findReached(viewer, cardId);
  if (!card) return problem('not-found');
  // that it ended the database writes into the trail, whoever ended it
  await db.memberCard.updateMany({
    where: { id: cardId, endedAt: null },
    data: { endedAt: new Date(), endReason: reason, endedById: viewer.accountId },
  });
  return ok({ personId: card.personId });
}

/** A card of a woman whom the viewer may give one. */
const findReached = (viewer: Viewer, cardId: string) =>
  db.memberCard.findFirst({
    where: { id: cardId, person: personsWithin(viewer, 'member-cards.make') },
    select: {
      personId: true,
      unitId: true,
      madeAt: true,
      handedOverAt: true,
      person: { select: { birthYear: true } },
    },
  });
