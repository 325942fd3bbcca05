import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unseal } from '@/domain/ground/seal';
import { type Facts, likenessOf } from '@/domain/people/duplicates/duplicate';
import { seed } from '../seed';
import { testProvince } from '../test-province';
import { longHung, trangDai } from '../units/places';

const { client, work, rows, one } = testProvince();
const key = { label: 'k-test', secret: randomBytes(32) };

beforeAll(async () => {
  await client.connect();
  expect(await seed({ ...work, sealingKey: key })).toBe(true);
});
afterAll(() => client.end());

const inCommune = (slug: string, person: string) =>
  `EXISTS (SELECT FROM unit_span s JOIN unit c ON c.id = s.commune_id WHERE c.slug = '${slug}' AND s.unit_id = ${person}.keeper_unit_id AND s.is_last)`;

it('shows the officials of two communes records that the rule calls likely one woman’s, each for another reason', async () => {
  for (const { commune } of [longHung, trangDai]) {
    const pairs = await rows<{ one: Facts; other: Facts }>(
      `SELECT json_build_object('name', p.full_name, 'birthYear', p.birth_year, 'phone', p.phone_print) AS one,
         json_build_object('name', q.full_name, 'birthYear', q.birth_year, 'phone', q.phone_print) AS other
       FROM person p JOIN person q ON q.id > p.id AND (q.name_bag = p.name_bag OR q.phone_print = p.phone_print OR app.search_key(q.full_name) = app.search_key(p.full_name))
       WHERE ${inCommune(commune, 'p')} AND ${inCommune(commune, 'q')}`,
    );
    const reasons = new Set(
      pairs.flatMap(({ one: a, other: b }) => {
        const likeness = likenessOf(a, b);
        return likeness?.strength === 'likely' ? likeness.reasons : [];
      }),
    );
    expect([...reasons].sort(), commune).toEqual(
      expect.arrayContaining(['alike-name', 'no-year', 'same-name', 'same-phone', 'same-year', 'turned-name']),
    );
  }
});

it('lets requests wait on both sides, and keeps one that was declined and one that seeks nobody on record', async () => {
  const asked = (slug: string, more: string) =>
    one(
      `SELECT count(*)::int FROM person_request r LEFT JOIN person p ON p.id = r.person_id WHERE ${inCommune(slug, 'p')} AND ${more}`,
    );
  expect(await asked(longHung.commune, 'r.answer IS NULL')).toBe(2);
  expect(await asked(trangDai.commune, 'r.answer IS NULL')).toBe(1);
  expect(await asked(trangDai.commune, `r.answer = 'declined'`)).toBe(1);
  expect(await one('SELECT count(*)::int FROM person_request WHERE person_id IS NULL')).toBe(1);
});

it('seals what women told with the portal’s own key, for none without her standing consent', async () => {
  const sealed = await rows<{ person_id: string; key_id: string; field: string; sealed: Buffer; stands: boolean }>(
    `SELECT person_id, key_id, field::text, sealed, app.consent_stands(person_id, 'sensitive_data', '${work.today}') AS stands FROM sensitive_field`,
  );
  expect(sealed.length).toBeGreaterThan(12);
  for (const { person_id: personId, key_id: keyId, field, sealed: bytes, stands } of sealed) {
    const place = { table: 'sensitive_field', column: field, row: personId, keyId };
    expect(JSON.parse(unseal(bytes, place, key) ?? 'null')).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(unseal(bytes, place, { ...key, secret: randomBytes(32) })).toBeNull();
    expect(stands).toBe(true);
  }
  expect(await rows('SELECT label FROM encryption_key')).toEqual([{ label: key.label }]);
  // also of women whom sessions reached, so that there is something to count
  const reached = await rows<{ women: number }>(
    `SELECT count(DISTINCT f.person_id)::int AS women FROM sensitive_field f JOIN attendance a USING (person_id)
     WHERE f.field = 'priority_groups' AND a.mark <> 'absent'`,
  );
  expect(reached[0]?.women).toBeGreaterThan(50);
});
