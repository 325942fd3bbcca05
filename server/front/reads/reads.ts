import { countedAs } from './counted';

/** More pages than there are; beyond these nothing is counted, so that memory has an end. */
const PAGES_MAX = 20_000;

/** How often one page was read since it was last asked. */
export type Tally = { times: number };

/** Reads of public pages in memory: how many, never whose. */
export class Reads {
  private readonly tallies = new Map<string, Tally>();

  /** Where reads of a page are counted, by Next's own path; undefined for what nobody counts. To be asked only for pages that were answered. */
  tallyOf(path: string): Tally | undefined {
    const page = countedAs(path);
    return page === undefined ? undefined : this.tallyAt(page);
  }

  /** What was read since it was last asked; counted from zero again. */
  take(): Record<string, number> {
    const taken: Record<string, number> = {};
    for (const [page, tally] of this.tallies) {
      if (tally.times === 0) continue;
      taken[page] = tally.times;
      tally.times = 0;
    }
    return taken;
  }

  /** What was taken and could not be written down. */
  giveBack(taken: Record<string, number>): void {
    for (const [page, times] of Object.entries(taken)) {
      const tally = this.tallyAt(page);
      if (tally) tally.times += times;
    }
  }

  private tallyAt(page: string): Tally | undefined {
    const known = this.tallies.get(page);
    if (known || this.tallies.size >= PAGES_MAX) return known;
    const made: Tally = { times: 0 };
    this.tallies.set(page, made);
    return made;
  }
}
