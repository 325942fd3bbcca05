import { may, reachOrAll, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { nameToday, toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import {
  CARDS_MAX,
  type CardsOfPerson,
  type EndReason,
  HANDOVER_DAYS,
  type MemberCard,
  numberOfCard,
  type WaitingCard,
} from './member-card';

const EARLIER_MAX = 30;
const MEMBERSHIPS_MAX = 20;

const since = () => new Date(Date.now() - HANDOVER_DAYS * 86_400_000);

const cardSelect = () => ({
  id: true,
  madeAt: true,
  handedOverAt: true,
  waitsUntil: true,
  endedAt: true,
  endReason: true,
  unit: { select: { unitNames: nameToday() } },
  madeBy: { select: { displayName: true } },
  endedBy: { select: { displayName: true } },
  openings: { orderBy: { openedAt: 'desc' as const }, select: { openedAt: true }, take: 1 },
});

/**
 * The cards of a member whom the viewer may give one, the standing one apart, and whether a new one may be made; null for a woman whom
 * she does not reach so.
 */
export async function findCardsOfPerson(viewer: Viewer, personId: string): Promise<CardsOfPerson | null> {
  if (!isId(personId)) return null;
  const person = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'member-cards.make') },
    select: {
      memberCards: { orderBy: { madeAt: 'desc' }, select: cardSelect(), take: EARLIER_MAX },
      memberships: { where: activeOn(today()), select: { unit: { select: unitSelect() } }, take: MEMBERSHIPS_MAX },
    },
  });
  if (!person) return null;
  const cards = person.memberCards.map(
    ({ unit, madeBy, endedBy, openings, endReason, waitsUntil, ...card }): MemberCard => ({
      ...card,
      number: numberOfCard(card.id),
      unitName: unit.unitNames[0]?.name ?? '',
      madeBy: madeBy.displayName,
      endedBy: endedBy?.displayName ?? null,
      isLate: card.handedOverAt === null && card.madeAt < since(),
      lastOpenedAt: openings[0]?.openedAt ?? null,
      waitsUntil: waitsUntil && waitsUntil > new Date() ? waitsUntil : null,
      endReason: endReason as EndReason | null,
    }),
  );
  const standing = cards.find(({ endedAt }) => endedAt === null) ?? null;
  return {
    standing,
    earlier: cards.filter((card) => card !== standing),
    mayMake: person.memberships.some(({ unit }) => may(viewer, 'member-cards.make', toUnit(unit).path)),
  };
}

/** The card of one woman alone, or those that come behind a card. */
export type AskedCards = { personId?: string; after?: string };

/** Cards within the viewer's reach that wait to be printed and handed over, the oldest first, a hundred at once. */
export async function listWaitingCards(viewer: Viewer, { personId, after }: AskedCards = {}): Promise<WaitingCard[]> {
  if (![personId, after].every((id) => id === undefined || isId(id))) return [];
  if (reachOrAll(viewer, 'member-cards.make')?.length === 0) return [];
  const rows = await db.memberCard.findMany({
    where: {
      endedAt: null,
      handedOverAt: null,
      madeAt: { gt: since() },
      unit: withinReach(viewer, 'member-cards.make'),
      ...(personId ? { personId } : {}),
    },
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      madeAt: true,
      unit: { select: { unitNames: nameToday() } },
      person: { select: { id: true, fullName: true, demo: true } },
    },
    take: CARDS_MAX,
  });
  return rows.map(({ id, madeAt, unit, person }) => ({
    id,
    madeAt,
    number: numberOfCard(id),
    personId: person.id,
    name: person.fullName ?? '',
    unitName: unit.unitNames[0]?.name ?? '',
    demo: person.demo,
  }));
}
