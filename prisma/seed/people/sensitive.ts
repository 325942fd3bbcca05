import type { SensitiveName } from '@/domain/consents/sensitive/sensitive';
import { type SealingKey, seal } from '@/domain/ground/seal';
import { seedId } from '../chance';
import { insertRows, type Work } from '../work';
import { accountId } from './accounts';
import { ASKED, communes, walked } from './open-questions';

/** The answers of the thirteen women, one after the other: a field and its values are sealed. */
const told: readonly (readonly [SensitiveName, readonly string[]][])[] = [
  [
    ['priority_groups', ['elderly']],
    ['ethnicity', ['Kinh']],
  ],
  [
    ['priority_groups', ['ethnic_minority', 'near_poor_household']],
    ['ethnicity', ['Chơ Ro']],
  ],
  [
    ['priority_groups', ['disabled']],
    ['disability', ['mobility']],
  ],
  [['religion', ['Công giáo']]],
  [['priority_groups', ['manual_worker']]],
  [],
];

/** How many in a hundred of those who were at a session agree to be counted, and belong to a group; from sixty on all are elderly. */
const AGREE = 60;
const shares = {
  manual_worker: 24,
  disabled: 3,
  poor_household: 4,
  near_poor_household: 9,
  ethnic_minority: 11,
  remote_area: 13,
} as const;
const ELDERLY_FROM = 60;

type Consenting = { person_id: string; consent_id: string; written_at: string; written_by_id: string };

/**
 * Consents to sensitive data of thirteen women in each of two communes and of many at sessions, with their sealed
 * answers where there is a key. Seals differ each time. Returns how many were sealed.
 */
export async function plantSensitive(work: Work): Promise<number> {
  const { client, today, sealingKey } = work;
  await client.query(
    `CREATE TEMP TABLE w_agrees ON COMMIT DROP AS
      SELECT a.n, a.id, a.k, a.commune_no, a.joined_on + time '03:00' AS at FROM w_asked a WHERE a.k BETWEEN 8 AND ${ASKED}
      UNION ALL
      SELECT m.n, m.id, NULL, m.commune_no, min(e.marked_at) AT TIME ZONE 'UTC' FROM w_event e JOIN w_enrolment w USING (n) JOIN w_member m ON m.id = w.person_id
        JOIN w_unit s ON s.no = m.sub_no
      WHERE e.mark <> 'absent' AND pg_temp.draw('agrees', m.n) * 100 < ${AGREE} AND s.slug NOT IN (${walked()}) AND m.id NOT IN (SELECT id FROM w_asked)
      GROUP BY m.n, m.id, m.commune_no`,
  );
  await client.query(
    `INSERT INTO consent (id, person_id, text_id, purpose, answer, channel, answered_at, taken_by_id, created_at)
    SELECT pg_temp.seed_id('consent sensitive', a.n), a.id, t.id, 'sensitive_data', 'given', 'paper', a.at,
      coalesce(c.official::uuid, '${accountId('province@demo.invalid')}'), a.at
    FROM w_agrees a JOIN w_unit u ON u.no = a.commune_no LEFT JOIN jsonb_to_recordset($1) c (slug text, official text) ON c.slug = u.slug
      JOIN LATERAL (SELECT id FROM consent_text WHERE purpose = 'sensitive_data' AND locale = 'vi' ORDER BY edition DESC LIMIT 1) t ON true
    ORDER BY a.n`,
    [JSON.stringify(communes)],
  );
  if (!sealingKey) return 0;
  const { rows } = await client.query<Consenting & { k: number | null; groups: string[] }>(
    `SELECT a.k, c.person_id, c.id AS consent_id, c.answered_at::text AS written_at, c.taken_by_id AS written_by_id,
      CASE WHEN p.birth_year <= ${Number(today.slice(0, 4)) - ELDERLY_FROM} THEN ARRAY['elderly'] ELSE '{}' END
        || ARRAY (SELECT g.name FROM jsonb_each_text($1) g (name, share) WHERE pg_temp.draw(g.name, a.n) * 100 < g.share::int ORDER BY 1) AS groups
    FROM w_agrees a JOIN consent c ON c.person_id = a.id AND c.purpose = 'sensitive_data' JOIN person p ON p.id = a.id ORDER BY a.n`,
    [JSON.stringify(shares)],
  );
  return sealAll(
    work,
    sealingKey,
    rows.flatMap(({ k, groups, ...row }) => {
      const hers = k === null ? [['priority_groups', groups] as const] : (told[k % told.length] ?? []);
      return hers.filter(([, values]) => values.length > 0).map(([field, values]) => ({ ...row, field, values }));
    }),
  );
}

type Field = Consenting & { field: SensitiveName; values: readonly string[] };

async function sealAll({ client }: Work, key: SealingKey, fields: readonly Field[]): Promise<number> {
  const keyId = seedId('encryption key', 1);
  await insertRows(client, 'encryption_key', [{ id: keyId, label: key.label, created_at: '2025-07-01T01:00:00Z' }]);
  return insertRows(
    client,
    'sensitive_field',
    fields.map(({ values, ...row }) => {
      const place = { table: 'sensitive_field', column: row.field, row: row.person_id, keyId };
      const sealed = seal(JSON.stringify(values), place, key);
      return { ...row, sealed: `\\x${sealed.toString('hex')}`, key_id: keyId, version: 1 };
    }),
  );
}
