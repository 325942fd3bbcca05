import 'server-only';
import { startOnce, wake } from '../background';
import { log } from '../log';
import { Clock, type Work } from './clock';
import { askedWorks, backupWorks, changeWorks, longWorks, outsideWorks, pushWorks, works } from './work';

const ASKED = 'asked jobs';

/** Begins to do what is due, in this process; several processes on one database share the work. */
export function startClock(): void {
  startOnce('jobs', () => started(works));
  startOnce(ASKED, () => started(askedWorks));
  startOnce('long jobs', () => started(longWorks));
  startOnce('push jobs', () => started(pushWorks));
  startOnce('outside jobs', () => started(outsideWorks));
  startOnce('backup jobs', () => started(backupWorks));
  startOnce('change jobs', () => started(changeWorks));
}

function started(done: readonly Work[]) {
  const clock = new Clock({ works: done, log });
  clock.start();
  return { stop: () => clock.stop(), wake: () => clock.wake() };
}

/** Somebody has just asked for something that a job does: this process begins at once. Where it ends before, another begins in seconds. */
export const beginAsked = () => wake(ASKED);
