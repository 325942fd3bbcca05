import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { countsOfNode, countsOfPlaywright, countsOfVitest, filesListed, journeysListed } from './reports.mjs';

/** @import { Hear } from '../ground/processes.mjs' */
/** @import { Counts } from './reports.mjs' */

/** The folder where the runners write their reports and the tests keep their databases. */
export const TEST_DIR = join(ROOT, '.test');

/** @param {string} name */
const program = (name) => join(ROOT, 'node_modules', '.bin', name);

/**
 * @typedef {object} Runner
 * @property {string} program
 * @property {(file: string) => string[]} run
 * @property {(text: string) => Counts} counts
 * @property {(file: string) => Record<string, string>} [surroundings]
 * @property {(file: string) => string[]} [list]
 * @property {(text: string) => Counts} [listed]
 */
/** @typedef {Runner & Required<Pick<Runner, 'list' | 'listed'>>} Listing */
/** @typedef {{ name: string, runner: Runner, which: string[] }} Tests */
/** @typedef {{ env?: NodeJS.ProcessEnv, onLine?: Hear }} How */

/*
 * What the runners differ in: how each is called so that people read along and a report is left in `file`, how that is
 * read, and how it lists what it would run.
 */
/** @type {Listing} */
export const VITEST = {
  program: program('vitest'),
  run: (file) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  counts: countsOfVitest,
  // how many tests its files hold only a run tells
  list: (file) => ['list', '--filesOnly', `--json=${file}`],
  listed: filesListed,
};

/** @type {Listing} */
export const PLAYWRIGHT = {
  program: program('playwright'),
  run: () => ['test', '--reporter=list,json'],
  surroundings: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  counts: countsOfPlaywright,
  list: () => ['test', '--list', '--reporter=json'],
  listed: journeysListed,
};

/**
 * Node's own runner, for the tests of the commands and of the measurements.
 * @type {Runner}
 */
export const NODE = {
  program: process.execPath,
  run: (file) => [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
  ],
  counts: countsOfNode,
};

const commandTests = ['scripts', 'bench'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => join(ROOT, folder, name)),
);

/** What is run: the name of its report, its runner, and which of the tests that one finds. */
export const PURE_TESTS = { name: 'pure', runner: VITEST, which: ['--project', 'pure*'] };
export const INTEGRATION_TESTS = { name: 'database', runner: VITEST, which: ['--project', 'database'] };
export const COMMAND_TESTS = { name: 'commands', runner: NODE, which: commandTests };
export const JOURNEYS = { name: 'journeys', runner: PLAYWRIGHT, which: [] };

/**
 * Starts a runner, reads the report it leaves and answers counts, names and `output`. One that fails without a failed test
 * (a file that does not load, a crash) counts as one failure, and so does a missing report.
 * @param {Tests} tests
 * @param {(file: string) => string[]} args
 * @param {(text: string) => Counts} read
 * @param {How} how
 */
async function report({ name, runner, which }, args, read, { env = process.env, onLine }) {
  const file = join(TEST_DIR, 'reports', name);
  mkdirSync(join(TEST_DIR, 'reports'), { recursive: true });
  rmSync(file, { force: true }); // never count the run before
  const surroundings = { ...env, ...runner.surroundings?.(file) };
  const { code, output, heard } = await run(runner.program, [...args(file), ...which], { env: surroundings, onLine });
  let counted;
  try {
    counted = read(readFileSync(file, 'utf8'));
  } catch {
    counted = { passed: 0, failed: 0, notRun: 0 };
  }
  const { passed, failed, notRun } = counted;
  const unexplained = failed === 0 && notRun === 0 && (code !== 0 || passed === 0);
  return { ...counted, failed: unexplained ? 1 : failed, output, heard };
}

/**
 * Runs tests to their end.
 * @param {Tests} tests
 * @param {How} [how]
 */
export const runTests = (tests, how = {}) => report(tests, tests.runner.run, tests.runner.counts, how);

/**
 * The count of tests that could not begin: every one of them is not run.
 * @param {Tests & { runner: Listing }} tests
 * @param {How} [how]
 */
export async function missTests(tests, how = {}) {
  return { ...(await report(tests, tests.runner.list, tests.runner.listed, how)), output: '' };
}
