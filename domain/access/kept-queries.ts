import { today } from '@/domain/days/day';
import { howFar, keptUntilWritten } from '@/prisma/kept/kept-until-written';
import { outside } from '@/prisma/outside';
import type { Viewer } from './viewer';

/** How far the database was when they asked. */
const askings = new WeakMap<Viewer, { far?: Promise<string> }>();

/** All that is kept for this very object is as of when the first of it was asked for: a page is one asking. Who writes in between asks anew. */
export const beginAsking = (viewer: Viewer): void => void askings.set(viewer, {});

/** The same asking goes on as she is at one of her places. */
export function goOnAsking(viewer: Viewer, at: Viewer): void {
  const asking = askings.get(viewer);
  if (asking) askings.set(at, asking);
}

function farFor(viewer: Viewer): Promise<string> {
  const asking = askings.get(viewer);
  if (!asking) return howFar();
  asking.far ??= toldApart(asking, howFar());
  return asking.far;
}

/** What is drawn and kept has her in it: she is to hold how far the database was, and nothing of the answer in which that was asked. */
function toldApart(asking: { far?: Promise<string> }, far: Promise<string>): Promise<string> {
  far.then(
    (told) => {
      asking.far = outside(() => Promise.resolve(told));
    },
    () => {},
  );
  return far;
}

/** Her roles stand in it: they were read before it is known how far the database is. */
const nameFor = (viewer: Viewer, name: string) => `${name} on ${today()} for ${JSON.stringify(viewer)}`;

/** What `read` answers her today, kept until anything is written. `name` says all that decides it but who asks. */
export const keptFor = <Value>(viewer: Viewer, name: string, read: () => Promise<Value>): Promise<Value> =>
  keptUntilWritten(nameFor(viewer, name), read, () => farFor(viewer));

const MINUTE_MS = 60_000;

/** The same of what has an hour: what is due at a minute is told when that begins. */
export const keptThisMinute = <Value>(viewer: Viewer, name: string, read: () => Promise<Value>): Promise<Value> =>
  keptUntilWritten(
    nameFor(viewer, name),
    read,
    async () => `${await farFor(viewer)} in minute ${Math.floor(Date.now() / MINUTE_MS)}`,
  );
