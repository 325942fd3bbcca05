import { endOf, FORGET } from '../tags';
import { addBrotli, bytesOf, type Reply } from './reply';

/** Hits after which a page is worth its smallest form. */
const BROTLI_AFTER = 3;
const DROPPED_MAX = 5_000;

/** Milliseconds for which a page may still be read after it was dropped, while it is drawn anew; not when something was taken back. */
const GRACE = 1_000;

type Kept = {
  reply: Reply;
  tags: string[];
  fresh: boolean;
  /** after this moment it is drawn again, whatever happens */
  end: number;
  /** the last moment at which it may be read although it was dropped */
  grace: number;
  bytes: number;
  hits: number;
  /** Was it dropped, and read before that, and has nobody been told yet to draw it anew? */
  due: boolean;
  /** Was it read since its turn to leave last came? */
  read: boolean;
};

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

  /**
   * The page as it is now, or undefined when it must be drawn. Unless asked for exactly that, also as it was until a moment ago:
   * dropped less than a second before, and nothing in it taken back.
   */
  fresh(path: string, exact = true): Reply | undefined {
    const kept = this.pages.get(path);
    if (!kept) return undefined;
    const now = this.now();
    if (kept.fresh && now > kept.end) kept.fresh = false;
    if (!kept.fresh && (exact || now > kept.grace)) return undefined;
    kept.read = true;
    this.counts.hits++;
    if (++kept.hits === BROTLI_AFTER) void this.shrink(path, kept);
    return kept.reply;
  }

  /** Hands out, once, the most read of the pages that were dropped and are read; undefined when none is left. */
  nextDue(): { path: string; reply: Reply } | undefined {
    let most: [string, Kept] | undefined;
    for (const one of this.pages) if (one[1].due && one[1].hits > (most?.[1].hits ?? 0)) most = one;
    if (most) most[1].due = false;
    return most && { path: most[0], reply: most[1].reply };
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
    this.pages.set(path, { reply, tags, fresh: true, end, grace: 0, due: false, hits: 0, read: false, bytes });
    this.bytes += bytes;
    for (const tag of tags) this.byTag.set(tag, (this.byTag.get(tag) ?? new Set()).add(path));
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
        else this.outdate(path, this.now() + GRACE);
      }
    }
  }

  /** Nobody knows what has changed, or was taken back: every page is drawn again. */
  dropAll(): void {
    this.forgottenUntil = ++this.clock;
    this.droppedAt.clear();
    for (const path of this.pages.keys()) this.outdate(path, 0);
  }

  /** Whoever is dropped once more has no longer than from the first time on. */
  private outdate(path: string, grace: number): void {
    const kept = this.pages.get(path);
    if (!kept) return;
    kept.due = kept.hits > 0;
    kept.grace = Math.min(grace, kept.fresh ? kept.end : kept.grace);
    if (kept.fresh) this.counts.dropped++;
    kept.fresh = false;
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
      if (!kept.read) {
        this.remove(path);
        this.counts.evicted++;
        continue;
      }
      kept.read = false;
      this.pages.delete(path);
      this.pages.set(path, kept);
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
