import { hash } from '@node-rs/argon2';
import type { Locale } from '../../domain/locale';
import { type Database, FIRST_DAY, type Made, newId, type Row, unique, write } from './write';

export type RoleName =
  | 'system_administrator'
  | 'province_official'
  | 'viewer'
  | 'editor'
  | 'commune_official'
  | 'sub_association_head'
  | 'trainer';

export interface AccountOptions {
  displayName?: string;
  email?: string;
  phone?: string;
  /** without one nobody can sign in with this account */
  password?: string;
  person?: Made;
  locale?: Locale;
  from?: string;
  to?: string;
}

export interface MadeAccount extends Made {
  email: string;
  displayName: string;
}

/** An account without any role. */
export async function createAccount(database: Database, options: AccountOptions = {}): Promise<MadeAccount> {
  const { displayName = 'Trần Thị Tài Khoản', phone, password, person, locale = 'vi' } = options;
  const id = newId();
  const email = options.email ?? `account-${unique()}@demo.invalid`;
  const passwordHash = password && (await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));
  await write(database, [
    [
      'account',
      {
        id,
        display_name: displayName,
        email,
        phone,
        password_hash: passwordHash,
        person_id: person?.id,
        locale,
        version: 1,
      },
    ],
  ]);
  return { id, email, displayName };
}

/** An account that holds a role in each of the units. */
export async function createAccountWithRole(
  database: Database,
  role: RoleName,
  units: readonly Made[],
  options: AccountOptions = {},
): Promise<MadeAccount> {
  const account = await createAccount(database, options);
  const grants = units.map((unit): Row => grantRow(account, role, unit, options));
  await write(database, grants);
  return account;
}

/** One more role for an account. */
export const grantRole = (
  database: Database,
  account: Made,
  role: RoleName,
  unit: Made,
  days: { from?: string; to?: string } = {},
): Promise<void> => write(database, [grantRow(account, role, unit, days)]);

const grantRow = (
  account: Made,
  role: RoleName,
  unit: Made,
  { from = FIRST_DAY, to }: { from?: string; to?: string },
): Row => [
  'role_grant',
  { id: newId(), account_id: account.id, role, unit_id: unit.id, valid_from: from, valid_to: to, granted_at: from },
];
