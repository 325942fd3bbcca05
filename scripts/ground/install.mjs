import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrFail } from './processes.mjs';
import { isFinished, ROOT } from './settings.mjs';
import { skipped } from './steps.mjs';

/** @param {string[]} path */
const readJson = (...path) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));

/**
 * @param {Record<string, string> | undefined} some
 * @param {Record<string, string> | undefined} others
 */
const same = (some, others) =>
  JSON.stringify(Object.entries(some ?? {}).sort()) === JSON.stringify(Object.entries(others ?? {}).sort());

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list of what it installed as the last thing of
 * an install, so an interrupted one is seen; packages for other systems may be missing from it.
 */
function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  /** @type {Record<string, any>} */
  const wanted = readJson('package-lock.json').packages;
  const present = readJson('node_modules', '.package-lock.json').packages;
  const asked = readJson('package.json');
  if (!same(asked.dependencies, wanted[''].dependencies) || !same(asked.devDependencies, wanted[''].devDependencies))
    return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return present[path] ? present[path].version === version : optional === true;
  });
}

/**
 * How npm is called: the very one that started us, where one did, otherwise the one on the path.
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npmWith(args) {
  const npm = process.env.npm_execpath;
  return npm ? [process.execPath, [npm, ...args]] : ['npm', args];
}

/** The step that brings node_modules in line with package-lock.json. */
export async function installPackages() {
  if (isFinished) return skipped('part of this build');
  if (isInstalled()) return skipped('already installed');
  // Production settings would leave out what builds the portal.
  const [command, args] = npmWith(['ci', '--include=dev', '--no-audit', '--no-fund']);
  await runOrFail('The packages could not be installed (npm ci).', command, args);
  if (!isInstalled()) return 'installed, though not exactly what package-lock.json lists';
  return 'npm ci';
}
