import { classOf, kindOf } from './kinds';

/** Requests of a kind that are remembered: enough for the slowest twentieth, and few enough that yesterday is forgotten. */
const REMEMBERED = 500;
const HOUR = 3_600_000;
const HOURS = 24;

/** One answered request, as it is counted: its id, its kind, the class of its status, how many milliseconds it took. */
export type Answered = { id: string; kind: string; status: string; took: number };

/** What the front knows of an answer: the id of its request, how it was asked for, and how many milliseconds it took. */
type Counted = { id: string; method: string | undefined; asked: string; status: number; took: number };

/** Counts of a front in memory: how long its answers take, and what was refused; of nobody in particular. */
export class Measures {
  private readonly took = new Map<string, { times: number; lately: Float64Array }>();
  private readonly refusedEach = new Map<string, number>();
  private readonly hours = new Map<number, number>();
  private readonly listeners: ((answered: Answered) => void)[] = [];

  constructor(
    private readonly now: () => number = Date.now,
    before: readonly [hour: number, count: number][] = [],
  ) {
    for (const [hour, count] of before) this.hours.set(hour, count);
  }

  /** Tells of each answer that was not lying ready, where somebody reads metrics or traces. */
  tell(listener: (answered: Answered) => void): void {
    this.listeners.push(listener);
  }

  /** Notes an answer that was not lying ready at the door. */
  answered({ id, method, asked, status, took }: Counted): void {
    const kind = kindOf(method, asked);
    for (const listener of this.listeners) listener({ id, kind, status: classOf(status), took });
    if (kind === 'health' || status < 200 || status >= 500) return;
    const of = this.took.get(kind) ?? { times: 0, lately: new Float64Array(REMEMBERED) };
    of.lately[of.times++ % REMEMBERED] = took;
    this.took.set(kind, of);
  }

  /** Notes a refused attempt by its reason. */
  refused(reason: string): void {
    const hour = Math.floor(this.now() / HOUR);
    this.refusedEach.set(reason, (this.refusedEach.get(reason) ?? 0) + 1);
    this.hours.set(hour, (this.hours.get(hour) ?? 0) + 1);
    for (const each of this.hours.keys()) if (each <= hour - HOURS) this.hours.delete(each);
  }

  /** How often something was refused since the start, by its reason. */
  get refusals(): ReadonlyMap<string, number> {
    return this.refusedEach;
  }

  /** Refused attempts by the hour, of the last day: what outlives a stop. */
  refusedHours(): [number, number][] {
    const first = Math.floor(this.now() / HOUR) - HOURS;
    return [...this.hours].filter(([hour]) => hour > first);
  }

  /** For each kind: 95 of its last 500 answers in a hundred took no longer, in milliseconds. */
  pages(): { kind: string; p95: number; count: number }[] {
    return [...this.took].map(([kind, { times, lately }]) => {
      const count = Math.min(times, REMEMBERED);
      const sorted = lately.slice(0, count).sort();
      return { kind, p95: Math.round(sorted[Math.ceil(count * 0.95) - 1] ?? 0), count };
    });
  }
}
