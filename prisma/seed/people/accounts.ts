import { hash } from '@node-rs/argon2';
import { seedId } from '../chance';
import { PROVINCE_BEGAN } from '../units/communes';
import { longHung, trainerCommunes, trangDai } from '../units/places';
import { insertRows, run, type Work } from '../work';
import { plantOfficials } from './officials';

/** The strength that OWASP asks of Argon2id; the library's default variant is Argon2id. */
const ARGON = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

interface DemoAccount {
  email: string;
  displayName: string;
  phone: string;
  role: string;
  /** slugs of the units the role is for */
  units: readonly string[];
  /** holds an office of this title in this unit: the account is tied to that person */
  person?: { title: string; unit: string };
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: 'admin@demo.invalid',
    displayName: 'Lý Thị Bảo Ngân',
    phone: '+84500000001',
    role: 'system_administrator',
    units: ['dong-nai'],
  },
  {
    email: 'province@demo.invalid',
    displayName: 'Trịnh Thị Kim Chi',
    phone: '+84500000002',
    role: 'province_official',
    units: ['dong-nai'],
  },
  {
    email: 'editor@demo.invalid',
    displayName: 'Võ Thị Phương Uyên',
    phone: '+84500000003',
    role: 'editor',
    units: ['dong-nai'],
  },
  {
    email: 'longhung@demo.invalid',
    displayName: 'Dương Thị Ngọc Sương',
    phone: '+84500000004',
    role: 'commune_official',
    units: [longHung.commune],
    person: { title: 'vice_chair', unit: longHung.commune },
  },
  {
    email: 'trangdai@demo.invalid',
    displayName: 'Ngô Thị Bích Liễu',
    phone: '+84500000005',
    role: 'commune_official',
    units: [trangDai.commune],
    person: { title: 'vice_chair', unit: trangDai.commune },
  },
  {
    email: 'khupho5@demo.invalid',
    displayName: 'Hồ Thị Kim Thoa',
    phone: '+84500000006',
    role: 'sub_association_head',
    units: [longHung.clubAt],
    person: { title: 'sub_association_head', unit: longHung.clubAt },
  },
  {
    email: 'trainer@demo.invalid',
    displayName: 'Tạ Thị Minh Thư',
    phone: '+84500000007',
    role: 'trainer',
    units: trainerCommunes,
  },
  {
    email: 'viewer@demo.invalid',
    displayName: 'Cao Thị Mỹ Duyên',
    phone: '+84500000008',
    role: 'viewer',
    units: ['dong-nai'],
  },
];

export const accountId = (email: string) =>
  seedId('account', 1 + demoAccounts.findIndex((account) => account.email === email));

/** The accounts one can sign in with, their roles, and a hundred trainers and heads who cannot (no password). */
export async function plantAccounts(work: Work): Promise<number> {
  const { client, demoPassword } = work;
  const rows = await Promise.all(
    demoAccounts.map(async ({ email, displayName, phone }) => ({
      id: accountId(email),
      display_name: displayName,
      email,
      phone,
      password_hash: await hash(demoPassword, ARGON),
      locale: 'vi',
      demo: true,
      created_at: `${PROVINCE_BEGAN}T01:00:00Z`,
      version: 1,
    })),
  );
  await insertRows(client, 'account', rows);
  await tiePersons(work);
  await client.query(
    `INSERT INTO account (id, person_id, display_name, email, demo, created_at)
    SELECT pg_temp.seed_id('account', 100 + t.commune_no), t.person_id, p.full_name, 'giangvien.' || c.slug || '@demo.invalid', true, DATE '2025-07-15'
    FROM w_trainer t
      JOIN person p ON p.id = t.person_id JOIN w_unit c ON c.no = t.commune_no WHERE t.k = 1 AND c.slug <> ALL ($1) ORDER BY t.commune_no`,
    [trainerCommunes],
  );
  await client.query(`INSERT INTO account (id, person_id, display_name, email, demo, created_at)
    SELECT pg_temp.seed_id('account', 1000 + s.no), f.person_id, p.full_name, 'chihoi.' || s.slug || '@demo.invalid', true, DATE '2025-07-15'
    FROM w_sub s JOIN w_first f ON f.sub_no = s.no AND f.at = 1 JOIN person p ON p.id = f.person_id
    WHERE s.slug IN ('${longHung.plannedAt}', '${trangDai.familyAt}', '${trangDai.digitalAt}') OR s.at = 3 AND s.commune_no % 12 = 0 ORDER BY s.no`);
  await grantRoles(work);
  const known = demoAccounts.flatMap(({ role, units }) => (role === 'commune_official' ? units : []));
  await plantOfficials(work, known, accountId('province@demo.invalid'));
  const count = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM account');
  return count.rows[0]?.count ?? 0;
}

// Officials, heads and the trainer are persons of the members' records too: both bear the account's invented name.
async function tiePersons({ client }: Work) {
  for (const { email, displayName, phone, person } of demoAccounts) {
    const tied = person
      ? `SELECT o.person_id FROM office o JOIN w_unit u ON u.id = o.unit_id WHERE u.slug = '${person.unit}' AND o.title = '${person.title}' LIMIT 1`
      : email === 'trainer@demo.invalid'
        ? `SELECT t.person_id FROM w_trainer t JOIN w_unit c ON c.no = t.commune_no WHERE c.slug = '${trainerCommunes[0]}' AND t.k = 1`
        : null;
    if (!tied) continue;
    await client.query(`UPDATE account SET person_id = (${tied}) WHERE id = $1`, [accountId(email)]);
    await client.query(`UPDATE person SET full_name = $1, phone = $2 WHERE id = (${tied})`, [displayName, phone]);
  }
}

async function grantRoles({ client }: Work) {
  const grants = demoAccounts.flatMap(({ email, role, units }) => units.map((slug) => ({ email, role, slug })));
  await run(
    client,
    `INSERT INTO role_grant (id, account_id, role, unit_id, valid_from, granted_at)
    SELECT pg_temp.seed_id('role grant', row_number() OVER ()), a.id, g.role::role, u.id, DATE '${PROVINCE_BEGAN}', DATE '${PROVINCE_BEGAN}'
    FROM jsonb_to_recordset($1) AS g (email text, role text, slug text) JOIN account a USING (email) JOIN w_unit u USING (slug)`,
    [JSON.stringify(grants)],
  );
  await run(
    client,
    `INSERT INTO role_grant (id, account_id, role, unit_id, valid_from, granted_at, granted_by_id)
    SELECT pg_temp.seed_id('role grant', 100 + t.commune_no), a.id, 'trainer', c.id, DATE '2025-07-15', DATE '2025-07-15',
      '${accountId('province@demo.invalid')}'
    FROM w_trainer t JOIN w_unit c ON c.no = t.commune_no JOIN account a ON a.id = pg_temp.seed_id('account', 100 + t.commune_no) WHERE t.k = 1`,
  );
  await run(
    client,
    `INSERT INTO role_grant (id, account_id, role, unit_id, valid_from, granted_at, granted_by_id)
    SELECT pg_temp.seed_id('role grant', 1000 + s.no), a.id, 'sub_association_head', s.id, DATE '2025-07-15', DATE '2025-07-15',
      '${accountId('province@demo.invalid')}'
    FROM w_sub s JOIN account a ON a.id = pg_temp.seed_id('account', 1000 + s.no)`,
  );
}
