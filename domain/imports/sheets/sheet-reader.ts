import path from 'node:path';
import { ok, problem, type Result } from '@/domain/result';
import { type ThreadProblem, ThreadProgram } from '@/domain/thread';
import type { FileProblem } from './sheet-file';
import type { SheetRow } from './sheet-text';

export type SheetProblem = FileProblem | ThreadProblem;

/** A message of the worker: some rows, that these were all, or why there are none. */
export type SheetMessage = { rows: SheetRow[] } | { end: true } | { problem: FileProblem };

const READ_MS = 30_000;
const MEMORY_MB = 512;
const program = new ThreadProgram(path.join(process.cwd(), 'domain/imports/sheets/sheet-worker.ts'));

/**
 * The rows of a sheet, read in a thread of its own. What takes longer than `milliseconds`, or more memory than a sheet does, is
 * ended and refused.
 */
export function readSheetApart(bytes: Buffer, milliseconds = READ_MS): Promise<Result<SheetRow[], SheetProblem>> {
  const rows: SheetRow[] = [];
  return program.run<SheetMessage, SheetRow[], FileProblem>(
    new Uint8Array(bytes),
    { milliseconds, megabytes: MEMORY_MB },
    (message) => {
      if ('problem' in message) return problem(message.problem);
      if ('end' in message) return ok(rows);
      rows.push(...message.rows);
      return undefined;
    },
  );
}
