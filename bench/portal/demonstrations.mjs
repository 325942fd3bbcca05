import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, stopProcess } from '../../scripts/ground/processes.mjs';
import { ROOT } from '../../scripts/ground/settings.mjs';

export const PASSWORD = 'bench-password';
/** Where demonstrations are kept: from one measurement of a run to the next, and where BENCH_DATA names a folder, for the next run. */
const DATA_DIR = process.env.BENCH_DATA ? resolve(process.env.BENCH_DATA) : join(ROOT, '.test', 'bench', 'data');
/** Twice the goal of filling in a million: a measurement that takes longer than everything else together tells nothing more. */
const PATIENCE_MS = 10 * 60_000;

/** Members of the union as most is measured, and as many as the portal is to hold. */
export const USUAL = Number(process.env.BENCH_MEMBERS ?? 40_000);
export const LARGE = Number(process.env.BENCH_LARGE ?? 1_000_000);

/**
 * A demonstration: by its number of members, and by a name where it is changed so much that others have no use for it.
 * @typedef {{ members?: number | undefined, name?: string | undefined }} Which
 */

/**
 * @param {Which} which
 */
export const folderOf = ({ members = USUAL, name = 'members' }) => join(DATA_DIR, `${name}-${members}`);

/** Seconds that it took to fill a demonstration in. */
const TOOK = 'seconds-to-fill';

/** @param {string} folder */
export const secondsToFill = (folder) => Number(readFileSync(join(folder, TOOK), 'utf8'));

/** @param {string} folder */
const isFilled = (folder) => existsSync(join(folder, 'demo-password'));
/** @param {string} folder */
const isGivenUp = (folder) => existsSync(join(folder, 'given-up'));

/**
 * Fills a demonstration in, unless it is there; false where it took too long, now or before.
 * @param {string} folder
 * @param {number} members
 */
async function fill(folder, members) {
  if (isFilled(folder)) return true;
  if (isGivenUp(folder)) return false;
  mkdirSync(folder, { recursive: true });
  const args = [join(ROOT, 'scripts', 'seed.mjs'), '--members', String(members)];
  const env = { ...process.env, DATA_DIR: folder, DEMO_PASSWORD: PASSWORD, DATABASE_URL: '' };
  const since = Date.now();
  const seed = launch(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const late = setTimeout(() => stopProcess(seed), PATIENCE_MS);
  await seed.ended;
  clearTimeout(late);
  writeFileSync(join(folder, isFilled(folder) ? TOOK : 'given-up'), String((Date.now() - since) / 1_000));
  return isFilled(folder);
}

/**
 * Sees to it that a demonstration is there; says why where it is not.
 * @param {number} members
 * @param {string} [name]
 */
export async function demonstrationOrWhy(members, name) {
  if (members === 0) return 'The surroundings ask for none.';
  const filled = await fill(folderOf({ members, name }), members);
  return filled ? undefined : `${members.toLocaleString('en')} members were not filled in within ten minutes.`;
}
