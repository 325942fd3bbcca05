/**
 * What a runner's report says: `{ passed, failed, notRun }`. A test that was skipped, left for later or never reached because
 * another one failed has not shown that anything holds: it is counted as not run, and by the tally as failed.
 */
export function countsOfVitest(text) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text);
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    notRun: numPendingTests + numTodoTests,
  };
}

/** Of Node's own runner, in the form TAP. */
export function countsOfNode(text) {
  const number = (word) => {
    const found = new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text);
    if (!found) throw new Error('the run was interrupted'); // then there is no count to believe
    return Number(found[1]);
  };
  return {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    notRun: number('skipped') + number('todo'),
  };
}

/** A test that only passed when tried again has passed, and the output says so. */
export function countsOfPlaywright(text) {
  const { stats, errors } = JSON.parse(text);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    notRun: stats.skipped,
  };
}

/** How many journeys Playwright lists, for a run in which none could begin. */
export function countListed(text) {
  const inSuite = ({ specs = [], suites = [] }) =>
    specs.reduce((sum, { tests }) => sum + tests.length, 0) + suites.reduce((sum, one) => sum + inSuite(one), 0);
  return JSON.parse(text).suites.reduce((sum, suite) => sum + inSuite(suite), 0);
}
