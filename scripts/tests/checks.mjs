import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runOrFail } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { lookAtPackages } from '../packages/look.mjs';

/** @param {string} name */
const program = (name) => join(ROOT, 'node_modules', '.bin', name);

const LAYERS = ['app', 'components', 'domain', 'i18n', 'server', 'prisma', 'scripts', 'e2e', 'bench'];
const layers = () => LAYERS.filter((folder) => existsSync(join(ROOT, folder)));

/**
 * Each reads everything once and ends: collecting what it let go of less often is cheaper. `GOGC` tells the checker of types, which
 * is written in Go, the other one those that run in Node.
 */
const surroundings = () => ({
  ...process.env,
  GOGC: '400',
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`,
});

/**
 * @param {string} sentence
 * @param {string} name
 * @param {string[]} args
 */
const check = (sentence, name, args) => runOrFail(sentence, program(name), args, { env: surroundings() });

/** Checks of the sources, without a database, a build or a browser: each a title and the work that throws. */
export const CHECKS = [
  {
    title: 'Format and lint',
    work: () =>
      check('Biome found something (npx biome check --write puts most of it right).', 'biome', ['check', '.']),
  },
  {
    title: 'Types',
    work: async () => {
      await check('The types of the routes could not be made.', 'next', ['typegen']);
      // Several checkers each work out what all files share: dearer than one, beside the other checks.
      await check('The types do not fit.', 'tsc', ['--noEmit', '-p', '.', '--checkers', '1']);
    },
  },
  {
    title: 'Architecture rules',
    work: () =>
      check('A dependency goes against the architecture.', 'depcruise', [
        '--config',
        '.dependency-cruiser.cjs',
        ...layers(),
      ]),
  },
  {
    title: 'Unused code',
    work: () => check('Something is used by nobody.', 'knip', ['--no-progress']),
  },
  { title: 'Packages of others', work: async () => lookAtPackages() },
];
