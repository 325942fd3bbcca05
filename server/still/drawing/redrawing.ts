import type { PageStore } from '../store/page-store';
import type { Desk } from './desk';

/** The portal's own turn among the networks that have pages drawn, and its name in the log. */
const OWN = 'redrawing';
/** Milliseconds after which pages are looked at again that had to wait. */
const LATER = 50;

type Options = {
  store: PageStore;
  desk: Desk;
  /** how many are drawn at the same time: readers who wait for a page have the other places */
  atOnce: number;
};

/**
 * Draws anew, for nobody in particular, what was dropped: the most read first, and nothing that nobody has read since it was drawn.
 * Meanwhile the page of before is read (`fresh` of the store says for how long).
 */
export class Redrawing {
  private running = 0;
  private stopped = false;
  private later: NodeJS.Timeout | undefined;

  constructor(private readonly options: Options) {}

  /** Something was dropped; whoever did that is not held up. */
  begin(): void {
    setImmediate(() => {
      while (this.running < this.options.atOnce && this.next());
    });
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.later);
  }

  /** Has the next page drawn, and the one after it; false when there is none. */
  private next(): boolean {
    const { store, desk } = this.options;
    const page = this.stopped ? undefined : store.nextDue((path) => desk.isDrawing(path));
    if (page === 'later') this.lookLater();
    if (!page || page === 'later') return false;
    const { path, reply } = page;
    const keep = reply.status === 404 ? 'fixed' : 'good';
    this.running++;
    void desk.ask(path, { path, keep, id: OWN, network: OWN }).then(() => {
      this.running--;
      this.next();
    });
    return true;
  }

  private lookLater(): void {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.begin(), LATER).unref();
  }
}
