import { type ChildProcess, spawn } from 'node:child_process';
import { Pool } from 'undici';
import type { Outcome } from '../still/shared';
import type { DrawerOptions } from './drawer-options';
import type { ToDrawer, ToFront, Vitals } from './messages';
import { processorTime } from './processor-time';

const PULSE_MS = 1_000;
/**
 * Milliseconds after which a silent process is taken for hung, if it worked for most of them: one kept from the processor is only
 * slow. A machine that slept has left one pulse unanswered, not several.
 */
const SILENCE_MS = 10_000;
const AT_WORK = 0.8;
const UNANSWERED_MIN = 3;
/** So many times longer nobody waits, whatever the process does. */
const NOT_EVEN_AT_WORK = 6;
/** Milliseconds that a process may take to be up. */
const START_MS = 120_000;
/** Milliseconds after its connection broke within which it turns out to have ended. */
const END_MS = 1_000;
/** Milliseconds for which a change may wait in a process before it is told (app/cache-tags.ts). */
const TELLING_MS = 15_000;
/** Requests that one process answers at once; what comes beside waits in the ways before it. */
const CONNECTIONS = 64;

/** One drawing process, as the front sees it: begun, asked over its socket, ended when it hangs. */
export class Drawer {
  /** how many requests it is answering */
  busy = 0;
  /** Has it ended by itself as it was asked to, with all that it had changed told before? */
  endedInOrder = false;
  /** how it fares, and the milliseconds that its loop took to answer; as of the last pulse */
  vitals: (Vitals & { lag: number }) | undefined;
  readonly pool: Pool;
  readonly gone: Promise<void>;
  /** who waits for what becomes known of a request, by its number: forgotten as soon as it is known, or never will be */
  private readonly outcomes = new Map<string, (outcome: Outcome) => void>();
  private changing = 0;
  private changedAt = Number.NEGATIVE_INFINITY;
  private left: () => void = () => {};
  private isUp = false;
  private isGone = false;
  private readonly child: ChildProcess;
  private readonly pulse: NodeJS.Timeout;
  private heard = performance.now();
  private unanswered = 0;
  private pulsedAt = 0;
  private worked = 0;

  constructor(private readonly options: DrawerOptions<Drawer>) {
    const { command, socket, number, ended } = options;
    this.pool = new Pool('http://drawer', { socketPath: socket, connections: CONNECTIONS, maxHeaderSize: 65_536 });
    const [program = '', ...args] = [...command, socket, String(number)];
    // a session of its own: it gives way to the front as a whole, and Ctrl-C in a terminal reaches the front alone
    this.child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.child.on('message', (message) => this.hear(message as ToFront));
    this.pulse = setInterval(
      () => this.feelPulse(),
      Math.min(PULSE_MS, (this.options.silence ?? SILENCE_MS) / UNANSWERED_MIN),
    );
    this.gone = new Promise((resolve) => {
      const end = (code?: unknown) => {
        if (this.isGone) return;
        this.isGone = true;
        this.endedInOrder = code === 0 && this.changing === 0;
        clearInterval(this.pulse);
        this.pool.destroy().catch(() => {});
        for (const ask of [...this.outcomes.keys()]) this.settle(ask, {});
        ended(this);
        resolve();
      };
      this.child.once('exit', end);
      this.child.once('error', end);
    });
  }

  /** May it be asked? */
  get ready(): boolean {
    return this.isUp && !this.isGone;
  }

  /** Has it ended, or does it end at this moment? Asked where a connection to it broke. */
  hasEnded(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), END_MS);
    });
    return Promise.race([this.gone.then(() => true), late]).finally(() => clearTimeout(timer));
  }

  /** Was something changed by it lately that it may not have told of? */
  get mayHaveChanged(): boolean {
    return this.changing > 0 || performance.now() - this.changedAt < TELLING_MS;
  }

  /** Counts what it is answering, `changes` something or not, until the answer is there. */
  async count<Value>(changes: boolean, work: () => Promise<Value>): Promise<Value> {
    this.busy++;
    if (changes) this.changing++;
    try {
      return await work();
    } finally {
      this.busy--;
      if (changes) {
        this.changing--;
        this.changedAt = performance.now();
      }
    }
  }

  /** What it lets us know of the request `ask`, whenever that is: nothing where it ends before. */
  readonly outcomeOf = (ask: string): Promise<Outcome> => new Promise((resolve) => this.outcomes.set(ask, resolve));

  /** This is all that becomes known of the request. */
  settle(ask: string, outcome: Outcome): void {
    this.outcomes.get(ask)?.(outcome);
    this.outcomes.delete(ask);
  }

  /** Requests of which it has yet to let us know something. */
  get unsettled(): number {
    return this.outcomes.size;
  }

  /** Asks it to begin nothing more by itself; resolves when what it had begun is done, or when it has ended. */
  leave(): Promise<void> {
    if (!this.isUp) return Promise.resolve();
    this.tell({ kind: 'leave' });
    const left = new Promise<void>((resolve) => {
      this.left = resolve;
    });
    return Promise.race([left, this.gone]);
  }

  tell(message: ToDrawer): void {
    if (this.child.connected) this.child.send(message, () => {});
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private hear(message: ToFront): void {
    this.heard = performance.now();
    this.unanswered = 0;
    if (message.kind === 'up') {
      this.isUp = true;
      this.options.up(this);
    } else if (message.kind === 'alive' && message.vitals)
      this.vitals = { ...message.vitals, lag: this.heard - this.pulsedAt };
    else if (message.kind === 'left') this.left();
    else if (message.kind === 'outcome') this.settle(message.ask, message.outcome);
    else if (message.kind === 'changed') {
      const { change, tags } = message;
      void this.options.changed(tags).then(() => this.tell({ kind: 'told', change }));
    }
  }

  private workedSoFar(): number | undefined {
    return processorTime(this.child.pid ?? 0);
  }

  private isHung(silence: number): boolean {
    const patience = this.isUp ? (this.options.silence ?? SILENCE_MS) : START_MS;
    if (silence <= patience) return false;
    const worked = (this.workedSoFar() ?? Number.POSITIVE_INFINITY) - this.worked;
    return worked > patience * AT_WORK || silence > patience * NOT_EVEN_AT_WORK;
  }

  private feelPulse(): void {
    const silence = performance.now() - this.heard;
    if (this.unanswered >= UNANSWERED_MIN && this.isHung(silence)) {
      this.options.report(`a drawing process has said nothing for ${Math.round(silence / 1_000)} s and is ended`);
      this.kill();
      return;
    }
    if (this.unanswered++ === 0) {
      this.worked = this.workedSoFar() ?? 0;
      this.pulsedAt = performance.now();
    }
    this.tell({ kind: 'pulse' });
  }
}
