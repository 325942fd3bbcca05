import type { Mark } from './changes';
import { PageStore, type StoreOptions } from './page-store';
import type { Reply } from './reply';

/** Questions that are remembered; beyond these the oldest are forgotten. */
const QUESTIONS_MAX = 1_000;
/** Milliseconds within which a question counts as asked again. */
const WITHIN = 600_000;
/** Bytes for what is kept of questions: some hundreds of searches or numbers, less where cards are among them. */
const ROOM = 4_000_000;
const SHARE = 1 / 8;

/** Of the room for all that is kept, what questions may have. */
export const roomForQuestions = (room: number): number => Math.min(ROOM, Math.floor(room * SHARE));

/**
 * Answers to questions, which are searches, numbers on a day and their cards, apart from the pages: none pushes out a page. Kept once a question is
 * asked again, so a flood of different ones has nothing kept.
 */
export class Questions extends PageStore {
  private readonly asked = new Map<string, { at: number; again: boolean }>();
  private readonly clock: () => number;

  constructor(options: StoreOptions) {
    super(options);
    this.clock = options.now ?? Date.now;
  }

  /** How many are remembered. */
  get remembered(): number {
    return this.asked.size;
  }

  /** Somebody asks it just now, and has to wait for what is found. */
  note(question: string): void {
    const before = this.asked.get(question);
    const at = this.clock();
    this.asked.delete(question);
    this.asked.set(question, { at, again: before !== undefined && at - before.at <= WITHIN });
    if (this.asked.size <= QUESTIONS_MAX) return;
    const [oldest] = this.asked.keys();
    if (oldest !== undefined) this.asked.delete(oldest);
  }

  /** What is found for it now; never what was found a moment ago. */
  override fresh(question: string): Reply | undefined {
    return super.fresh(question, true);
  }

  /** Keeps what was found, if the question was asked again or its answer was kept before. */
  override keep(question: string, reply: Reply, tags: string[], since: Mark): boolean {
    const isAskedAgain = this.asked.get(question)?.again === true || this.lastGood(question) !== undefined;
    return isAskedAgain && super.keep(question, reply, tags, since);
  }
}
