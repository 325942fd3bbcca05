// Taken along by every process of a portal that is profiled (NODE_OPTIONS): one that draws samples itself from one SIGUSR2 to the next, and
// leaves what it saw in the file that BENCH_PROFILE names.
import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { isMainThread } from 'node:worker_threads';

const { BENCH_PROFILE: file } = process.env;
/** Microseconds between two looks. */
const INTERVAL_US = 250;

if (file && isMainThread && process.argv[1]?.endsWith('drawing-process.js')) {
  const session = new Session();
  session.connect();
  let sampling = false;
  process.on('SIGUSR2', async () => {
    sampling = !sampling;
    if (sampling) {
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
      await session.post('Profiler.start');
      return;
    }
    const { profile } = await session.post('Profiler.stop');
    // whole or not there: who waits for it reads it as soon as it is there
    writeFileSync(`${file}.part`, JSON.stringify(profile));
    renameSync(`${file}.part`, file);
  });
}
