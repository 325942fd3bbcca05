import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { seal } from '@/domain/ground/seal';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { beginOpening } from '@/domain/opening-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { ConsentPerson } from '../consent';
import { findConsentPerson } from '../consent-queries';
import { nameOfKey } from './key-writes';
import { openFields } from './opened-queries';
import { consentToSeal, SEALED_TABLE, versionOfField, writtenFields } from './sealed-rows';
import type { DropFieldInput, OpenedField, SensitiveName, WriteField } from './sensitive';

export type SensitiveProblem = 'not-found' | 'no-consent' | 'no-key' | 'changed-meanwhile';

/**
 * Seals one sensitive field of a person under the current key. Needs her standing consent to sensitive data, apart from
 * every other; a withdrawal at the same time waits until it is written, and then deletes it, or was first.
 */
export async function writeSensitive(
  viewer: Viewer,
  { personId, field, values, version }: WriteField,
): Promise<Result<{ personId: string }, SensitiveProblem>> {
  const person = await findConsentPerson(viewer, personId, 'sensitive.record');
  if (!person) return problem('not-found');
  const [key] = sealingKeys();
  if (!key) return problem('no-key');
  return transaction(async (tx) => {
    const consentId = await consentToSeal(tx, personId);
    if (!consentId) return problem('no-consent');
    const now = await versionOfField(tx, personId, field);
    if (now !== version) return problem('changed-meanwhile', { version: String(now) });
    const keyId = await nameOfKey(tx, key.label);
    const place = { table: SEALED_TABLE, column: field, row: personId, keyId };
    const data = {
      sealed: new Uint8Array(seal(JSON.stringify(values), place, key)),
      keyId,
      consentId,
      writtenAt: new Date(),
      writtenById: viewer.accountId,
    };
    await tx.sensitiveField.upsert({
      where: { personId_field: { personId, field } },
      create: { personId, field, ...data },
      update: data,
      select: { version: true },
    });
    await record(tx, viewer, entryOf(person, 'changed', 'writeSensitive', [field]));
    return ok({ personId });
  });
}

/** Opens every field that is written and writes down who read which: names, never values. Once for each reading. */
export async function readSensitive(
  viewer: Viewer,
  personId: string,
): Promise<Result<{ fields: OpenedField[] }, SensitiveProblem>> {
  const person = await findConsentPerson(viewer, personId, 'sensitive.see');
  if (!person) return problem('not-found');
  const noted = await transaction(async (tx) => {
    if (!(await consentToSeal(tx, personId))) return problem('no-consent');
    const names = await writtenFields(tx, personId);
    return ok(await beginOpening(tx, viewer, entryOf(person, 'read', 'readSensitive', names)));
  });
  return noted.ok ? ok({ fields: await openFields(viewer, noted.value, sealingKeys()) }) : noted;
}

/** Takes a field away for good. */
export async function dropSensitive(
  viewer: Viewer,
  { personId, field, version }: DropFieldInput,
): Promise<Result<{ personId: string }, SensitiveProblem>> {
  const person = await findConsentPerson(viewer, personId, 'sensitive.record');
  if (!person) return problem('not-found');
  return transaction(async (tx) => {
    if (!(await consentToSeal(tx, personId))) return problem('no-consent');
    const now = await versionOfField(tx, personId, field);
    if (version === 0 || now !== version) return problem('changed-meanwhile', { version: String(now) });
    await tx.$executeRaw`
      DELETE FROM sensitive_field WHERE field = ${field}::sensitive_field_name
        AND person_id IN (SELECT id FROM app.records_of(${personId}::uuid))`;
    await record(tx, viewer, entryOf(person, 'ended', 'dropSensitive', [field]));
    return ok({ personId });
  });
}

const entryOf = (
  { id, keeperUnitId }: ConsentPerson,
  verb: 'changed' | 'read' | 'ended',
  action: string,
  fields: SensitiveName[],
) => ({ verb, action, subjectType: 'person', subjectId: id, unitId: keeperUnitId, change: { fields } });
