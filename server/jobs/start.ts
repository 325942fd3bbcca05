import 'server-only';
import { startOnce } from '../background';
import { log } from '../log';
import { Clock } from './clock';
import { works } from './work';

/** Begins to do what is due, in this process; several processes on one database share the work. */
export function startClock(): void {
  startOnce('jobs', () => {
    const clock = new Clock({ works, log });
    clock.start();
    return clock;
  });
}
