import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { countListed, countsOfNode, countsOfPlaywright, countsOfVitest } from './reports.mjs';

/** The folder where the runners write their reports and the tests keep their databases. */
export const TEST_DIR = join(ROOT, '.test');

const program = (name) => join(ROOT, 'node_modules', '.bin', name);

function reportFile(name) {
  const file = join(TEST_DIR, 'reports', name);
  mkdirSync(join(TEST_DIR, 'reports'), { recursive: true });
  rmSync(file, { force: true }); // never count the run before
  return file;
}

/**
 * The count of a finished runner, with its `output`. A runner that fails without a failed test (nothing
 * found, a file that does not load, a crash) counts as one failure, and so does one that leaves no report.
 */
function count({ code, output, heard }, file, read) {
  let counted;
  try {
    counted = read(readFileSync(file, 'utf8'));
  } catch {
    counted = { passed: 0, failed: 0, notRun: 0 };
  }
  const { passed, notRun } = counted;
  const unexplained = counted.failed === 0 && notRun === 0 && (code !== 0 || passed === 0);
  return { ...counted, failed: unexplained ? 1 : counted.failed, output, heard };
}

/** Runs a project of vitest, or several whose names begin alike (`pure*`). */
export async function runVitest(project, { env, onLine } = {}) {
  const file = reportFile(`${project.replace('*', '')}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return count(await run(program('vitest'), args, { env, onLine }), file, countsOfVitest);
}

/** Runs the tests of the commands with Node's own runner. */
export async function runCommandTests({ env, onLine } = {}) {
  const file = reportFile('commands.tap');
  const tests = readdirSync(join(ROOT, 'scripts'), { recursive: true }).filter((name) => name.endsWith('.test.mjs'));
  const reporters = ['spec', 'tap'].map((name) => `--test-reporter=${name}`);
  const destinations = ['stdout', file].map((name) => `--test-reporter-destination=${name}`);
  const args = ['--test', ...reporters.flatMap((reporter, index) => [reporter, destinations[index]])];
  const result = await run(process.execPath, [...args, ...tests.map((name) => join(ROOT, 'scripts', name))], {
    env,
    onLine,
  });
  return count(result, file, countsOfNode);
}

/** Runs the journeys in the browser. `config`: another file than playwright.config.ts. */
export async function runPlaywright({ env, onLine, config } = {}) {
  const file = reportFile('journeys.json');
  const environment = { ...env, PLAYWRIGHT_REPORT: file }; // read by playwright.config.ts
  const args = ['test', ...(config ? ['--config', config] : [])];
  return count(await run(program('playwright'), args, { env: environment, onLine }), file, countsOfPlaywright);
}

/** The count of the journeys when there is no portal to make them on: every one of them is not run. */
export async function missJourneys({ env } = {}) {
  const file = reportFile('journeys.json');
  const environment = { ...env, PLAYWRIGHT_REPORT: file };
  const listed = await run(program('playwright'), ['test', '--list'], { env: environment });
  const read = (text) => ({ passed: 0, failed: 0, notRun: countListed(text) });
  return { ...count(listed, file, read), output: '' };
}

/** The count of a project of vitest that could not begin: of its files, for how many tests they hold only a run tells. */
export async function missFiles(project, { env } = {}) {
  const file = reportFile(`${project}.json`);
  const listed = await run(program('vitest'), ['list', '--filesOnly', '--project', project, `--json=${file}`], { env });
  return { ...count(listed, file, (text) => ({ passed: 0, failed: 0, notRun: JSON.parse(text).length })), output: '' };
}
