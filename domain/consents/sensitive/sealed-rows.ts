import type { Transaction } from '@/prisma/transaction';
import { type SensitiveName, sensitiveFields } from './sensitive';

/** The table whose rows are sealed; part of what each seal is bound to. */
export const SEALED_TABLE = 'sensitive_field';

/**
 * The consent that allows sealing and opening, or null. Her row stays locked until the transaction ends: a withdrawal at
 * the same time waits, or was first.
 */
export async function consentToSeal(tx: Transaction, personId: string): Promise<string | null> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM app.standing_consent(${personId}::uuid, 'sensitive_data')
    WHERE answer = 'given' AND (until IS NULL OR app.today() < until)`;
  return row?.id ?? null;
}

/** Which fields of a person are written, whichever of her records holds them. */
export async function writtenFields(tx: Transaction, personId: string): Promise<SensitiveName[]> {
  const rows = await tx.$queryRaw<{ field: SensitiveName }[]>`
    SELECT DISTINCT s.field::text FROM sensitive_field s WHERE s.person_id IN (SELECT id FROM app.records_of(${personId}::uuid))
    ORDER BY 1 LIMIT ${sensitiveFields.length}`;
  return rows.map(({ field }) => field);
}

/** The version of what stands for a field, as its page showed it: 0 where nothing is written. */
export async function versionOfField(tx: Transaction, personId: string, field: SensitiveName): Promise<number> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM sensitive_field
    WHERE field = ${field}::sensitive_field_name AND person_id IN (SELECT id FROM app.records_of(${personId}::uuid))
    ORDER BY (person_id = ${personId}::uuid) DESC, written_at DESC LIMIT 1`;
  return row?.version ?? 0;
}
