/** Pages whose reads are counted, by Next's own path: articles. */
const COUNTED = /^\/(?:vi|en)\/(?:news|stories|guides)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** More pages than there are; beyond these nothing is counted, so that memory has an end. */
const PAGES_MAX = 20_000;

/** How often one page was read since it was last asked. */
export type Tally = { times: number };

/** Reads of pages in memory: how many, never whose. */
export class Reads {
  private readonly tallies = new Map<string, Tally>();

  /** Where reads of a page are counted; undefined for what nobody counts. To be asked only for pages that were answered. */
  tallyOf(path: string): Tally | undefined {
    const known = this.tallies.get(path);
    if (known || this.tallies.size >= PAGES_MAX || !COUNTED.test(path)) return known;
    const made: Tally = { times: 0 };
    this.tallies.set(path, made);
    return made;
  }

  /** What was read since it was last asked; counted from zero again. */
  take(): Record<string, number> {
    const taken: Record<string, number> = {};
    for (const [path, tally] of this.tallies) {
      if (tally.times === 0) continue;
      taken[path] = tally.times;
      tally.times = 0;
    }
    return taken;
  }

  /** What was taken and could not be written down. */
  giveBack(taken: Record<string, number>): void {
    for (const [path, times] of Object.entries(taken)) {
      const tally = this.tallyOf(path);
      if (tally) tally.times += times;
    }
  }
}
