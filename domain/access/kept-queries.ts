import { today } from '@/domain/days/day';
import { keptUntilWritten } from '@/prisma/kept-until-written';
import type { Viewer } from './viewer';

/**
 * What `read` answers her today, kept until anything is written. `name` says all that decides it but who asks. Her roles stand in it too: they
 * were read before it is known how far the database is.
 */
export const keptFor = <Value>(viewer: Viewer, name: string, read: () => Promise<Value>): Promise<Value> =>
  keptUntilWritten(`${name} on ${today()} for ${JSON.stringify(viewer)}`, read);

const MINUTE_MS = 60_000;

/** The same of what has an hour: what is due at a minute is told when that begins. */
export const keptThisMinute = <Value>(viewer: Viewer, name: string, read: () => Promise<Value>): Promise<Value> =>
  keptFor(viewer, `${name} in minute ${Math.floor(Date.now() / MINUTE_MS)}`, read);
