import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { PlainProblem } from '../ground/problem.mjs';
import { isFinished, RELEASE_FILE, ROOT } from '../ground/settings.mjs';

/** @import { Settings } from '../ground/settings.mjs' */

/**
 * What a finished build says of itself: `migrations` tells how many it knows.
 * @typedef {{ version: string, build: string, migrations: number, platform: string, arch: string }} Release
 */

/**
 * The release in a folder. Throws where there is none, or it was broken off.
 * @returns {Release}
 */
export const releaseIn = (folder = ROOT) => {
  try {
    return JSON.parse(readFileSync(join(folder, RELEASE_FILE), 'utf8'));
  } catch {
    throw new PlainProblem(`${folder} holds no finished build: make one by \`npm run build\`.`);
  }
};

/**
 * Where a folder leads, which may not be there yet.
 * @param {string} folder
 * @returns {string}
 */
const realOf = (folder) =>
  existsSync(folder) ? realpathSync(folder) : join(realOf(dirname(folder)), basename(folder));

/**
 * Whether a folder lies within another, by its name or by where it leads.
 * @param {string} inner
 * @param {string} outer
 */
const liesWithin = (inner, outer) => [inner, realOf(inner)].some((folder) => !relative(outer, folder).startsWith('..'));

/**
 * Why a finished build cannot run: on another kind of machine, without a database, for it brings none, or with its data in its own folder, where
 * the release after it would not find the keys. Undefined where it can.
 * @param {Release} release
 * @param {{ databaseUrl?: string | undefined, dataDir: string, root: string }} how
 */
export function whyUnfit({ platform, arch }, { databaseUrl, dataDir, root }) {
  if (platform !== process.platform || arch !== process.arch)
    return `This build is for ${platform} on ${arch}, and this machine is ${process.platform} on ${process.arch}: build it on one like this.`;
  if (!databaseUrl)
    return 'A finished build brings no database and no demonstration: name a PostgreSQL by DATABASE_URL.';
  if (liesWithin(dataDir, root))
    return `The data folder ${dataDir} lies within the finished build, and the next one would not have its keys: name one beside it by DATA_DIR.`;
}

/**
 * Refuses to start a finished build where it cannot run.
 * @param {Pick<Settings, 'databaseUrl' | 'dataDir'>} settings
 */
export function refuseUnfit({ databaseUrl, dataDir }) {
  if (!isFinished) return;
  const why = whyUnfit(releaseIn(), { databaseUrl, dataDir, root: ROOT });
  if (why) throw new PlainProblem(why);
}
