import type { Viewer } from '@/domain/access/viewer';
import { linkToken } from '@/domain/ground/link-token';
import { handOverMemberCard, makeMemberCard } from '@/domain/member-cards/commands';
import { openMemberCard } from '@/domain/member-cards/own/open-commands';
import { db } from '@/prisma/client';

/** Digits that nobody tries first. */
export const DIGITS = '402917';

const value = <Value>(result: { ok: true; value: Value } | { ok: false; problem: string }): Value => {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};

/** The card of a woman that stands, and the token on its paper. */
export async function cardOf(personId: string) {
  const where = { personId, endedAt: null };
  const { id } = await db.memberCard.findFirstOrThrow({ where, select: { id: true } });
  return { id, token: linkToken('member card', id) };
}

/** Makes a card for a woman, by whom the viewer is; it waits to be handed over. */
export async function makeCard(viewer: Viewer, personId: string) {
  value(await makeMemberCard(viewer, { personId }));
  return cardOf(personId);
}

/** The same, handed over with her digits. */
export async function handOverCard(viewer: Viewer, personId: string, digits = DIGITS) {
  const card = await makeCard(viewer, personId);
  value(await handOverMemberCard(viewer, { cardId: card.id, password: digits, repeatedPassword: digits }));
  return card;
}

/** The token of ten minutes that her card and her digits open. */
export const openCard = async (token: string, digits = DIGITS): Promise<string> =>
  value(await openMemberCard(token, digits)).opening;
