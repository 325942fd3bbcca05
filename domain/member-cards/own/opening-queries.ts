import type { ViewerHerself } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import type { OwnDataExport } from '@/domain/consents/own-data/own-data';
import { findDataOfHerself } from '@/domain/consents/own-data/own-data-queries';
import { openFieldsByCard } from '@/domain/consents/sensitive/opened-queries';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { numbersByCard } from '@/domain/people/phones/number-queries';
import { maskedPhone } from '@/domain/people/phones/phone';
import { db } from '@/prisma/client';
import type { CardOpening } from '../member-card';

/** What a token opens just now: whose data, by which card, and until when; null once it is over, or its card is. */
export async function findCardOpening(token: string): Promise<CardOpening | null> {
  const [row] = await db.$queryRaw<CardOpening[]>`
    SELECT o.opening_id::text AS id, o.card_id::text AS "cardId", o.person_id::text AS "personId", o.expires_at AS until
    FROM app.member_card_opened(${token}) o`;
  return row ?? null;
}

/**
 * What the door says to whoever holds a card: ask for the digits, or let her wait, or nothing. One that ended, one that waits to be
 * handed over and one that never was are the same.
 */
export async function findCardDoor(token: string): Promise<{ waitsUntil: Date | null } | null> {
  const [row] = await db.$queryRaw<{ waitsUntil: Date | null }[]>`
    SELECT CASE WHEN c.waits_until > now() THEN c.waits_until END AS "waitsUntil" FROM member_card c
    WHERE c.token_hash = ${tokenHash(token)} AND c.digits IS NOT NULL AND app.member_card_stands(c)`;
  return row ?? null;
}

/** All that is held on her, with numbers whole and sensitive fields opened, by the token of her opening alone. */
export async function findDataByCard(viewer: ViewerHerself, token: string): Promise<OwnDataExport> {
  const [numbers, sensitiveOpened] = await Promise.all([numbersByCard(token), openFieldsByCard(token, sealingKeys())]);
  const show = (phone: string, rowId?: string) => numbers.get(rowId ?? '') ?? maskedPhone(phone);
  return { ...(await findDataOfHerself(viewer, show)), sensitiveOpened };
}
