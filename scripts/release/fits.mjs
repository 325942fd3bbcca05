import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainProblem } from '../ground/problem.mjs';
import { isFinished, RELEASE_FILE, ROOT } from '../ground/settings.mjs';

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
 * Refuses to start a finished build where it cannot run: on another kind of machine, or without a database, for it brings none.
 * @param {string | undefined} databaseUrl
 */
export function refuseUnfit(databaseUrl) {
  if (!isFinished) return;
  const { platform, arch } = releaseIn();
  if (platform !== process.platform || arch !== process.arch)
    throw new PlainProblem(
      `This build is for ${platform} on ${arch}, and this machine is ${process.platform} on ${process.arch}: build it on one like this.`,
    );
  if (!databaseUrl)
    throw new PlainProblem(
      'A finished build brings no database and no demonstration: name a PostgreSQL by DATABASE_URL.',
    );
}
