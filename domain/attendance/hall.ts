import type { SaidMark } from './attendance';
import type { Tap } from './delivery';
import { arrive, askSessions, fetchRosters, type Portal, type Stop, Stopped, send } from './phone-courier';
import { type Holder, holderOf, type Noted, note, type PhoneStore, readRosters, waiting } from './phone-store';
import type { HallSession, Roster } from './roster';

/** What the app in the hall shows. */
export type HallState = {
  /** `opening`: the phone's memory is being read · `closed`: nobody is signed in here, as far as is known */
  phase: 'opening' | 'open' | 'closed';
  locale: 'vi' | 'en' | null;
  rosters: Roster[];
  /** what she could take along; null while unknown */
  sessions: HallSession[] | null;
  /** not sent yet, in order */
  taps: Tap[];
  sending: boolean;
  /** what stood in the way when it last tried */
  stop: Stop | null;
  /** taps that are kept for review, of those sent since the app was opened */
  held: number;
};

const OPENING: HallState = {
  ...{ phase: 'opening', locale: null, rosters: [], sessions: null, taps: [], sending: false, stop: null, held: 0 },
};

/**
 * The app in the hall, without its looks: every tap is noted on the phone first and sent when there is signal. All that
 * is shown comes from the phone's memory, so that it is the same with and without a network.
 */
export class Hall {
  private state = OPENING;
  private holder: Holder | undefined;
  private readonly listeners = new Set<() => void>();
  private again = false;

  constructor(
    private readonly store: PhoneStore,
    private readonly ask: Portal,
    /** told when something could not be sent: the browser may try when the app is closed */
    private readonly onLeft: () => void = () => {},
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = () => this.state;

  /** Shows what the phone remembers, then looks for the portal. */
  async open(): Promise<void> {
    this.holder = await holderOf(this.store);
    if (this.holder) await this.remember();
    await this.connect();
  }

  /** Says who she is, sends what waits, and fetches anew what is on the phone. Without signal nothing changes. */
  async connect(): Promise<void> {
    try {
      this.holder = await arrive(this.store, this.ask);
      await this.remember();
      await this.sendAll();
      const sessions = await askSessions(this.ask);
      this.show({ sessions, stop: null });
      await this.take(this.state.rosters.map(({ id }) => id));
    } catch (error) {
      this.stopped(error);
    }
  }

  /** Takes the lists of these sessions along. */
  async take(sessionIds: readonly string[]): Promise<void> {
    if (!this.holder || sessionIds.length === 0) return;
    try {
      await fetchRosters(this.store, this.holder, this.ask, sessionIds);
      await this.remember();
    } catch (error) {
      this.stopped(error);
    }
  }

  /** Notes a tap; it is on the phone for good when this resolves. */
  async say(sessionId: string, enrolmentId: string, mark: SaidMark, walkIn?: Noted['walkIn']): Promise<void> {
    if (!this.holder) return;
    const noted: Noted = { sessionId, enrolmentId, mark, markedAt: Date.now(), ...(walkIn ? { walkIn } : {}) };
    const sequence = await note(this.store, this.holder, noted);
    const taps = [...this.state.taps, { ...noted, sequence }].sort((one, other) => one.sequence - other.sequence);
    this.show({ taps });
    void this.sendAll();
  }

  /** One at a time: what is tapped meanwhile goes in the next round. */
  async sendAll(): Promise<void> {
    if (!this.holder || this.state.taps.length === 0) return;
    if (this.state.sending) {
      this.again = true;
      return;
    }
    this.show({ sending: true });
    do {
      this.again = false;
      const { stop, held } = await send(this.store, this.holder, this.ask);
      this.show({ stop, held: this.state.held + held });
      await this.remember();
    } while (this.again);
    this.show({ sending: false });
    if (this.state.taps.length > 0) this.onLeft();
  }

  private async remember(): Promise<void> {
    if (!this.holder) return;
    const [rosters, taps] = await Promise.all([
      readRosters(this.store, this.holder, Date.now()),
      waiting(this.store, this.holder),
    ]);
    this.show({ phase: 'open', locale: this.holder.locale, rosters, taps });
  }

  private stopped(error: unknown): void {
    if (!(error instanceof Stopped)) throw error;
    this.show({ stop: error.stop, phase: this.holder ? 'open' : 'closed' });
  }

  private show(change: Partial<HallState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
