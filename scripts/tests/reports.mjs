import { basename, relative } from 'node:path';

/**
 * @typedef {{ passed: number, failed: number, notRun: number, red?: string[], unsteady?: string[] }} Counts
 * @typedef {{ specs?: { file: string, title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 * @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} TestFile
 */

/**
 * A runner's counts: `{ passed, failed, notRun, red }`, and `unsteady` for journeys. A test that was skipped or never
 * reached has shown nothing: it is not run. `red` names failed tests, `unsteady` those that passed when tried again.
 * @param {string} text
 * @returns {Counts}
 */
export function countsOfVitest(text) {
  /** @type {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number> & { testResults: TestFile[] }} */
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text);
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const red = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative('.', name)}: ${fullName}`),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    notRun: numPendingTests + numTodoTests,
    red: [...red, ...unloaded.map(({ name }) => `${relative('.', name)} does not load`)],
  };
}

/**
 * The counts of Node's own runner, in the form TAP.
 * @param {string} text
 * @returns {Counts}
 */
export function countsOfNode(text) {
  const number = (/** @type {string} */ word) => {
    const found = new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text);
    if (!found) throw new Error('the run was interrupted'); // then there is no count to believe
    return Number(found[1]);
  };
  return {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    notRun: number('skipped') + number('todo'),
    red: [...text.matchAll(/^not ok \d+ - (?!.*# (?:TODO|SKIP))(.+)$/gm)].map(([, name = '']) => name),
  };
}

/**
 * Every journey of a report, with its name and how it ended.
 * @param {Suite} suite
 * @returns {{ status: string, name: string }[]}
 */
function journeysOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ status }) => ({ status, name: `${basename(file)}: ${title}` })),
  );
  return [...own, ...suites.flatMap(journeysOf)];
}

/**
 * A journey that only passed when tried again has passed, and is named.
 * @param {string} text
 * @returns {Counts}
 */
export function countsOfPlaywright(text) {
  /** @type {{ stats: Record<'expected' | 'flaky' | 'unexpected' | 'skipped', number>, errors: unknown[], suites: Suite[] }} */
  const { stats, errors, suites } = JSON.parse(text);
  const named = (/** @type {string} */ wanted) =>
    suites
      .flatMap(journeysOf)
      .filter(({ status }) => status === wanted)
      .map(({ name }) => name);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    notRun: stats.skipped,
    red: named('unexpected'),
    unsteady: named('flaky'),
  };
}

/**
 * @param {number} notRun
 * @returns {Counts}
 */
const missed = (notRun) => ({ passed: 0, failed: 0, notRun });

/**
 * The journeys that Playwright lists, where none could begin.
 * @param {string} text
 */
export const journeysListed = (text) =>
  missed(/** @type {{ suites: Suite[] }} */ (JSON.parse(text)).suites.flatMap(journeysOf).length);

/**
 * The files that vitest lists, where none could begin.
 * @param {string} text
 */
export const filesListed = (text) => missed(JSON.parse(text).length);
