import { endOf, FORGET } from '../tags';
import { Changes, type Mark } from './changes';
import { Gone } from './gone';
import { dueNext, endAt, graceFrom, type Kept, type LastingPage, lastingOf, shrinkNext, WORTH_SHRINKING } from './kept';
import { bytesOf, type Reply, withBrotli } from './reply';

export type StoreOptions = {
  /** room for all pages together, in bytes */
  room: number;
  /** milliseconds after which a page is drawn again even if nobody said that it changed */
  maxAge?: number;
  /** told when somebody reads a page whose time has just come: it is to be drawn anew */
  ended?: () => void;
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
  private readonly changes: Changes;
  /** what was kept here and is not any more */
  readonly gone: Gone;
  private readonly room: number;
  private readonly maxAge: number;
  private readonly ended: () => void;
  private readonly now: () => number;

  constructor({ room, maxAge = 3_600_000, ended = () => {}, now = Date.now }: StoreOptions) {
    this.room = room;
    this.maxAge = maxAge;
    this.ended = ended;
    this.now = now;
    this.changes = new Changes(now);
    this.gone = new Gone(now);
  }

  get size(): number {
    return this.pages.size;
  }

  /** This moment: what is drawn from now on knows of all drops until now. */
  mark(): Mark {
    return this.changes.mark();
  }

  /**
   * The page as it is now, or undefined when it must be drawn. Unless asked for exactly that, also as it was before it was dropped or its
   * instant came: for a second, if nothing in it was taken back.
   */
  fresh(path: string, exact = true): Reply | undefined {
    const kept = this.pages.get(path);
    if (!kept) return undefined;
    const now = this.now();
    if (kept.fresh && now > kept.end && endAt(kept, now)) this.ended();
    if (!kept.fresh && (exact || now > kept.grace)) return undefined;
    kept.read = true;
    this.counts.hits++;
    if (++kept.hits === WORTH_SHRINKING) void this.shrink(path, kept, 'quick');
    return kept.reply;
  }

  /**
   * Hands out, once, the most read of the pages that were dropped and are read; `later` where those that are left are being drawn
   * or were begun only just now; undefined when none is left.
   */
  nextDue(isDrawn: (path: string) => boolean): { path: string; reply: Reply } | 'later' | undefined {
    const next = dueNext(this.pages, this.now(), isDrawn);
    if (!next || next === 'later') return next;
    const [path, kept] = next;
    kept.due = false;
    return { path, reply: kept.reply };
  }

  /** Makes the smallest form of a page that is read and has stood for a while; nothing where there is none, or where pages wait. */
  async shrinkOne(): Promise<void> {
    const next = shrinkNext(this.pages, this.now());
    if (next) await this.shrink(...next, 'smallest');
  }

  /** The page as it was when it could last be drawn, or undefined. */
  lastGood(path: string): Reply | undefined {
    return this.pages.get(path)?.reply;
  }

  /**
   * Keeps a page begun at `since`. Overtaken by a change, it shows what was so then, and is read for a second from there. Refused
   * (false) when that is over, or something was taken back.
   */
  keep(path: string, reply: Reply, tags: string[], since: Mark, latest = Number.POSITIVE_INFINITY): boolean {
    const happened = this.changes.since(since, tags);
    const fresh = happened === 'nothing';
    const end = Math.min(this.now() + this.maxAge, endOf(tags), latest);
    const grace = graceFrom(Math.min(since.at, end), tags);
    const bytes = bytesOf(reply) + 100 * tags.length;
    const isLate = !fresh && this.now() > grace;
    if (happened === 'taken-back' || isLate || bytes > this.room / 8) {
      this.counts.refused++;
      return false;
    }
    const wasRead = (this.pages.get(path)?.hits ?? 0) > 0;
    this.remove(path);
    this.gone.forget(path);
    this.makeRoom(bytes);
    const due = !fresh && wasRead;
    this.pages.set(path, { reply, tags, begun: since.at, fresh, end, grace, due, bytes, hits: 0, read: false });
    this.bytes += bytes;
    for (const tag of tags) this.byTag.set(tag, (this.byTag.get(tag) ?? new Set()).add(path));
    this.counts.kept++;
    return true;
  }

  /** What may be kept elsewhere. */
  lasting(): LastingPage[] {
    return lastingOf(this.pages, this.now());
  }

  private remove(path: string): void {
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

  /** The page is not to be shown any more; whether there is one is for the next drawing to find out. */
  takeBack(path: string): void {
    if (!this.pages.has(path)) return;
    this.remove(path);
    this.gone.note(path);
  }

  /** Everything made of one of these has changed. */
  drop(tags: string[]): void {
    this.changes.note(tags);
    const forget = tags.includes(FORGET);
    for (const tag of tags) {
      if (tag === FORGET) continue;
      for (const path of [...(this.byTag.get(tag) ?? [])]) {
        if (forget) this.takeBack(path);
        else this.outdate(path, this.now());
      }
    }
  }

  /** Nobody knows what has changed, or was taken back: every page is drawn again. */
  dropAll(): void {
    this.changes.noteAll();
    for (const path of this.pages.keys()) this.outdate(path, Number.NEGATIVE_INFINITY);
  }

  /** Whoever is dropped once more has no longer than from the first time on. */
  private outdate(path: string, since: number): void {
    const kept = this.pages.get(path);
    if (!kept) return;
    kept.due ||= kept.hits > 0;
    kept.grace = kept.fresh
      ? graceFrom(Math.min(since, kept.end), kept.tags)
      : Math.min(kept.grace, graceFrom(since, kept.tags));
    if (kept.fresh) this.counts.dropped++;
    kept.fresh = false;
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

  private async shrink(path: string, kept: Kept, how: 'quick' | 'smallest'): Promise<void> {
    const wanted = () => kept.fresh && this.pages.get(path) === kept;
    const reply = await withBrotli(kept.reply, how, wanted);
    if (this.pages.get(path) !== kept) return;
    kept.reply = reply;
    const bytes = bytesOf(reply) + 100 * kept.tags.length;
    this.bytes += bytes - kept.bytes;
    kept.bytes = bytes;
    this.makeRoom(0);
  }
}
