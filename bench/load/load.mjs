import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Histogram } from './histogram.mjs';

/** @import { Job, Outcome, Tally } from './job.mjs' */

const LOADER = fileURLToPath(new URL('./loader.mjs', import.meta.url));
/** Seconds in which both sides grow warm, unless a job says otherwise. */
const WARM_UP = 0.5;

/** What came of one kind of request, or of all of them: how many a second, what they were answered, how long they took. */
export class Answers {
  /**
   * @param {Tally[]} tallies
   * @param {number} seconds
   */
  constructor(tallies, seconds) {
    /** @type {Record<string, number>} */
    this.statuses = {};
    this.histogram = new Histogram();
    for (const { statuses, counts } of tallies) {
      this.histogram.add(new Histogram(counts));
      for (const [status, count] of Object.entries(statuses))
        this.statuses[status] = (this.statuses[status] ?? 0) + count;
    }
    this.seconds = seconds;
    this.bytes = tallies.reduce((sum, tally) => sum + tally.bytes, 0);
  }

  get total() {
    return Object.values(this.statuses).reduce((sum, count) => sum + count, 0);
  }

  /** Answers a second, whatever they said. */
  get rate() {
    return (this.total - (this.statuses.cut ?? 0)) / this.seconds;
  }

  get p50() {
    return this.histogram.within(0.5);
  }

  get p95() {
    return this.histogram.within(0.95);
  }

  get p99() {
    return this.histogram.within(0.99);
  }

  /**
   * How many were answered other than with these.
   * @param {...number} expected
   */
  otherThan(...expected) {
    return Object.entries(this.statuses)
      .filter(([status]) => !expected.includes(Number(status)))
      .reduce((sum, [, count]) => sum + count, 0);
  }
}

/**
 * Has a job done by a process of its own. `busy`: the part of a core that this one took; near 1 it was the load that was
 * at its limit, and not what was asked.
 * @param {Job} job
 */
export async function load(job) {
  const loader = fork(LOADER, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    loader.send({ warmUp: WARM_UP, ...job });
    const left = once(loader, 'exit').then(([code]) => {
      throw new Error(`The process that asks ended by itself (${code}).`);
    });
    left.catch(() => {});
    /** @type {[Outcome]} */
    const [{ seconds, busy, tallies }] = await Promise.race([
      /** @type {Promise<[Outcome]>} */ (once(loader, 'message')),
      left,
    ]);
    const kinds = Object.fromEntries(tallies.map((tally) => [tally.name, new Answers([tally], seconds)]));
    return { seconds, busy, kinds, all: new Answers(tallies, seconds) };
  } finally {
    loader.kill();
  }
}
