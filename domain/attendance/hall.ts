import { type AppState, OPENING, PhoneApp, type Surroundings } from '@/domain/phone/phone-app';
import { arrive, type Portal } from '@/domain/phone/phone-courier';
import { type Holder, type PhoneMemory, waiting } from '@/domain/phone/phone-memory';
import type { Tap } from './delivery';
import type { SaidMark } from './mark';
import { askSessions, fetchRosters, send } from './phone/phone-courier';
import { type Noted, readRosters } from './phone/phone-store';
import type { HallSession, Roster } from './roster/roster';

/** The state that the app in the hall shows. */
export type HallState = AppState & {
  rosters: Roster[];
  /** what she could take along; null while unknown */
  sessions: HallSession[] | null;
  /** not sent yet, in order */
  taps: Tap[];
  /** taps that are kept for review, of those sent since the app was opened */
  held: number;
};

const OPENING_HALL: HallState = { ...OPENING, rosters: [], sessions: null, taps: [], held: 0 };

/** The app in the hall, without its looks. */
export class Hall extends PhoneApp<HallState> {
  constructor(store: PhoneMemory, ask: Portal, around: Surroundings = {}) {
    super(store, ask, OPENING_HALL, around);
  }

  protected left(): number {
    return this.state.taps.length;
  }

  protected async deliver(holder: Holder) {
    const { stop, held } = await send(this.memory, holder, this.ask);
    return { stop, held: this.state.held + held };
  }

  protected async recall(holder: Holder) {
    const [rosters, taps] = await Promise.all([
      readRosters(this.memory, holder, Date.now()),
      waiting<Noted>(this.memory, holder),
    ]);
    return { rosters, taps };
  }

  /**
   * Shows what the phone remembers, then says who she is, sends what waits, and fetches anew what is on the phone. Without
   * signal nothing changes.
   */
  async connect(): Promise<void> {
    try {
      await this.remember();
      await arrive(this.memory, this.ask, this.around.label);
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
      await fetchRosters(this.memory, this.holder, this.ask, sessionIds);
      await this.remember();
      this.around.onChange?.();
      this.show({ full: false });
    } catch (error) {
      this.stopped(error);
    }
  }

  /** Notes a tap: true when it is on the phone for good, false when the phone took no more or she has signed out. */
  async say(sessionId: string, enrolmentId: string, mark: SaidMark, walkIn?: Noted['walkIn']): Promise<boolean> {
    const noted: Noted = { sessionId, enrolmentId, mark, markedAt: Date.now(), ...(walkIn ? { walkIn } : {}) };
    const sequence = await this.keep(noted);
    if (sequence === null) return false;
    const taps = [...this.state.taps, { ...noted, sequence }].sort((one, other) => one.sequence - other.sequence);
    this.show({ taps, full: false });
    this.around.onChange?.();
    void this.sendAll();
    return true;
  }
}
