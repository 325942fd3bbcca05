// The process that asks. It is one of its own, so that measuring takes nothing from the thread that is measured; it is
// handed jobs by load.mjs and says what came of each.
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from './connection.mjs';
import { Histogram } from './histogram.mjs';
import { inTurn } from './job.mjs';

/** @import { Job, Outcome, Tally } from './job.mjs' */

/** Milliseconds for which answers are waited for when the time of asking is over. */
const PATIENCE = 30_000;
const TICK_MS = 2;

/** One job on its way. */
class Run {
  /** @type {Connection[]} */
  #connections;
  #turns;
  /** @type {(Tally & { histogram: Histogram })[]} */
  #tallies;
  #asked = 0;
  #open = 0;
  #over = false;
  /** @type {() => void} */
  #finished = () => {};

  /** @param {Job} job */
  constructor(job) {
    this.job = job;
    this.#connections = Array.from({ length: job.connections }, () => new Connection(job));
    this.#turns = inTurn(job.kinds);
    this.#tallies = job.kinds.map(({ name }) => {
      const histogram = new Histogram();
      return { name, statuses: {}, bytes: 0, counts: histogram.counts, histogram };
    });
    this.begin = performance.now() + (job.warmUp ?? 0) * 1_000;
    this.end = job.seconds === undefined ? Number.POSITIVE_INFINITY : this.begin + job.seconds * 1_000;
  }

  /** @returns {Promise<Outcome>} */
  async whole() {
    const ended = new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      this.#finished = resolve;
    });
    const used = this.#usedFrom();
    if (this.job.rate) this.#keepRate(this.job.rate);
    else for (const connection of this.#connections) this.#ask(connection);
    const patience = new AbortController();
    const late = wait(Math.min(this.end - performance.now() + PATIENCE, 2 ** 31 - 1), undefined, patience).catch(
      () => {},
    );
    await Promise.race([ended, late]);
    patience.abort();
    this.#over = true;
    const outcome = { ...(await used()), tallies: this.#tallies.map(({ histogram, ...tally }) => tally) };
    for (const connection of this.#connections) connection.close();
    return outcome;
  }

  /** Counts time and the loader's own work from when requests begin to count. */
  #usedFrom() {
    let since = performance.now();
    let cpu = process.cpuUsage();
    const timer = setTimeout(
      () => {
        since = performance.now();
        cpu = process.cpuUsage();
      },
      Math.max(this.begin - since, 0),
    );
    return async () => {
      clearTimeout(timer);
      const { user, system } = process.cpuUsage(cpu);
      const took = performance.now() - since;
      return { seconds: took / 1_000, busy: (user + system) / 1_000 / took };
    };
  }

  /**
   * The next request on a connection, if one is due at all.
   * @param {Connection} connection
   * @param {number} [due]
   */
  #ask(connection, due) {
    const since = due ?? performance.now();
    const next = this.#mayAsk(since) ? this.#turns.next().value : undefined;
    if (!next) {
      this.#over = true;
      if (this.#open === 0) this.#finished();
      return;
    }
    const tally = this.#tallies[next.kind];
    this.#asked += 1;
    this.#open += 1;
    connection.ask(next.request, (status, bytes) => {
      this.#open -= 1;
      const now = performance.now();
      if (tally && since >= this.begin && now <= this.end + PATIENCE) {
        tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
        tally.bytes += bytes;
        if (status !== 'cut') tally.histogram.note(now - since);
      }
      if (!this.job.rate) this.#ask(connection);
      else if (this.#over && this.#open === 0) this.#finished();
    });
  }

  /** @param {number} now */
  #mayAsk(now) {
    return !this.#over && now < this.end && this.#asked < (this.job.count ?? Number.POSITIVE_INFINITY);
  }

  /** @param {number} rate */
  #keepRate(rate) {
    const since = performance.now();
    let asked = 0;
    const timer = setInterval(() => {
      if (this.#over) clearInterval(timer);
      for (const connection of this.#connections) {
        const due = since + (asked * 1_000) / rate;
        if (due > performance.now()) return;
        if (!connection.isIdle) continue;
        asked += 1;
        this.#ask(connection, due);
      }
    }, TICK_MS);
  }
}

process.on('message', async (/** @type {Job} */ job) => {
  process.send?.(await new Run(job).whole());
});
