import { isSameDay } from '../day-turn';
import type { Link } from '../link';
import type { PageStore } from '../store/page-store';
import { TODAY } from '../tags';
import { takePages, writePages } from './page-file';
import { leaveMark, stillHolds } from './proof';

type Options = {
  store: PageStore;
  link: Link;
  /** where they lie while the portal is down */
  file: string;
  /** what pages are made with: those of another are left alone */
  portal: string;
  report: (what: string, error?: unknown) => void;
  now?: () => number;
};

/**
 * Kept pages over a stop of the portal: written down when it ends in order, read at the next start if the database shows that nothing
 * was written to it meanwhile. In any doubt they are drawn anew.
 */
export class SavedPages {
  constructor(private readonly options: Options) {}

  /**
   * Writes down the pages that are as they are now. To be called when nobody draws or changes anything here any more, and the link still
   * stands. Resolves to how many; never rejects.
   */
  async save(): Promise<number> {
    const { store, link, file, portal, report } = this.options;
    try {
      const proof = await leaveMark(link);
      const pages = store.lasting();
      if (!proof || pages.length === 0) return 0;
      await writePages(file, { portal, proof, pages });
      return pages.length;
    } catch (error) {
      report('kept pages could not be written down', error);
      return 0;
    }
  }

  /** Keeps again what still holds of the pages of the last stop. To be called once changes are heard of. Resolves to how many; never rejects. */
  async load(): Promise<number> {
    const { store, link, file, portal, report, now = Date.now } = this.options;
    try {
      // whatever is dropped from here on is no longer fresh when it is kept below, or is refused
      const since = store.mark();
      const saved = await takePages(file);
      if (saved?.portal !== portal || !(await stillHolds(link, saved.proof))) return 0;
      const time = now();
      const holding = saved.pages.filter(({ tags, end, reply }) => {
        const made = reply.made.getTime();
        return made <= time && time <= end && (!tags.includes(TODAY) || isSameDay(made, time));
      });
      return holding.filter(({ path, reply, tags, end }) => store.keep(path, reply, tags, since, end)).length;
    } catch (error) {
      report('kept pages could not be read', error);
      return 0;
    }
  }
}
