import type { LiveRequest } from '../../front/live';
import { Lane } from '../../still/drawing/lane';

/** Reads for each process at once: of more that are drawn side by side each is there hardly before the last of them. */
const AT_ONCE = 3;
/** Milliseconds after which a read counts no longer: it waits for a count of PostgreSQL, as a rule. */
const COUNTED_MS = 1_000;
/** Milliseconds after which a read goes on although it is not its turn. */
const PATIENCE_MS = 10_000;
/** More than the ways before it let in. */
const LINE = 1_000;

/**
 * Whose turn it is to be read for: as many at once as so many processes draw well, in the order in which they came; what is asked
 * for at work and in public by turns.
 */
export class Turns {
  private readonly lane: Lane;

  constructor(
    processes: number,
    private readonly countedFor = COUNTED_MS,
  ) {
    const width = AT_ONCE * processes;
    this.lane = new Lane({ width, share: width, line: LINE, patience: PATIENCE_MS });
  }

  /** Resolves when it is its turn, to what is to be called as soon as its answer has begun. */
  async come(area: LiveRequest['area']): Promise<() => void> {
    const leave = await this.lane.enter(area);
    if (!leave) return () => {};
    const late = setTimeout(leave, this.countedFor);
    return () => {
      clearTimeout(late);
      leave();
    };
  }
}
