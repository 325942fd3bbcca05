import type { Locale } from '@/domain/locale';
import { type Stop, Stopped } from './phone';
import type { Portal } from './phone-courier';
import { countWaiting, type Holder, holderOf, note, type PhoneMemory } from './phone-memory';

/** The part of what it shows that every app on a phone has. */
export type AppState = {
  /**
   * `opening`: the phone's memory is being read · `closed`: nobody is signed in here, as far as is known · `broken`: the
   * browser lets nothing be kept
   */
  phase: 'opening' | 'open' | 'closed' | 'broken';
  locale: Locale | null;
  /** not sent either, and sealed: of others who used this phone, or hers until she signs in */
  sealed: number;
  sending: boolean;
  /** what stood in the way when it last tried */
  stop: Stop | null;
  /** the phone took no more when something was last to be kept: that was not recorded */
  full: boolean;
};

export const OPENING: AppState = {
  phase: 'opening',
  locale: null,
  sealed: 0,
  sending: false,
  stop: null,
  full: false,
};

export type Surroundings = {
  /** what this phone is called in the list of phones */
  label?: string;
  /** told when something could not be sent: the browser may try when the app is closed */
  onLeft?: () => void;
  /** told when something on the phone has changed: another tab shows it too */
  onChange?: () => void;
};

/**
 * An app on a phone, without its looks. It shows the phone's memory alone, where every entry is noted first and sent
 * when there is signal: so it is the same with and without a network.
 */
export abstract class PhoneApp<State extends AppState> {
  protected state: State;
  protected holder: Holder | undefined;
  private readonly listeners = new Set<() => void>();
  private again = false;

  constructor(
    protected readonly memory: PhoneMemory,
    protected readonly ask: Portal,
    private readonly opening: State,
    protected readonly around: Surroundings = {},
  ) {
    this.state = opening;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = () => this.state;

  /** How much of hers waits, as it is shown. */
  protected abstract left(): number;
  /** One round of sending: what came of it. */
  protected abstract deliver(holder: Holder): Promise<Partial<State> & Pick<AppState, 'stop'>>;
  /** What the phone holds for her. */
  protected abstract recall(holder: Holder): Promise<Partial<State>>;

  /** Shows what the phone holds, and for whom: she may have signed out, or somebody else in, in another tab. */
  async remember(): Promise<void> {
    this.holder = await holderOf(this.memory);
    if (!this.holder) {
      const { phase, locale } = this.state;
      const closed = { ...this.opening, locale, phase: phase === 'open' ? ('closed' as const) : phase };
      return this.show({ ...closed, sealed: await countWaiting(this.memory) });
    }
    const [recalled, all] = await Promise.all([this.recall(this.holder), countWaiting(this.memory)]);
    this.state = { ...this.state, ...recalled, phase: 'open', locale: this.holder.locale };
    this.show({ sealed: all - this.left() } as Partial<State>);
  }

  /** One at a time: what is noted meanwhile goes in the next round. */
  async sendAll(): Promise<void> {
    if (!this.holder || this.left() === 0) return;
    if (this.state.sending) {
      this.again = true;
      return;
    }
    this.show({ sending: true } as Partial<State>);
    try {
      do {
        this.again = false;
        this.show(await this.deliver(this.holder));
        await this.remember();
        this.around.onChange?.();
      } while (this.again && this.holder);
    } catch (error) {
      this.stopped(error);
    }
    this.show({ sending: false } as Partial<State>);
    if (this.left() > 0) this.around.onLeft?.();
  }

  /** Notes an entry: its number when it is on the phone for good, null when the phone took no more or she has signed out. */
  protected async keep(noted: object): Promise<number | null> {
    if (!this.holder) return null;
    const sequence = await note(this.memory, this.holder, noted).catch(() => 'full' as const);
    if (sequence === 'full') this.show({ full: true } as Partial<State>);
    if (sequence === null) await this.remember();
    return typeof sequence === 'number' ? sequence : null;
  }

  /** An error that is not of the way to the portal is of the phone's memory, which took no more or never did. */
  protected stopped(error: unknown): void {
    const shown: Partial<AppState> =
      error instanceof Stopped
        ? { stop: error.stop, phase: this.holder ? 'open' : 'closed' }
        : this.state.phase === 'opening'
          ? { phase: 'broken' }
          : { full: true };
    this.show(shown as Partial<State>);
  }

  protected show(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
