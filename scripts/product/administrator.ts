import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { normalEmail } from '@/domain/accounts/account';
import { resetFactorsOf } from '@/domain/accounts/factor-resets/console-commands';
import { createAdministrator } from '@/domain/accounts/invitation-commands';
import { PASSWORD_MAX, PASSWORD_MIN, passwordInput } from '@/domain/accounts/password-input';
import { cleanLine } from '@/domain/texts/clean-text';
import { db } from '@/prisma/client';

/*
 * The first account of a portal with a database of its own:
 *   DATABASE_URL=… npm run administrator -- --email chi.lan@example.vn --name "Nguyễn Thị Lan"
 * `--reset-second-factor` with --email removes the second factor of an account, where no two people can agree to it.
 * The password comes from ADMINISTRATOR_PASSWORD, or one is made and shown once.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      'reset-second-factor': { type: 'boolean' },
    },
  });
  const email = normalEmail(values.email ?? '');
  if (values['reset-second-factor']) return reset(email);
  const displayName = cleanLine(values.name ?? '');
  if (!email || !displayName) return refuse('Give --email and --name.');
  const given = process.env.ADMINISTRATOR_PASSWORD;
  const password = given ?? randomBytes(12).toString('base64url');
  if (!passwordInput.safeParse(password).success)
    return refuse(
      `The password must have ${PASSWORD_MIN} to ${PASSWORD_MAX} characters and be none of the common ones.`,
    );

  const result = await createAdministrator({ email, displayName, password });
  if (!result.ok) return refuse(REASONS[result.problem]);
  say(`${displayName} can sign in as ${email}.`);
  if (!given) say(`Her password, shown only now: ${password}`);
  return 0;
}

async function reset(email: string | undefined): Promise<number> {
  if (!email) return refuse('Give --email.');
  const result = await resetFactorsOf(email);
  if (!result.ok) return refuse('There is no account with this address.');
  say(`The second factor of ${email} is removed; her sessions are over.`);
  return 0;
}

const REASONS = {
  'too-common': 'This password is used by many people and tried first. Choose another one, best a short sentence.',
  'too-near':
    'The password holds her name or address and hardly anything else. Choose another one, best a short sentence.',
  'already-known': 'An account with this address exists already.',
  'no-province':
    'The database has no city-level unit yet: start the portal once with this DATABASE_URL, which lays the ground.',
};

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 1;
}

process.exitCode = await main().finally(() => db.$disconnect());
