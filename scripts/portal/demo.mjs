import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropDatabase, ensureDatabase, query } from '../database/database.mjs';
import { runOrFail } from '../ground/processes.mjs';
import { sealingKeysOf } from '../ground/sealing-keys.mjs';
import { makeReadablePassword, write } from '../ground/settings.mjs';
import { skipped } from '../ground/steps.mjs';
import { productProgram } from './program.mjs';

/** @import { Progress } from '../ground/steps.mjs' */

/**
 * The accounts of the demonstration, and what each is for.
 * @type {[email: string, role: string][]}
 */
export const DEMO_ACCOUNTS = [
  ['admin@demo.invalid', 'administrator of the portal'],
  ['province@demo.invalid', 'official of the province'],
  ['editor@demo.invalid', 'editor of news and stories'],
  ['longhung@demo.invalid', 'official of Long Hưng'],
  ['trangdai@demo.invalid', 'official of Trảng Dài'],
  ['khupho5@demo.invalid', 'head of the sub-association Khu phố 5'],
  ['trainer@demo.invalid', 'trainer'],
  ['viewer@demo.invalid', 'reader of the figures'],
];

/** @param {string} dataDir */
const passwordFile = (dataDir) => join(dataDir, 'demo-password');
/**
 * There while the data is being filled in: found at a start, the filling was interrupted and begins again.
 * @param {string} dataDir
 */
const fillingMark = (dataDir) => join(dataDir, 'demo-filling');

/** @param {string} dataDir */
const rememberedPassword = (dataDir) =>
  existsSync(passwordFile(dataDir)) ? readFileSync(passwordFile(dataDir), 'utf8').trim() : undefined;

/**
 * The password of the demonstration accounts: the one asked for, else the one of last time, else a new one.
 * @param {string} dataDir
 * @param {string} [asked]
 */
export const demoPassword = (dataDir, asked) => asked ?? rememberedPassword(dataDir) ?? makeReadablePassword();

/**
 * Runs the program that fills a database with demonstration data.
 * @param {{ databaseUrl: string, password: string, sealingKeys: string, args?: string[] | undefined, progress: Progress }} how
 */
export function runSeed({ databaseUrl, password, sealingKeys, args = [], progress }) {
  const secrets = { DEMO_PASSWORD: password, SEALING_KEYS: sealingKeys };
  // nobody waits for one of its statements
  const env = { ...process.env, ...secrets, DATABASE_URL: databaseUrl, DATABASE_PATIENCE: '20', DEMO: 'on' };
  const program = [...productProgram('prisma/seed/main.ts'), ...args];
  return runOrFail('The demonstration data could not be filled in.', process.execPath, program, {
    env,
    onLine: progress,
  });
}

/** @param {string} databaseUrl */
export const hasUnits = async (databaseUrl) => (await query(databaseUrl, 'SELECT 1 FROM unit LIMIT 1')).length > 0;

/**
 * Prepares for filling: what an interrupted filling left is dropped with its whole database. Returns whether it was.
 * @param {string} dataDir
 * @param {{ maintenanceUrl: string, name: string }} database
 */
export async function dropHalfFilled(dataDir, { maintenanceUrl, name }) {
  if (!existsSync(fillingMark(dataDir))) return false;
  await dropDatabase(maintenanceUrl, name);
  await ensureDatabase(maintenanceUrl, name);
  rmSync(fillingMark(dataDir));
  return true;
}

/**
 * The demonstration accounts get the password asked for, when they were filled in with another one.
 * @param {string} dataDir
 * @param {string} databaseUrl
 * @param {string} password
 */
async function changePasswords(dataDir, databaseUrl, password) {
  const { hash } = await import('@node-rs/argon2');
  const passwordHash = await hash(password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  const change = 'UPDATE account SET password_hash = $1 WHERE demo AND password_hash IS NOT NULL';
  await query(databaseUrl, change, [passwordHash]);
  write(passwordFile(dataDir), password);
}

/**
 * The step that fills the demonstration data into an empty database.
 * @param {{ dataDir: string, databaseUrl: string, password: string, args?: string[] }} how
 * @param {Progress} progress
 */
export async function fillDemonstration({ dataDir, databaseUrl, password, args }, progress) {
  if (await hasUnits(databaseUrl)) {
    await layGround(databaseUrl, progress);
    if (rememberedPassword(dataDir) === password) return skipped('already there');
    await changePasswords(dataDir, databaseUrl, password);
    return 'already there, with the new password';
  }
  write(fillingMark(dataDir), process.pid);
  await runSeed({ databaseUrl, password, sealingKeys: sealingKeysOf(dataDir), args, progress });
  write(passwordFile(dataDir), password);
  rmSync(fillingMark(dataDir));
}

/** @param {string} databaseUrl */
const hasGround = async (databaseUrl) =>
  (await query(databaseUrl, 'SELECT 1 FROM unit, former_unit LIMIT 1')).length > 0;

/**
 * The step that lays the ground in an empty database of one's own: the real places and words, nothing invented. One from
 * before former names were known is given these.
 * @param {string} databaseUrl
 * @param {Progress} progress
 */
export async function layGround(databaseUrl, progress) {
  if (await hasGround(databaseUrl)) return skipped('already there');
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  await runOrFail('The ground could not be laid.', process.execPath, productProgram('prisma/seed/ground.ts'), {
    env,
    onLine: progress,
  });
}
