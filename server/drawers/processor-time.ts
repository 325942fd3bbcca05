import { readFileSync } from 'node:fs';

/** Milliseconds in which the clock of /proc counts (Linux, for programs: always a hundredth of a second). */
const TICK_MS = 10;

/** Milliseconds that a process has been at work on a processor; undefined where the system does not tell (not Linux), or it has ended. */
export function processorTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}
