import { type Day, today } from '@/domain/day';
import { db } from '@/prisma/client';
import { moveDueRows } from './due-moves';

/** The day for which this process has looked. */
let looked: Day | undefined;

/**
 * Carries out what is due today before the first question of a day is answered: a process may have slept over midnight,
 * when it looks by itself (server/due.ts).
 */
export async function moveOnceADay(): Promise<void> {
  const day = today();
  if (looked === day) return;
  await moveDueRows(db);
  looked = day;
}
