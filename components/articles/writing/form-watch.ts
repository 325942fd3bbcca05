import type { KeptWriting } from '@/domain/articles/writing/writing-memory';
import { fieldsIn, isTyped } from './form-fields';
import { isSame } from './kept-fields';
import type { WritingKeeper } from './writing-keeper';

/** Long enough for a word, short enough that no sentence is lost. */
const PAUSE_MS = 600;
/** Whoever types on without a pause loses no more than this. */
const LONGEST_MS = 3_000;

/** When the words were kept, or that they could not be; `offline`: they are kept, and were not sent; nothing: the portal has them. */
export type Told = number | 'nowhere' | 'offline' | undefined;

type Ear = readonly [EventTarget, string, (event: Event) => void, boolean?];

/** Keeps what is written in a form on this device, from its first word until the page is left. */
export class FormWatch {
  private keeper: WritingKeeper | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private waitsSince = 0;
  private sent: Record<string, string> | null = null;
  private readonly at = window.location.href;
  private ended = false;
  private readonly ears: Ear[];

  constructor(
    private readonly form: HTMLFormElement,
    private readonly tell: (told: Told) => void,
  ) {
    this.ears = [
      [form, 'input', () => this.keepSoon()],
      // whoever writes on, or goes back, was not told that the portal has it
      [form, 'input', () => this.unsend()],
      [window, 'popstate', () => this.unsend()],
      [form, 'submit', (event) => this.send(event), true],
      // the page that follows another form of this page says nothing of this one
      [document, 'submit', ({ target }) => target !== form && this.unsend(), true],
      [document, 'visibilitychange', () => document.visibilityState === 'hidden' && this.keepWaiting()],
      [window, 'pagehide', () => this.keepWaiting()],
    ];
    for (const [place, ...ear] of this.ears) place.addEventListener(...ear);
  }

  /** Opens the memory; answers with what was left of this text and stands nowhere else, the last first. */
  async open(of: string, accountId: string): Promise<readonly KeptWriting[]> {
    const { openKeeper } = await import('./writing-keeper');
    const keeper = await openKeeper(of, accountId);
    if (!keeper) this.tell('nowhere');
    else if (this.ended) keeper.close();
    if (!keeper || this.ended) return [];
    this.keeper = keeper;
    this.keepWaiting();
    return keeper.leftBeside(this.form);
  }

  /** As `open`, but not before something was left by anybody, or she begins to type. Of a form that may stay on its page when it was sent. */
  async openLate(of: string, accountId: string): Promise<readonly KeptWriting[]> {
    const emptied: Ear = [this.form, 'reset', () => void this.forgetArrived()];
    this.ears.push(emptied);
    this.form.addEventListener('reset', emptied[2]);
    if (isTyped(this.form)) this.keepSoon();
    const { isAnythingLeft } = await import('./writing-keeper');
    const waits = !(await isAnythingLeft()) && this.pause === undefined;
    if (waits) await new Promise((resolve) => this.form.addEventListener('input', resolve, { once: true }));
    return this.ended ? [] : this.open(of, accountId);
  }

  take(writing: KeptWriting): void {
    this.keepWaiting();
    this.keeper?.takeUp(writing, this.form);
  }

  drop(writing: KeptWriting): void {
    void this.keeper?.forget(writing);
  }

  end(): void {
    this.ended = true;
    for (const [place, ...ear] of this.ears) place.removeEventListener(...ear);
    this.keepWaiting();
    void this.leave();
  }

  private keepSoon(): void {
    if (this.pause === undefined) this.waitsSince = Date.now();
    clearTimeout(this.pause);
    const longest = this.waitsSince + LONGEST_MS - Date.now();
    this.pause = setTimeout(() => this.keepWaiting(), Math.max(0, Math.min(PAUSE_MS, longest)));
  }

  /** Without signal nothing is sent: an answer that never comes would take the form away. One that waits for its file goes by itself. */
  private send(event: Event): void {
    const kept = this.keep();
    const waits = this.form.dataset.held !== undefined;
    this.sent = waits || navigator.onLine === false ? null : fieldsIn(this.form);
    if (waits || this.sent) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void kept.then((told) => this.tell(told === 'nowhere' ? told : 'offline'));
  }

  private unsend(): void {
    this.sent = null;
  }

  private keepWaiting(): void {
    if (this.pause !== undefined && this.keeper) void this.keep();
  }

  private async keep(): Promise<Told> {
    if (!this.keeper) return 'nowhere';
    clearTimeout(this.pause);
    this.pause = undefined;
    const told = (await this.keeper.keep(fieldsIn(this.form)).catch(() => null)) ?? 'nowhere';
    this.tell(told);
    return told;
  }

  private async leave(): Promise<void> {
    await this.forgetArrived();
    this.keeper?.close();
  }

  /**
   * The page that follows a save says so in its address: then the portal has the words. Where the form stays, or the address is the same,
   * it says something else by then: what was refused stands in it still.
   */
  private async forgetArrived(): Promise<void> {
    const { sent } = this;
    if (!sent) return;
    await new Promise((resolve) => setTimeout(resolve));
    const isElsewhere = window.location.href !== this.at || !isSame(fieldsIn(this.form), sent);
    if (!isElsewhere || !/[?&]said=\w/.test(window.location.search)) return;
    this.unsend();
    await this.keeper?.forgetSaved();
    this.tell(undefined);
  }
}
