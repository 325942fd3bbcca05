import 'server-only';
import { type Resealed, resealColumn, type SealedRow } from '@/domain/consents/sensitive/reseal-writes';
import type { SealingKey } from '@/domain/ground/seal';
import { db, transaction } from '@/prisma/client';
import { DIGITS_TABLE } from './member-card';

/** How many cards that stand have digits sealed with another key than this one. */
export const countDigitsSealedOtherwise = (label: string): Promise<number> =>
  db.memberCard.count({ where: { endedAt: null, key: { label: { not: label } } } });

/** Seals the digits of cards anew with the first key of the ring (`resealColumn`). Of cards that ended none are kept. */
export const resealDigits = (ring: readonly SealingKey[]): Promise<Resealed> =>
  resealColumn(transaction, ring, {
    table: DIGITS_TABLE,
    column: 'digits',
    next: (tx, { keyId, after, take }) => tx.$queryRaw<SealedRow[]>`
      SELECT c.id, c.id AS row, c.digits AS sealed, c.key_id AS "keyId", k.label FROM member_card c JOIN encryption_key k ON k.id = c.key_id
      WHERE c.key_id <> ${keyId}::uuid AND (${after}::uuid IS NULL OR c.id > ${after}::uuid)
      ORDER BY c.id LIMIT ${take} FOR UPDATE OF c`,
    keep: (tx, { keyId, sealed }) => tx.$executeRaw`
      UPDATE member_card c SET digits = decode(v.sealed, 'hex'), key_id = ${keyId}::uuid
      FROM jsonb_to_recordset(${sealed}::jsonb) v (id uuid, sealed text) WHERE c.id = v.id`,
  });
