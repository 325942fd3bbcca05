import type { Viewer } from '@/domain/access/viewer';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { consentState } from '../consent';
import { findConsentPerson, findStandingConsent } from '../consent-queries';
import { type SensitiveOverview, type SensitiveRow, sensitiveFields } from './sensitive';

/**
 * Which sensitive fields of a person are written, without opening any; null when the viewer may not see them. Without her
 * standing consent nothing is said of them.
 */
export async function findSensitiveOverview(viewer: Viewer, personId: string): Promise<SensitiveOverview | null> {
  const person = isId(personId) ? await findConsentPerson(viewer, personId, 'sensitive.see') : null;
  if (!person) return null;
  const labels = new Set(sealingKeys().map(({ label }) => label));
  const consented =
    consentState(await findStandingConsent(viewer, personId, { purpose: 'sensitive_data' })) === 'given';
  const written = consented ? await fieldsOf(personId) : new Map<string, WrittenField>();
  const rows = sensitiveFields.map((field): SensitiveRow => {
    const row = written.get(field);
    if (!row) return { field, held: false, writtenAt: null, version: 0, missingKey: null };
    const { writtenAt, version, label } = row;
    return { field, held: true, writtenAt, version, missingKey: labels.has(label) ? null : label };
  });
  return { consented, keyHere: labels.size > 0, rows };
}

type WrittenField = { field: string; writtenAt: Date; version: number; label: string };

/** One row a field: her own before that of a record merged into her. */
async function fieldsOf(personId: string): Promise<Map<string, WrittenField>> {
  const rows = await db.$queryRaw<(WrittenField & { own: boolean })[]>`
    SELECT s.field::text, s.written_at AS "writtenAt", s.version, k.label
    FROM sensitive_field s JOIN encryption_key k ON k.id = s.key_id
    WHERE s.person_id IN (SELECT id FROM app.records_of(${personId}::uuid))
    ORDER BY (s.person_id = ${personId}::uuid), s.written_at`;
  return new Map(rows.map((row) => [row.field, row]));
}
