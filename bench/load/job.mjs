/**
 * One kind of request in a mix: sent one after the other, again and again, or each a single time.
 * @typedef {object} Kind
 * @property {string} name
 * @property {Buffer[]} requests
 * @property {number} [weight] how often, beside the others
 * @property {boolean} [once]
 */

/**
 * What a loader does: each connection asks again as soon as it is answered, or at a `rate` that nobody's answer holds up.
 * @typedef {object} Job
 * @property {string} host
 * @property {number} port
 * @property {number} connections
 * @property {Kind[]} kinds
 * @property {number} [seconds]
 * @property {number} [count] ends after so many requests instead
 * @property {number} [warmUp] seconds that do not count
 * @property {number} [rate] requests due in a second
 */

/**
 * What came of one kind. `statuses`: how often each, and `cut` for connections that ended without an answer.
 * @typedef {{ name: string, statuses: Record<string, number>, bytes: number, counts: Uint32Array }} Tally
 */

/**
 * What came of a job. `busy`: the part of a core that the loader itself took.
 * @typedef {{ seconds: number, busy: number, tallies: Tally[] }} Outcome
 */

/**
 * Hands out requests: kinds by their weights in an order that is the same each time, each kind's own one after the other.
 * @param {Kind[]} kinds
 * @returns {Generator<{ kind: number, request: Buffer }, void>}
 */
export function* inTurn(kinds) {
  const places = kinds.map(({ requests, weight = 1, once = false }, kind) => ({
    kind,
    requests,
    weight,
    once,
    at: 0,
    credit: 0,
  }));
  let present = places.filter(({ requests }) => requests.length > 0);
  while (present.length > 0) {
    const sum = present.reduce((total, { weight }) => total + weight, 0);
    // who has waited longest for her share: so weights hold over any stretch, and not by lot
    for (const place of present) place.credit += place.weight;
    const next = present.reduce((most, place) => (place.credit > most.credit ? place : most));
    next.credit -= sum;
    yield { kind: next.kind, request: next.requests[next.at % next.requests.length] ?? Buffer.alloc(0) };
    next.at += 1;
    if (next.once && next.at === next.requests.length) present = present.filter((place) => place !== next);
  }
}
