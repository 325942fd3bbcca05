import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { canLook } from './processes.mjs';

const LOOK_MS = 1_000;
/** Of a hundred parts of its time a quiet machine has nothing to do for so many. */
const QUIET = 90;

/** Ticks of all cores: all of them, and those in which there was nothing to do. */
function ticks() {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const parts = first.split(/\s+/).slice(1).map(Number);
  return { all: parts.reduce((sum, part) => sum + part, 0), idle: (parts[3] ?? 0) + (parts[4] ?? 0) };
}

/** How much else the machine has to do, looked at for a second in which nothing is measured. */
export async function machineState() {
  const load = loadavg()[0] ?? Number.NaN;
  if (!canLook) return { quiet: false, sentence: `load ${load.toFixed(1)}` };
  const before = ticks();
  await wait(LOOK_MS);
  const after = ticks();
  const idle = (100 * (after.idle - before.idle)) / Math.max(after.all - before.all, 1);
  const quiet = idle >= QUIET;
  return { quiet, sentence: `${quiet ? 'quiet' : 'busy'}: ${idle.toFixed(0)} % idle, load ${load.toFixed(1)}` };
}
