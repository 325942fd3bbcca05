import { load } from '../load/load.mjs';
import { requestOf } from '../load/requests.mjs';
import { cpuFrom } from '../machine/processes.mjs';

/** @import { Kind } from '../load/job.mjs' */

/**
 * A server that is asked: the portal, or what it is measured by. `roots`: the processes that work for it.
 * @typedef {{ name: string, host: string, port: number, roots: number[], stop: () => Promise<void> }} Contender
 */

/**
 * What one was asked for a while: answers a second, and microseconds of processor time of all that worked for an answer.
 * @typedef {{ rate: number, p50: number, p95: number, p99: number, micros: number, busy: number, wrong: number }} Measured
 */

/** @param {number[]} values */
export const median = (values) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * One page of each path, as readers ask for them.
 * @param {{ host: string, port: number }} place
 * @param {string[]} paths
 * @returns {Kind}
 */
export const readers = ({ host, port }, paths) => ({
  name: 'readers',
  requests: paths.map((path) => requestOf({ path, host: `${host}:${port}` })),
});

/**
 * Asks one for some seconds.
 * @param {Contender} contender
 * @param {{ paths: string[], connections: number, seconds: number }} how
 * @returns {Promise<Measured>}
 */
export async function measureOnce(contender, { paths, connections, seconds }) {
  const { host, port, roots } = contender;
  const used = cpuFrom(roots);
  const { all, busy } = await load({ host, port, connections, seconds, warmUp: 0, kinds: [readers(contender, paths)] });
  const { rate, p50, p95, p99 } = all;
  const wrong = all.otherThan(200);
  if (wrong === all.total) throw new Error(`${contender.name} answered ${JSON.stringify(all.statuses)}.`);
  return { rate, p50, p95, p99, micros: (used() * 1_000) / all.total, busy, wrong };
}

/**
 * Asks contenders in turn, several rounds in one run, so that whatever else the machine does falls on all of them:
 * the median of each figure.
 * @param {Contender[]} contenders
 * @param {{ paths: string[], connections: number, seconds?: number, rounds?: number }} how
 */
export async function compare(contenders, { seconds = 1, rounds = 5, ...how }) {
  /** @type {Map<Contender, Measured[]>} */
  const measured = new Map(contenders.map((contender) => [contender, []]));
  for (const contender of contenders) await measureOnce(contender, { ...how, seconds: 0.7 }); // to grow warm
  for (let round = 0; round < rounds; round++)
    for (const [contender, list] of measured) list.push(await measureOnce(contender, { ...how, seconds }));
  const medians = (/** @type {Measured[]} */ list) =>
    /** @type {Measured} */ (
      Object.fromEntries(
        Object.keys(list[0] ?? {}).map((key) => [
          key,
          median(list.map((one) => one[/** @type {keyof Measured} */ (key)])),
        ]),
      )
    );
  return [...measured.values()].map(medians);
}
