import type { Locale } from '@/domain/locale';
import type { Tap } from './delivery';
import type { SaidMark } from './mark';
import { arrive, askSessions, fetchRosters, type Portal, type Stop, Stopped, send } from './phone/phone-courier';
import {
  countWaiting,
  type Holder,
  holderOf,
  type Noted,
  note,
  type PhoneStore,
  readRosters,
  waiting,
} from './phone/phone-store';
import type { HallSession, Roster } from './roster/roster';

/** The state that the app in the hall shows. */
export type HallState = {
  /**
   * `opening`: the phone's memory is being read · `closed`: nobody is signed in here, as far as is known · `broken`: the
   * browser lets nothing be kept
   */
  phase: 'opening' | 'open' | 'closed' | 'broken';
  locale: Locale | null;
  rosters: Roster[];
  /** what she could take along; null while unknown */
  sessions: HallSession[] | null;
  /** not sent yet, in order */
  taps: Tap[];
  /** not sent either, and sealed: of others who used this phone, or hers until she signs in */
  sealed: number;
  sending: boolean;
  /** what stood in the way when it last tried */
  stop: Stop | null;
  /** taps that are kept for review, of those sent since the app was opened */
  held: number;
  /** the phone took no more when something was last to be kept: that was not recorded */
  full: boolean;
};

const OPENING: HallState = {
  phase: 'opening',
  locale: null,
  rosters: [],
  sessions: null,
  taps: [],
  sealed: 0,
  sending: false,
  stop: null,
  held: 0,
  full: false,
};

type Surroundings = {
  /** what this phone is called in the list of phones */
  label?: string;
  /** told when something could not be sent: the browser may try when the app is closed */
  onLeft?: () => void;
  /** told when something on the phone has changed: another tab shows it too */
  onChange?: () => void;
};

/**
 * The app in the hall, without its looks. It shows the phone's memory alone, where every tap is noted first and sent
 * when there is signal: so it is the same with and without a network.
 */
export class Hall {
  private state = OPENING;
  private holder: Holder | undefined;
  private readonly listeners = new Set<() => void>();
  private again = false;

  constructor(
    private readonly store: PhoneStore,
    private readonly ask: Portal,
    private readonly around: Surroundings = {},
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = () => this.state;

  /**
   * Shows what the phone remembers, then says who she is, sends what waits, and fetches anew what is on the phone. Without
   * signal nothing changes.
   */
  async connect(): Promise<void> {
    try {
      await this.remember();
      await arrive(this.store, this.ask, this.around.label);
      await this.remember();
      if (this.state.taps.length > 0) await this.sendAll();
      else this.show({ stop: null });
      this.show({ sessions: await askSessions(this.ask) });
      await this.take(this.state.rosters.map(({ id }) => id));
    } catch (error) {
      this.stopped(error);
    }
  }

  /** Between times: sends what waits and looks how the open list stands, without asking for everything anew. */
  async renew(sessionId: string): Promise<void> {
    if (!this.holder || this.state.stop) return this.connect();
    await this.sendAll();
    await this.take(this.state.rosters.filter(({ id }) => id === sessionId).map(({ id }) => id));
  }

  /** Takes the lists of these sessions along. */
  async take(sessionIds: readonly string[]): Promise<void> {
    if (!this.holder || sessionIds.length === 0) return;
    try {
      await fetchRosters(this.store, this.holder, this.ask, sessionIds);
      await this.remember();
      this.around.onChange?.();
      this.show({ full: false });
    } catch (error) {
      this.stopped(error);
    }
  }

  /** Notes a tap: true when it is on the phone for good, false when the phone took no more or she has signed out. */
  async say(sessionId: string, enrolmentId: string, mark: SaidMark, walkIn?: Noted['walkIn']): Promise<boolean> {
    if (!this.holder) return false;
    const noted: Noted = { sessionId, enrolmentId, mark, markedAt: Date.now(), ...(walkIn ? { walkIn } : {}) };
    const sequence = await note(this.store, this.holder, noted).catch(() => 'full' as const);
    if (sequence === 'full') this.show({ full: true });
    if (sequence === null) await this.remember();
    if (typeof sequence !== 'number') return false;
    const taps = [...this.state.taps, { ...noted, sequence }].sort((one, other) => one.sequence - other.sequence);
    this.show({ taps, full: false });
    this.around.onChange?.();
    void this.sendAll();
    return true;
  }

  /** One at a time: what is tapped meanwhile goes in the next round. */
  async sendAll(): Promise<void> {
    if (!this.holder || this.state.taps.length === 0) return;
    if (this.state.sending) {
      this.again = true;
      return;
    }
    this.show({ sending: true });
    try {
      do {
        this.again = false;
        const { stop, held } = await send(this.store, this.holder, this.ask);
        this.show({ stop, held: this.state.held + held });
        await this.remember();
        this.around.onChange?.();
      } while (this.again && this.holder);
    } catch (error) {
      this.stopped(error);
    }
    this.show({ sending: false });
    if (this.state.taps.length > 0) this.around.onLeft?.();
  }

  /** Shows what the phone holds, and for whom: she may have signed out, or somebody else in, in another tab. */
  async remember(): Promise<void> {
    this.holder = await holderOf(this.store);
    if (!this.holder) {
      const { phase, locale } = this.state;
      const closed = { ...OPENING, locale, phase: phase === 'open' ? ('closed' as const) : phase };
      return this.show({ ...closed, sealed: await countWaiting(this.store) });
    }
    const [rosters, taps, all] = await Promise.all([
      readRosters(this.store, this.holder, Date.now()),
      waiting(this.store, this.holder),
      countWaiting(this.store),
    ]);
    this.show({ phase: 'open', locale: this.holder.locale, rosters, taps, sealed: all - taps.length });
  }

  /** An error that is not of the way to the portal is of the phone's memory, which took no more or never did. */
  private stopped(error: unknown): void {
    if (error instanceof Stopped) this.show({ stop: error.stop, phase: this.holder ? 'open' : 'closed' });
    else this.show(this.state.phase === 'opening' ? { phase: 'broken' } : { full: true });
  }

  private show(change: Partial<HallState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
