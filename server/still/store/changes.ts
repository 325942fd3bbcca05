import { FORGET } from '../tags';

/** Beyond these it is no longer known tag by tag what has changed. */
const TAGS_MAX = 5_000;

/** A moment among the changes, and by the clock. */
export type Mark = { change: number; at: number };

/** What happened to something since a moment: nothing, an ordinary change, or something in it was taken back or may have been. */
export type Since = 'nothing' | 'changed' | 'taken-back';

/** Remembers when tags were dropped last, so that what was drawn meanwhile is known for what it is. */
export class Changes {
  private count = 0;
  /** tag → the last of its changes, and the last by which something was taken back */
  private readonly last = new Map<string, { change: number; takenBack: number }>();
  /** Changes up to this one are no longer known tag by tag, or were told by nobody. */
  private forgottenUntil = 0;

  constructor(private readonly now: () => number) {}

  /** This moment: what is drawn from now on knows of all changes until now. */
  mark(): Mark {
    return { change: this.count, at: this.now() };
  }

  note(tags: string[]): void {
    this.count++;
    const forget = tags.includes(FORGET);
    for (const tag of tags) {
      if (tag === FORGET) continue;
      const takenBack = forget ? this.count : (this.last.get(tag)?.takenBack ?? 0);
      this.last.delete(tag);
      this.last.set(tag, { change: this.count, takenBack });
      this.forgetOldest();
    }
  }

  /** Nobody knows what has changed. */
  noteAll(): void {
    this.forgottenUntil = ++this.count;
    this.last.clear();
  }

  since({ change }: Mark, tags: string[]): Since {
    if (change < this.forgottenUntil) return 'taken-back';
    const known = tags.flatMap((tag) => this.last.get(tag) ?? []);
    if (known.some(({ takenBack }) => takenBack > change)) return 'taken-back';
    return known.some((one) => one.change > change) ? 'changed' : 'nothing';
  }

  private forgetOldest(): void {
    if (this.last.size <= TAGS_MAX) return;
    const [oldest] = this.last;
    if (!oldest) return;
    this.last.delete(oldest[0]);
    this.forgottenUntil = oldest[1].change;
  }
}
