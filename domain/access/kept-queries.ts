import { keptUntilWritten } from '@/prisma/kept-until-written';
import type { Viewer } from './viewer';

/**
 * What `read` answers her, kept under its name until anything is written or the minute is over: she is told what she would have read herself.
 * `name` says all that decides the answer but who asks. Her roles are part of it, for they were read before it is known how far the database is.
 */
export const keptFor = <Value>(viewer: Viewer, name: string, read: () => Promise<Value>): Promise<Value> =>
  keptUntilWritten(`${name} for ${JSON.stringify(viewer)}`, read);
