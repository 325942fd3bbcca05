import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';
import { ROOT } from './settings.mjs';

/** Where the runners write their reports and the tests keep their databases. */
export const TEST_DIR = join(ROOT, '.test');

const program = (name) => join(ROOT, 'node_modules', '.bin', name);

function reportFile(name) {
  const file = join(TEST_DIR, 'reports', name);
  mkdirSync(join(TEST_DIR, 'reports'), { recursive: true });
  rmSync(file, { force: true }); // never count the run before
  return file;
}

/**
 * The count of a finished runner: `{ passed, failed, output }`. A runner that fails without a failed test (nothing found, a
 * file that does not load, a crash) counts as one failure, and so does one that leaves no report.
 */
function count({ code, output, heard }, read) {
  let counted;
  try {
    counted = read();
  } catch {
    counted = { passed: 0, failed: 0 };
  }
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  const nothing = counted.passed === 0 && failed === 0;
  return { passed: counted.passed, failed: nothing ? 1 : failed, output, heard };
}

/** Runs a project of vitest. */
export async function runVitest(project, { env, onLine } = {}) {
  const file = reportFile(`${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = await run(program('vitest'), args, { env, onLine });
  return count(result, () => {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
  });
}

/** Runs the tests of the commands with Node's own runner. */
export async function runCommandTests({ env, onLine } = {}) {
  const file = reportFile('commands.tap');
  const tests = readdirSync(join(ROOT, 'scripts')).filter((name) => name.endsWith('.test.mjs'));
  const reporters = ['spec', 'tap'].map((name) => `--test-reporter=${name}`);
  const destinations = ['stdout', file].map((name) => `--test-reporter-destination=${name}`);
  const args = ['--test', ...reporters.flatMap((reporter, index) => [reporter, destinations[index]])];
  const result = await run(process.execPath, [...args, ...tests.map((name) => join(ROOT, 'scripts', name))], {
    env,
    onLine,
  });
  return count(result, () => {
    const closing = readFileSync(file, 'utf8');
    const number = (word) => {
      const found = new RegExp(`^# ${word} (\\d+)$`, 'm').exec(closing);
      if (!found) throw new Error('the run was interrupted'); // then there is no count to believe
      return Number(found[1]);
    };
    return { passed: number('pass'), failed: number('fail') + number('cancelled') };
  });
}

/** Runs the journeys in the browser. A test that only passed when tried again has passed, and the output says so. */
export async function runPlaywright({ env, onLine } = {}) {
  const file = reportFile('journeys.json');
  const environment = { ...env, PLAYWRIGHT_REPORT: file }; // read by playwright.config.ts
  const result = await run(program('playwright'), ['test'], { env: environment, onLine });
  return count(result, () => {
    const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    };
  });
}
