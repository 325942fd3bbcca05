import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { beginLongWork, connections, withinLongWork } from './connections';
import { Prisma, PrismaClient } from './generated/client';
import { statementNames } from './rounds/statement-names';
import type { Transaction } from './transaction';

/** The one door to the database. Every connection works as portal_app: no DDL, no ownership, no change of what is append-only. */
const open = () =>
  new PrismaClient({ adapter: new PrismaPg(connections, { statementNameGenerator: statementNames() }) });

// One client a process: Next loads modules anew in development, and more than one module graph in production.
const shared = globalThis as { portalDatabase?: ReturnType<typeof open> };
shared.portalDatabase ??= open();
export const db = shared.portalDatabase;

const TRIES_MAX = 3;
/** Serialization failure and deadlock: nothing is wrong, somebody else was first. */
const AGAIN = new Set(['40001', '40P01']);

type Work<Value> = (tx: Transaction) => Promise<Value>;
/** Milliseconds until a transaction is given up, and for which it waits for a connection. */
const USUAL = { timeout: 20_000, maxWait: 10_000 };
const LONG = { timeout: 120_000, maxWait: 30_000 };

/** Runs a change in one transaction; when others were first, again, up to three times. */
export const transaction = <Value>(run: Work<Value>): Promise<Value> => tried(run, USUAL);

/**
 * The same for work that moves or counts thousands of rows: imports, restructurings, reports of the city. A statement may take
 * a minute, over connections that pages do not use.
 */
export const longTransaction = <Value>(run: Work<Value>): Promise<Value> =>
  beginLongWork(() => tried((tx) => withinLongWork(() => run(tx)), LONG));

/** The answer to one question that goes through all women of the city, and may take a minute as well. It is one statement. */
export const longRead = <Value>(question: Prisma.PrismaPromise<Value>): Promise<Value> =>
  // it is asked when it is waited for
  beginLongWork(() => question.then((answer) => answer));

const tried = <Value>(run: Work<Value>, limits: typeof USUAL): Promise<Value> =>
  unlessOthersWereFirst(() => db.$transaction(run, limits));

/** A change that is one statement, and so a transaction of its own: again, up to three times, when others were first. */
export async function unlessOthersWereFirst<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= TRIES_MAX || !AGAIN.has(causeOf(error)?.originalCode ?? '')) throw error;
      await wait(20 * attempt * Math.random());
    }
  }
}

type Cause = { originalCode?: string; originalMessage?: string; message?: string; hint?: string; constraint?: unknown };

function causeOf(error: unknown): Cause | undefined {
  if (!(error instanceof Error)) return undefined;
  const meta = (error as { meta?: { driverAdapterError?: { cause?: Cause } } }).meta;
  return meta?.driverAdapterError?.cause ?? (error as { cause?: Cause }).cause;
}

/**
 * The name of the database rule that refused a change ("venue_taken", "one_status", …), or undefined when it was
 * something else. Rules of triggers name themselves in the hint, constraints in the message.
 */
export function refusal(error: unknown): string | undefined {
  const cause = causeOf(error);
  if (!cause) return undefined;
  if (cause.hint && /^[a-z_]+$/.test(cause.hint)) return cause.hint;
  const text = `${cause.originalMessage ?? ''} ${cause.message ?? ''} ${error instanceof Error ? error.message : ''}`;
  return /(?:constraint|index) [`"\u201c]([a-z_]+)[`"\u201d]/.exec(text)?.[1];
}

/** The first open day, where the database refused to change figures of a closed month ("period_locked"); null where it was something else. */
export function firstOpenDay(error: unknown): string | null {
  if (refusal(error) !== 'period_locked') return null;
  return /\d{4}-\d\d-\d\d/.exec(causeOf(error)?.originalMessage ?? causeOf(error)?.message ?? '')?.[0] ?? null;
}

/** The error as a code of the database or of its client: it names nobody, and fits in a line. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(causeOf(error)?.originalCode ?? code ?? name ?? 'UNKNOWN').slice(0, 60);
}

export { Prisma };
