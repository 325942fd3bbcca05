import type { PushMessage, PushOutcome, SendPush, Settled } from './push';

/** A device whose turn it is in a round; no message where it cannot be reached or wants none any more. */
export type Device = { roundId: string; deviceId: string; tries: number; message: PushMessage | 'gone' | 'unwanted' };

type Options = {
  /** the next ones, the most urgent first, few at a time; none when nobody is left */
  claim: () => Promise<Device[]>;
  send: SendPush;
  settle: (settled: Settled[]) => Promise<void>;
  mayGoOn: () => Promise<boolean>;
  /** milliseconds after which those that were claimed and have not begun make room for what is more urgent by then */
  turn?: number;
};

/** Devices that are told at the same time, and those of one push service among them: one that hangs leaves room for the others. */
const AT_ONCE = 8;
const AT_ONCE_OF_ONE = 5;
/** How many outcomes are written down together, or after so many milliseconds. */
const TOGETHER = 50;
const WRITTEN_AFTER = 250;
/** Milliseconds after which it asks again whether it may go on. */
const ASKS_AFTER = 3_000;
const TURN = 10_000;

/** Tells devices, a few at a time, and writes down what came of them as it goes: never more in memory than were claimed at once. */
export class Sending {
  private readonly waiting: Device[] = [];
  private readonly running = new Map<Promise<void>, string>();
  private settled: Settled[] = [];
  private told = 0;
  private writtenAt = Date.now();
  private askedAt = 0;
  private claimedAt = 0;
  private isOver = false;

  constructor(private readonly options: Options) {}

  /** Resolves when nobody is left, or somebody else goes on; says how many were told. */
  async run(): Promise<number> {
    while (await this.hasMore()) {
      const next = this.takeNext();
      if (next) this.begin(next);
      else await this.rest();
      await this.write(this.settled.length >= TOGETHER || Date.now() - this.writtenAt > WRITTEN_AFTER);
    }
    await Promise.all(this.running.keys());
    await this.giveBack();
    return this.told;
  }

  private async hasMore(): Promise<boolean> {
    if (!this.isOver && Date.now() - this.askedAt > ASKS_AFTER) {
      this.isOver = !(await this.options.mayGoOn());
      this.askedAt = Date.now();
    }
    if (this.isOver) return false;
    if (Date.now() - this.claimedAt > (this.options.turn ?? TURN)) await this.giveBack();
    if (this.waiting.length === 0) {
      this.waiting.push(...(await this.options.claim()));
      this.claimedAt = Date.now();
    }
    return this.waiting.length > 0 || this.running.size > 0;
  }

  /** Those that were claimed and have not begun: whoever claims them need not wait until the claim is over. */
  private async giveBack(): Promise<void> {
    for (const { roundId, deviceId, tries } of this.waiting.splice(0))
      this.settled.push({ roundId, deviceId, tries, outcome: { held: 0 } });
    await this.write(true);
  }

  /** The first one whose push service has room. */
  private takeNext(): Device | undefined {
    if (this.running.size >= AT_ONCE) return undefined;
    const busy = [...this.running.values()];
    const at = this.waiting.findIndex((one) => busy.filter((host) => host === hostOf(one)).length < AT_ONCE_OF_ONE);
    return at < 0 ? undefined : this.waiting.splice(at, 1)[0];
  }

  private begin(device: Device): void {
    const { roundId, deviceId, tries, message } = device;
    const work: Promise<PushOutcome> =
      typeof message === 'string' ? Promise.resolve(message) : this.options.send(message);
    const done: Promise<void> = work.then((outcome) => {
      this.running.delete(done);
      if (outcome === 'sent') this.told++;
      this.settled.push({ roundId, deviceId, tries, outcome });
    });
    this.running.set(done, hostOf(device));
  }

  /** Until one is done, or it is time to write. */
  private async rest(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const time = new Promise<void>((wake) => {
      timer = setTimeout(wake, WRITTEN_AFTER);
    });
    await Promise.race([...this.running.keys(), time]);
    clearTimeout(timer);
  }

  private async write(isTime: boolean): Promise<void> {
    if (!isTime || this.settled.length === 0) return;
    const settled = this.settled;
    this.settled = [];
    await this.options.settle(settled);
    this.writtenAt = Date.now();
  }
}

const hostOf = ({ message }: Device) => (typeof message === 'string' ? '' : new URL(message.reach.endpoint).host);
