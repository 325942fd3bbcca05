import { setTimeout as wait } from 'node:timers/promises';

/** It looks on from the same machine: more often it would take a tenth of what readers have. */
const PAUSE_MS = 50;

/** Looks at pages again and again, and how old what they show is. Numbers stand for what was published, and go up. */
export class Watch {
  /** When each number was published: the first is what stood there before. */
  #since = [Number.NEGATIVE_INFINITY];
  /** @type {{ at: number, number: number }[]} */
  #answers = [];

  /**
   * @param {string} base
   * @param {string[]} paths
   * @param {RegExp} shown finds a number on a page
   */
  constructor(base, paths, shown) {
    this.addresses = paths.map((path) => base + path);
    this.shown = shown;
  }

  /**
   * @param {number} number
   * @param {number} at when whoever published was answered
   */
  published(number, at) {
    this.#since[number] = at;
  }

  /**
   * @param {number} at when a page was asked for
   * @param {string} html
   */
  saw(at, html) {
    this.#answers.push({
      at,
      number: Math.max(0, ...[...html.matchAll(this.shown)].map(([, number]) => Number(number))),
    });
  }

  /** @param {() => boolean} going */
  async go(going) {
    while (going()) {
      for (const address of this.addresses) {
        const at = performance.now();
        this.saw(at, await (await fetch(address)).text());
      }
      await wait(PAUSE_MS);
    }
  }

  get publications() {
    return this.#since.length - 1;
  }

  get seen() {
    return this.#answers.length;
  }

  /** Milliseconds for which the oldest answer had been out of date when it was asked for; 0 where none was. */
  get oldest() {
    const ages = this.#answers.map(({ at, number }) => at - (this.#since[number + 1] ?? Number.POSITIVE_INFINITY));
    return ages.reduce((oldest, age) => Math.max(oldest, age), 0);
  }
}
