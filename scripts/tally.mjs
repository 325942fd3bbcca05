import { PlainProblem } from './problem.mjs';

/**
 * Keeps the count of a whole run. A check counts as one; a runner brings its own count. A failure is shown where it happens and
 * does not keep the rest from running.
 */
export function createTally(display) {
  const total = { passed: 0, failed: 0 };
  let stopped = false;

  /** Runs a step that returns `{ passed, failed, output }`. Returns whether nothing failed. */
  async function tests(title, work) {
    if (stopped) return false;
    let result = { passed: 0, failed: 1, output: '', heard: false };
    try {
      await display.step(title, async (progress) => {
        result = await work(progress);
        const { passed, failed, output, heard } = result;
        if (failed > 0) throw new PlainProblem(`${title}: ${failed} failed, ${passed} passed.`, output, { heard });
        return result.remark === undefined ? `${result.passed} passed` : result.remark;
      });
    } catch (error) {
      display.fail(error);
    }
    total.passed += result.passed;
    total.failed += result.failed;
    return result.failed === 0;
  }

  /** Runs a step that holds or throws. Returns whether it holds. */
  const check = (title, work) =>
    tests(title, async (progress) => {
      const remark = await work(progress);
      return { passed: 1, failed: 0, remark: remark?.skipped ?? remark ?? null };
    });

  /** From now on nothing more begins. */
  const stop = () => {
    stopped = true;
  };

  return { check, tests, stop, total };
}
