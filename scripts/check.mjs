// `npm run check`: what can be known of the sources in a minute, without a database, a build or a browser.
import './ground/node-version.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { PlainProblem, tail } from './ground/problem.mjs';
import { stopChildren } from './ground/processes.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { CHECKS } from './tests/checks.mjs';
import { PURE_TESTS, runTests } from './tests/runners.mjs';

const display = createDisplay();
const since = Date.now();

async function pureTests() {
  const { passed, failed, notRun, output } = await runTests(PURE_TESTS);
  if (failed + notRun > 0)
    throw new PlainProblem(`${failed} tests failed, ${passed} passed, ${notRun} not run.`, tail(output, 200));
  return `${passed} passed`;
}

onStop(() => stopChildren().then(() => process.exit(130)));

/** @param {{ title: string, work: () => Promise<unknown> }} check */
async function holds({ title, work }) {
  try {
    await display.step(title, work);
    return true;
  } catch (error) {
    display.fail(error);
    return false;
  }
}

const ready =
  (await holds({ title: 'Packages', work: installPackages })) &&
  (await holds({ title: 'Prisma client', work: generateClient }));
const checks = [...CHECKS, { title: 'Pure tests', work: pureTests }];
const results = ready ? await Promise.all(checks.map(holds)) : [false];
const failed = checks.filter((_, index) => results[index] !== true).map(({ title }) => title);
const seconds = ((Date.now() - since) / 1000).toFixed(1);

display.line(
  failed.length === 0
    ? `Everything holds (${checks.length} checks, ${seconds} s).`
    : `Does not hold: ${failed.join(', ')} (${seconds} s).`,
);
process.exit(failed.length === 0 ? 0 : 1);
