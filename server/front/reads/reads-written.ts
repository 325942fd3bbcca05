import pg from 'pg';
import { Unasked } from '../../still/link';
import type { Reads } from './reads';

/** Milliseconds between two times that reads are written down: what a crash takes of them. */
const EACH = 10_000;

type Options = {
  reads: Reads;
  /** carries a statement out; rejects while the database is away */
  query: (sql: string) => Promise<unknown>;
  report: (what: string, error: unknown) => void;
  each?: number;
};

/** Did it surely not happen: because nobody asked for it, or because the database refused? */
const isUndone = (error: unknown) => error instanceof Unasked || error instanceof pg.DatabaseError;

/**
 * Writes reads down in batches, one statement each, and goes on counting where the database is away. A batch of which nobody heard whether it
 * was written is not written again: rather some reads too few than any twice.
 */
export class ReadsWritten {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: Options) {}

  start(): void {
    this.timer = setInterval(() => void this.write(), this.options.each ?? EACH).unref();
  }

  /** Resolves when all that was read by now is written down, or is known not to be. Never rejects. */
  write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeAll());
    return this.writing;
  }

  /** Writes for the last time. */
  stop(): Promise<void> {
    clearInterval(this.timer);
    return this.write();
  }

  private async writeAll(): Promise<void> {
    const { reads, query, report } = this.options;
    const taken = reads.take();
    if (Object.keys(taken).length === 0) return;
    try {
      // pages are named by letters, figures, dashes and strokes alone: `countedAs` knows no others
      await query(`SELECT app.note_reads('${JSON.stringify(taken)}'::jsonb)`);
    } catch (error) {
      if (isUndone(error)) reads.giveBack(taken);
      report('reads could not be written down', error);
    }
  }
}
