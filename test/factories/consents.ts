import { createHash } from 'node:crypto';
import { type Database, type Made, newId, type Row, read, write } from './write';

export type PurposeName =
  | 'record_keeping'
  | 'sensitive_data'
  | 'image'
  | 'name_in_story'
  | 'contact'
  | 'open_roster'
  | 'training'
  | 'topic_wait';

const rowOf = (id: string, purpose: PurposeName, locale: string, edition: number): Row => {
  const body = `Tôi đồng ý (${purpose}, ${locale}, bản ${edition}).`;
  const sha256 = `\\x${createHash('sha256').update(body).digest('hex')}`;
  return ['consent_text', { id, purpose, locale, edition, body, sha256 }];
};

/** The wording of a purpose in both languages, where it is not there yet; answers with the Vietnamese one. */
export async function createConsentText(database: Database, purpose: PurposeName, edition = 1): Promise<Made> {
  const [there] = await read<Made>(
    database,
    `SELECT id FROM consent_text WHERE purpose = '${purpose}' AND locale = 'vi' AND edition = ${edition}`,
  );
  if (there) return there;
  const id = newId();
  await write(database, [rowOf(id, purpose, 'vi', edition), rowOf(newId(), purpose, 'en', edition)]);
  return { id };
}

/** An answer of a person to the newest Vietnamese wording of a purpose, which must be there. */
export async function createConsent(
  database: Database,
  person: Made,
  purpose: PurposeName,
  {
    answer = 'given',
    at = '2026-01-10T03:00:00Z',
    until,
    pictureId,
    use,
  }: { answer?: string; at?: string; until?: string; pictureId?: string; use?: string } = {},
): Promise<Made> {
  const [text] = await read<Made>(
    database,
    `SELECT id FROM consent_text WHERE purpose = '${purpose}' AND locale = 'vi' ORDER BY edition DESC LIMIT 1`,
  );
  const id = newId();
  const row = {
    id,
    person_id: person.id,
    text_id: text?.id,
    purpose,
    answer,
    channel: 'paper',
    answered_at: at,
    until,
    asset_id: pictureId,
    use,
  };
  await write(database, [['consent', row]]);
  return { id };
}
