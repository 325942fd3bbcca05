import 'server-only';
import type { Logger } from 'pino';
import { codeOf } from '@/prisma/client';
import { type Claim, claimJob, holdJob, makeDue, markDone, markFailed, openJobs, type Rhythm } from './claims';

/** One kind of work that is done by itself. Twice is once: a process can be killed at any point and the work is begun again. */
export type Work = {
  name: string;
  rhythm: Rhythm;
  /**
   * Does what is due, in steps that each stand for themselves, and says how many things it moved. Asked between two steps,
   * `mayGoOn` says whether the run is still this process's own. `resumed`: the run before was cut off somewhere.
   */
  run(mayGoOn: () => Promise<boolean>, resumed: boolean): Promise<number>;
};

type Options = { works: readonly Work[]; log: Pick<Logger, 'warn'> };

/** Milliseconds between two looks. */
const LOOKS = 5_000;
const LOOK_FAILED = 'what is due could not be looked up';

/**
 * Does what is due, as long as the process lives, whether or not somebody looks: of several processes whichever comes first.
 * At least once: a claim outlives nobody by more than seconds.
 */
export class Clock {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private opened = false;
  private work: Promise<void> | undefined;

  constructor(private readonly options: Options) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), LOOKS);
    this.timer.unref();
    void this.look();
  }

  /** Begins nothing any more; resolves when the step under way is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.work;
  }

  /** Resolves when nothing is due any more. */
  look(): Promise<void> {
    this.work ??= this.doAll().finally(() => {
      this.work = undefined;
    });
    return this.work;
  }

  /** Somebody has just asked for what is done here: it is begun now, and not when it would be due. What failed keeps its pause. */
  async wake(): Promise<void> {
    // a look under way may have found nothing a moment ago
    await this.work;
    if (this.stopped) return;
    await makeDue(this.names).catch((error) => this.options.log.warn({ err: error }, LOOK_FAILED));
    await this.look();
  }

  private get names(): string[] {
    return this.options.works.map(({ name }) => name);
  }

  private async doAll(): Promise<void> {
    const { names } = this;
    try {
      if (!this.opened) await openJobs(names);
      this.opened = true;
      for (let claim = await this.claim(names); claim; claim = await this.claim(names)) await this.doOne(claim);
    } catch (error) {
      this.options.log.warn({ err: error }, LOOK_FAILED);
    }
  }

  private claim = async (names: string[]) => (this.stopped ? null : claimJob(names));

  private async doOne(claim: Claim): Promise<void> {
    const work = this.options.works.find(({ name }) => name === claim.name);
    if (!work) throw new Error(`no job ${claim.name}`);
    const mayGoOn = async () => !this.stopped && holdJob(claim);
    try {
      const moved = await work.run(mayGoOn, claim.resumed);
      // stopped between two steps: the rest is due as soon as the claim is over, by whoever is up then
      if (!this.stopped) await markDone(claim, work.rhythm, moved);
    } catch (error) {
      this.options.log.warn({ err: error, job: claim.name }, 'what was due could not be done');
      await markFailed(claim, codeOf(error));
    }
  }
}
