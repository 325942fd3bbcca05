import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';

const LOOKS_MAX = 2_000;

/** The database's process that a transaction runs in. */
export async function processOf(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  return row?.pid ?? 0;
}

/** Comes back as soon as somebody waits for what this process holds: so a race has one order, and no guessed pause. */
export async function untilSomebodyWaitsFor(pid: number): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look++) {
    const [row] = await db.$queryRaw<{ waits: boolean }[]>`
      SELECT EXISTS (SELECT FROM pg_locks l WHERE NOT l.granted AND ${pid}::int = ANY (pg_blocking_pids(l.pid))) AS waits`;
    if (row?.waits) return;
  }
  throw new Error('Nobody waits.');
}
