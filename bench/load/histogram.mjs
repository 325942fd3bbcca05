/** Places of each doubling: a value is known to one part in thirty-two. */
const STEPS = 32;
/** Up to twice as many microseconds each has a place to itself. */
const EXACT_BITS = 6;
/** Microseconds up to thirty-five minutes. */
const MAX = 2 ** 31 - 1;
const SIZE = STEPS * (32 - EXACT_BITS + 1);

/** @param {number} value microseconds */
function placeOf(value) {
  const whole = Math.min(Math.max(Math.round(value), 0), MAX);
  const doublings = Math.max(32 - EXACT_BITS - Math.clz32(whole), 0);
  return doublings * STEPS + (whole >> doublings);
}

/**
 * The largest number of microseconds that has this place.
 * @param {number} place
 */
function largestAt(place) {
  const doublings = Math.max(Math.floor(place / STEPS) - 1, 0);
  return (place - doublings * STEPS + 1) * 2 ** doublings - 1;
}

/** How often how long: counts that take no more room for a million answers than for one, and can be put together. */
export class Histogram {
  /** @param {Uint32Array} [counts] */
  constructor(counts = new Uint32Array(SIZE)) {
    this.counts = counts;
  }

  /** @param {number} milliseconds */
  note(milliseconds) {
    const place = placeOf(milliseconds * 1_000);
    this.counts[place] = (this.counts[place] ?? 0) + 1;
  }

  /** @param {Histogram} other */
  add(other) {
    for (const [place, count] of other.counts.entries()) this.counts[place] = (this.counts[place] ?? 0) + count;
    return this;
  }

  get total() {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Milliseconds within which this part of all were; not a number where there is none.
   * @param {number} part
   */
  within(part) {
    let left = Math.max(Math.ceil(this.total * part), 1);
    for (const [place, count] of this.counts.entries()) {
      left -= count;
      if (left <= 0) return largestAt(place) / 1_000;
    }
    return Number.NaN;
  }
}
