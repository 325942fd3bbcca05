import type { Transaction } from '@/prisma/transaction';

/** Her records, locked: of an erasure and a change at once the second sees the first. */
export const lockRecords = (tx: Transaction, personId: string) =>
  tx.$queryRaw<
    { id: string; name: string | null; print: string | null; version: number; keeperUnitId: string | null }[]
  >`SELECT p.id, p.full_name AS name, p.phone_print AS print, p.version, p.keeper_unit_id AS "keeperUnitId" FROM person p
    WHERE p.id IN (SELECT id FROM app.records_of(${personId}::uuid)) ORDER BY p.id FOR UPDATE`;
