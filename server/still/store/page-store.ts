import { endOf, FORGET } from '../tags';
import { addBrotli, bytesOf, type Reply } from './reply';

/** Hits after which a page is worth its smallest form. */
const BROTLI_AFTER = 3;
const DROPPED_MAX = 5_000;

/** `end`: after that moment it is drawn again, whatever happens. `read`: since its turn to leave last came. */
type Kept = { reply: Reply; tags: string[]; fresh: boolean; end: number; hits: number; read: boolean; bytes: number };

type Options = {
  /** room for all pages together, in bytes */
  room: number;
  /** milliseconds after which a page is drawn again even if nobody said that it changed */
  maxAge?: number;
  now?: () => number;
};

/**
 * The store of public pages, found by path, dropped by tag; the least read leave first. A dropped page stays as "last
 * good copy" while there is room, for when it cannot be drawn again.
 */
export class PageStore {
  readonly counts = { kept: 0, hits: 0, dropped: 0, evicted: 0, refused: 0 };
  bytes = 0;
  private readonly pages = new Map<string, Kept>();
  private readonly byTag = new Map<string, Set<string>>();
  /** tag → when it was last dropped, on the clock of drops */
  private readonly droppedAt = new Map<string, number>();
  private clock = 0;
  /** Drops up to this one are no longer known tag by tag. */
  private forgottenUntil = 0;
  private readonly room: number;
  private readonly maxAge: number;
  private readonly now: () => number;

  constructor({ room, maxAge = 3_600_000, now = Date.now }: Options) {
    this.room = room;
    this.maxAge = maxAge;
    this.now = now;
  }

  get size(): number {
    return this.pages.size;
  }

  /** The moment on the clock of drops: what is drawn from now on knows of all drops until now. */
  mark(): number {
    return this.clock;
  }

  /** The page as it is now, or undefined when it must be drawn. */
  fresh(path: string): Reply | undefined {
    const kept = this.pages.get(path);
    if (!kept?.fresh) return undefined;
    if (this.now() > kept.end) {
      kept.fresh = false;
      return undefined;
    }
    kept.read = true;
    this.counts.hits++;
    if (++kept.hits === BROTLI_AFTER) void this.shrink(path, kept);
    return kept.reply;
  }

  /** The page as it was when it could last be drawn, or undefined. */
  lastGood(path: string): Reply | undefined {
    return this.pages.get(path)?.reply;
  }

  /**
   * Keeps a page that was begun at `since`. Refused (false) when something it was made of has changed meanwhile: the
   * drawing may show the state before.
   */
  keep(path: string, reply: Reply, tags: string[], since: number): boolean {
    const overtaken = since < this.forgottenUntil || tags.some((tag) => (this.droppedAt.get(tag) ?? 0) > since);
    const bytes = bytesOf(reply) + 100 * tags.length;
    if (overtaken || bytes > this.room / 8) {
      this.counts.refused++;
      return false;
    }
    this.remove(path);
    this.makeRoom(bytes);
    const end = Math.min(this.now() + this.maxAge, endOf(tags));
    this.pages.set(path, { reply, tags, fresh: true, end, hits: 0, read: false, bytes });
    this.bytes += bytes;
    for (const tag of tags) {
      const paths = this.byTag.get(tag);
      if (paths) paths.add(path);
      else this.byTag.set(tag, new Set([path]));
    }
    this.counts.kept++;
    return true;
  }

  /** Forgets a page altogether: it is no longer there. */
  remove(path: string): void {
    const kept = this.pages.get(path);
    if (!kept) return;
    this.pages.delete(path);
    this.bytes -= kept.bytes;
    for (const tag of kept.tags) {
      const paths = this.byTag.get(tag);
      paths?.delete(path);
      if (paths?.size === 0) this.byTag.delete(tag);
    }
  }

  /** Everything made of one of these has changed. */
  drop(tags: string[]): void {
    this.clock++;
    const forget = tags.includes(FORGET);
    for (const tag of tags) {
      if (tag === FORGET) continue;
      this.remember(tag);
      for (const path of [...(this.byTag.get(tag) ?? [])]) {
        if (forget) this.remove(path);
        else this.outdate(path);
      }
    }
  }

  /** Nobody knows what has changed: every page is drawn again. */
  dropAll(): void {
    this.forgottenUntil = ++this.clock;
    this.droppedAt.clear();
    for (const path of this.pages.keys()) this.outdate(path);
  }

  private outdate(path: string): void {
    const kept = this.pages.get(path);
    if (!kept?.fresh) return;
    kept.fresh = false;
    this.counts.dropped++;
  }

  private remember(tag: string): void {
    this.droppedAt.delete(tag);
    this.droppedAt.set(tag, this.clock);
    if (this.droppedAt.size <= DROPPED_MAX) return;
    const [oldest] = this.droppedAt;
    if (!oldest) return;
    this.droppedAt.delete(oldest[0]);
    this.forgottenUntil = oldest[1];
  }

  /** Whoever's turn it is leaves, unless it was read since its last turn: then it goes to the end of the line. */
  private makeRoom(bytes: number): void {
    while (this.bytes + bytes > this.room) {
      const oldest = this.pages.entries().next();
      if (oldest.done) return;
      const [path, kept] = oldest.value;
      if (kept.read) {
        kept.read = false;
        this.pages.delete(path);
        this.pages.set(path, kept);
        continue;
      }
      this.remove(path);
      this.counts.evicted++;
    }
  }

  private async shrink(path: string, kept: Kept): Promise<void> {
    const wanted = () => kept.fresh && this.pages.get(path) === kept;
    await addBrotli(kept.reply, wanted);
    if (this.pages.get(path) !== kept) return;
    const bytes = bytesOf(kept.reply) + 100 * kept.tags.length;
    this.bytes += bytes - kept.bytes;
    kept.bytes = bytes;
    this.makeRoom(0);
  }
}
