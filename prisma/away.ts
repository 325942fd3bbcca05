/** Milliseconds that a connection may take to come about. */
export const CONNECT_MS = 2_000;
/** Milliseconds that a statement and a wait for a lock may take, and that somebody waits for a connection that others use. */
export type Limits = { statement: number; lock: number; turn: number };
/** These, and the wait for a connection to come about, are as many times longer as DATABASE_PATIENCE says. */
export const usual = (patience: number): Limits => ({
  statement: 5_000 * patience,
  lock: 3_000 * patience,
  turn: 5_000 * patience,
});
/** Long work waits for long work: nobody sits before a page that it draws. */
export const LONG: Limits = { statement: 60_000, lock: 30_000, turn: 30_000 };
/** Milliseconds for which the database is not asked again after it gave no answer. */
const PAUSE_MS = 1_000;

/**
 * SQLSTATE by which the database says that it could not answer in time, is going or coming, is full, or takes no change at the moment:
 * another try may well work.
 */
const NOT_NOW = /^(08|53|57|55P03$|25006$)/;

/**
 * Did the database give no answer (in time)? A socket that broke and a wait that ended have no SQLSTATE; an answer that
 * says what is wrong with a statement has one.
 */
export function isSilence(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || NOT_NOW.test(code);
}

/** Nobody is kept waiting for a database that has just been found silent. Named as the driver names such a thing. */
export class Silence extends Error {
  readonly code = 'ETIMEDOUT';
  readonly syscall = 'query';
  readonly errno = -110;
}

/**
 * Whether it is worth asking the database. Once it was silent, all are turned away for a second; then one goes ahead and
 * tries, and the others follow when that one had an answer.
 */
export class Door {
  private doubted = false;
  private closedUntil = 0;
  private answeredAt = 0;
  /** called each time that the database is found silent */
  onSilence: () => void = () => {};

  constructor(readonly now: () => number = () => performance.now()) {}

  /** May somebody go and ask? Whoever may while there is doubt is the one that tries for all. */
  admits(): boolean {
    if (!this.doubted) return true;
    if (this.now() < this.closedUntil) return false;
    this.closedUntil = this.now() + CONNECT_MS;
    return true;
  }

  /**
   * Notes that a question asked at this time had no answer. An answer to somebody who asked later says more: the
   * database is back.
   */
  silent(askedAt: number): void {
    if (askedAt < this.answeredAt) return;
    this.doubted = true;
    this.closedUntil = this.now() + PAUSE_MS;
    this.onSilence();
  }

  answered(askedAt: number): void {
    this.answeredAt = Math.max(this.answeredAt, askedAt);
    this.doubted = false;
  }
}

/** Milliseconds that are left for reading what has come. */
const LISTEN_MS = 50;

/**
 * Calls when the time is over, unless what it answers with is called before. A process that was busy itself first reads what
 * has come meanwhile: the database is not silent because nobody listened.
 */
export function after(milliseconds: number, call: () => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(call, LISTEN_MS);
  }, milliseconds);
  return () => clearTimeout(timer);
}
