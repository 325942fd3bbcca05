import { PlainProblem } from '../ground/problem.mjs';
import { isSkipped } from '../ground/steps.mjs';

/** @import { Display, Progress } from '../ground/steps.mjs' */
/** @import { Counts } from './reports.mjs' */

/** @typedef {Counts & { output?: string, heard?: boolean, remark?: unknown }} Result */

/**
 * Keeps the count of a whole run: a failure does not keep the rest from running, and a test that was not run counts
 * as failed. `red` and `unsteady` name tests for the run's last lines.
 * @param {Pick<Display, "step" | "fail">} display
 */
export function createTally(display) {
  /** @type {{ passed: number, failed: number, red: string[], unsteady: string[] }} */
  const total = { passed: 0, failed: 0, red: [], unsteady: [] };
  let stopped = false;

  /**
   * Runs a step that returns the count of a runner. Returns whether nothing failed.
   * @param {string} title
   * @param {(progress: Progress) => Result | Promise<Result>} work
   */
  async function tests(title, work) {
    if (stopped) return false;
    /** @type {Result} */
    let result = { passed: 0, failed: 1, notRun: 0, output: '', heard: false };
    try {
      await display.step(title, async (progress) => {
        result = await work(progress);
        const { passed, failed, notRun, output = '', heard = false } = result;
        const missed = notRun > 0 ? `, ${notRun} not run` : '';
        if (failed + notRun > 0)
          throw new PlainProblem(`${title}: ${failed} failed, ${passed} passed${missed}.`, output, { heard });
        return result.remark === undefined ? `${result.passed} passed` : result.remark;
      });
    } catch (error) {
      display.fail(error);
    }
    total.passed += result.passed;
    const failed = result.failed + result.notRun;
    total.failed += failed;
    total.unsteady.push(...(result.unsteady ?? []));
    if (failed > 0) total.red.push(...(result.red?.length ? result.red : [title]));
    return failed === 0;
  }

  /**
   * Runs a step that holds or throws. Returns whether it holds.
   * @param {string} title
   * @param {(progress: Progress) => unknown} work
   */
  const check = (title, work) =>
    tests(title, async (progress) => {
      const remark = await work(progress);
      return { passed: 1, failed: 0, notRun: 0, remark: isSkipped(remark) ? remark.skipped : (remark ?? null) };
    });

  /** Lets nothing more begin. */
  const stop = () => {
    stopped = true;
  };

  return { check, tests, stop, total };
}
