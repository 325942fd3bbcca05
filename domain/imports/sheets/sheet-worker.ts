import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from './sheet-file';
import type { SheetMessage } from './sheet-reader';

/** So many rows are handed over at once: taking them in holds nobody up. */
const PORTION_ROWS = 500;

/** Reads one sheet apart from the process that serves everybody, and hands its rows over in portions. */
async function main(bytes: Uint8Array): Promise<void> {
  const say = (message: SheetMessage) => parentPort?.postMessage(message);
  const read = await readSheet(Buffer.from(bytes));
  if (!read.ok) return say({ problem: read.problem });
  for (let from = 0; from < read.value.length; from += PORTION_ROWS)
    say({ rows: read.value.slice(from, from + PORTION_ROWS) });
  say({ end: true });
}

void main(workerData as Uint8Array);
