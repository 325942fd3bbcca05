import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PlainProblem } from '../ground/problem.mjs';
import { ROOT } from '../ground/settings.mjs';

/** By this file a folder is known as one of the packer's. It is written first, so that one that was broken off is known too. */
const MARK = '.packed';
/** What somebody has put there who works from it. */
const KEPT = ['.git', '.env', '.data'];

/**
 * Refuses a folder that is not the packer's to remove: one that holds this project or a portal's settings or data, and any that it did not make.
 * @param {string} folder
 * @param {string} root the folder of the project
 */
function refusePlace(folder, root) {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new PlainProblem(`${folder} is a file: name a folder.`);
  if (!relative(realpathSync(folder), root).startsWith('..'))
    throw new PlainProblem(`${folder} holds this project: name another folder.`);
  const present = readdirSync(folder);
  const kept = KEPT.find((name) => present.includes(name));
  if (kept) throw new PlainProblem(`${folder} holds ${kept}, which no build makes: name another folder.`);
  if (present.length > 0 && !present.includes(MARK))
    throw new PlainProblem(`${folder} holds something else: name an empty folder, or remove it.`);
}

/**
 * Fills a folder beside the one that is named, and gives it that name once it is whole; a former release there goes then, and not before.
 * @param {string} named
 * @param {(beside: string) => Promise<void>} fill
 * @param {string} [root]
 */
export async function packInto(named, fill, root = ROOT) {
  const folder = existsSync(named) ? realpathSync(named) : resolve(named);
  const [beside, former] = [`${folder}.new`, `${folder}.former`];
  for (const place of [folder, beside, former]) refusePlace(place, root);
  for (const place of [beside, former]) rmSync(place, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, MARK), 'Made by `npm run build`, which may put another one in its place.\n');
  await fill(beside);
  refusePlace(folder, root); // somebody may have settled there meanwhile
  if (existsSync(folder)) renameSync(folder, former);
  renameSync(beside, folder);
  rmSync(former, { recursive: true, force: true });
}
