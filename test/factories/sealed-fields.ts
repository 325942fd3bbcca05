import { parseRing, seal } from '../../domain/ground/seal';
import { createConsent, createConsentText } from './consents';
import { type Database, type Made, newId, read, write } from './write';

/** Her ethnicity in these words, sealed with the first key of a ring, with the consent that it needs. */
export async function createSealedField(
  database: Database,
  { person, by, words }: { person: string; by: string; words: string },
  ring: string,
): Promise<void> {
  await createConsentText(database, 'sensitive_data');
  const consent = await createConsent(database, { id: person }, 'sensitive_data');
  const [key] = parseRing(ring);
  if (!key) throw new Error('the ring holds no key');
  const keyId = await nameOfKey(database, key.label);
  const place = { table: 'sensitive_field', column: 'ethnicity', row: person, keyId };
  const sealed = `\\x${seal(JSON.stringify([words]), place, key).toString('hex')}`;
  const row = { person_id: person, field: 'ethnicity', sealed, key_id: keyId, consent_id: consent.id };
  await write(database, [['sensitive_field', { ...row, written_by_id: by, version: 1 }]]);
}

/** The row by which the database knows a key, made where it knows none. */
async function nameOfKey(database: Database, label: string): Promise<string> {
  const [known] = await read<Made>(database, `SELECT id FROM encryption_key WHERE label = '${label}'`);
  if (known) return known.id;
  const id = newId();
  await write(database, [['encryption_key', { id, label }]]);
  return id;
}
