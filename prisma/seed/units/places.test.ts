import { verify as passwordMatches } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articles } from '../articles/articles';
import { guides } from '../guides/guides';
import { demoAccounts } from '../people/accounts';
import { seed } from '../seed';
import { testProvince } from '../test-province';
import { longHung, trainerCommunes, trangDai } from './places';

const { client, work, rows, one } = testProvince();
const day = work.today;

beforeAll(async () => {
  await client.connect();
  await seed(work);
});

afterAll(() => client.end());

describe('the places of the journeys', () => {
  it('cover Long Hưng’s next sub-association when its planned family is set active today', async () => {
    const covered = `SELECT covered FROM app.coverage('${day}') c JOIN unit u ON u.id = c.commune_id WHERE u.slug = '${longHung.commune}' AND c.level = 'sub_association'`;
    const before = Number(await one(covered));
    await client.query('BEGIN');
    const family = `(SELECT m.id FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN unit u ON u.id = h.unit_id WHERE u.slug = '${longHung.plannedAt}' AND m.kind = 'digital_family')`;
    await client.query(
      `UPDATE model_status SET valid_to = '${day}' WHERE model_id = ${family} AND status = 'planned' AND valid_to IS NULL`,
    );
    await client.query(
      `INSERT INTO model_status (id, model_id, status, valid_from) VALUES (app.uuid7(), ${family}, 'active', '${day}')`,
    );
    expect(Number(await one(covered))).toBe(before + 1);
    await client.query('ROLLBACK');
  });

  it('are the club at Khu phố 5, the pilot family with twelve members, and the recognised Khu phố 3A', async () => {
    const real = await rows(`
      SELECT u.slug, m.kind, m.pilot, (SELECT count(*)::int FROM model_member x WHERE x.model_id = m.id) AS members,
        (SELECT count(*)::int FROM model_household x WHERE x.model_id = m.id) AS households
      FROM digital_model m JOIN model_host h ON h.model_id = m.id JOIN unit u ON u.id = h.unit_id
        JOIN model_status s ON s.model_id = m.id AND s.status = 'active' AND app.active_on(s.valid_from, s.valid_to, '${day}') WHERE NOT m.demo ORDER BY m.kind`);
    expect(real).toEqual([
      { slug: longHung.clubAt, kind: 'digital_womens_club', pilot: false, members: expect.any(Number), households: 0 },
      { slug: trangDai.digitalAt, kind: 'digital_sub_association', pilot: false, members: 0, households: 0 },
      { slug: trangDai.familyAt, kind: 'digital_family', pilot: true, members: 12, households: 12 },
    ]);
  });

  it('have sessions ahead for the trainer of four communes, who is never in two at once', async () => {
    const communes = await rows<{ slug: string }>(`
      SELECT DISTINCT c.slug FROM account a JOIN session_trainer t ON t.trainer_id = a.person_id JOIN session s ON s.id = t.session_id
        JOIN unit_span p ON p.unit_id = s.unit_id AND p.is_last JOIN unit c ON c.id = p.commune_id
      WHERE a.email = 'trainer@demo.invalid' AND s.starts_at > '${day}' ORDER BY 1`);
    expect(
      communes.map(({ slug }) => slug).filter((slug) => slug === longHung.commune || slug === trangDai.commune),
    ).toHaveLength(2);
    expect(communes.every(({ slug }) => (trainerCommunes as readonly string[]).includes(slug))).toBe(true);
  });
});

describe('the accounts', () => {
  it('sign in with the demonstration password and hold their role; the hundred others cannot sign in', async () => {
    const accounts = await rows<{
      email: string;
      password_hash: string;
      role: string;
      phone: string;
      units: string[];
    }>(`
      SELECT a.email, a.password_hash, a.phone, min(g.role::text) AS role, array_agg(u.slug ORDER BY u.slug) AS units
      FROM account a JOIN role_grant g ON g.account_id = a.id JOIN unit u ON u.id = g.unit_id WHERE a.password_hash IS NOT NULL GROUP BY a.id ORDER BY a.email`);
    expect(accounts.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email).sort());
    for (const account of accounts) {
      expect(await passwordMatches(account.password_hash, work.demoPassword), account.email).toBe(true);
      expect(account.password_hash).toContain('$argon2id$v=19$m=65536,t=3,p=1$');
      expect(account.phone).toMatch(/^\+8450\d{7}$/);
      expect(account.units).toEqual(
        [...(demoAccounts.find(({ email }) => email === account.email)?.units ?? [])].sort(),
      );
    }
    expect(Number(await one('SELECT count(*) FROM account WHERE password_hash IS NULL'))).toBeGreaterThan(90);
  });
});

describe('the articles', () => {
  // the alert beside them
  const count = articles.length + guides.length + 1;

  it('are public in both languages, the English knowing the Vietnamese it was translated from', async () => {
    expect(await one(`SELECT count(*)::int FROM publication WHERE published_at <= now() AND ended_at IS NULL`)).toBe(
      count * 2,
    );
    expect(
      await one(`SELECT count(*)::int FROM edition_text en JOIN edition_text vi ON vi.id = en.translated_from_id AND vi.locale = 'vi'
        WHERE en.locale = 'en' AND en.translated_from_sha = vi.sha256`),
    ).toBe(count);
    expect(
      await one(
        `SELECT count(*)::int FROM edition_author a JOIN edition_decision d ON d.edition_id = a.edition_id AND d.kind = 'approved' AND d.decided_by_id = a.account_id`,
      ),
    ).toBe(0);
  });
});
