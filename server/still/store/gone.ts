import type { Mark } from './changes';
import type { Reply } from './reply';

/** Beyond these the oldest are forgotten. */
const PATHS_MAX = 1_000;
/** Milliseconds for which it is said of a page that it is gone, from when that was found out. */
const HOLDS = 1_000;

/**
 * Pages that were kept until something of them was taken back: no made-up addresses, for many still ask for them. That one is not
 * there is said for a second from when it was looked for.
 */
export class Gone {
  private readonly paths = new Map<string, { reply: Reply; until: number; change: number } | 'unknown'>();

  constructor(private readonly now: () => number) {}

  /** Was it kept? */
  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** What says that it is not there; undefined where that has to be found out, exactly where anything changed after `change`. */
  reply(path: string, change?: number): Reply | undefined {
    const gone = this.paths.get(path);
    if (!gone || gone === 'unknown' || this.now() > gone.until) return undefined;
    return change === undefined || change === gone.change ? gone.reply : undefined;
  }

  /** Something of it was taken back. */
  note(path: string): void {
    this.paths.delete(path);
    this.paths.set(path, 'unknown');
    if (this.paths.size <= PATHS_MAX) return;
    const [oldest] = this.paths.keys();
    if (oldest !== undefined) this.paths.delete(oldest);
  }

  /** It was not there when it was looked for at `since`: of matter only where it had been kept. */
  noteMissing(path: string, reply: Reply, since: Mark): void {
    if (this.paths.has(path)) this.paths.set(path, { reply, until: since.at + HOLDS, change: since.change });
  }

  /** It is there. */
  forget(path: string): void {
    this.paths.delete(path);
  }
}
