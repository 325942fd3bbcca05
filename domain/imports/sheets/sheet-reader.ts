import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build, stop } from 'esbuild';
import pLimit from 'p-limit';
import { ok, problem, type Result } from '@/domain/result';
import type { FileProblem } from './sheet-file';
import type { SheetRow } from './sheet-text';

export type SheetProblem = FileProblem | 'file-too-slow' | 'file-must-wait';

/** A message of the worker: some rows, that these were all, or why there are none. */
export type SheetMessage = { rows: SheetRow[] } | { end: true } | { problem: FileProblem };

const READ_MS = 30_000;
const MEMORY_MB = 512;
/** One file is read after the other; so many may wait for that. */
const WAITING_MAX = 8;
const oneAfterAnother = pLimit(1);

/**
 * The rows of a sheet, read in a thread of its own: whatever a file is made of, the process goes on answering everybody.
 * What takes longer than `milliseconds`, or more memory than a sheet does, is ended and refused.
 */
export async function readSheetApart(bytes: Buffer, milliseconds = READ_MS): Promise<Result<SheetRow[], SheetProblem>> {
  if (oneAfterAnother.pendingCount >= WAITING_MAX) return problem('file-must-wait');
  return oneAfterAnother(async () => readInThread(await programOfThread(), bytes, milliseconds));
}

/**
 * The program is named by its place and not as a module of ours: whatever bundles this file leaves the thread's
 * program alone.
 */
const PROGRAM = path.join(process.cwd(), 'domain/imports/sheets/sheet-worker.ts');
let program: Promise<string> | undefined;

/** The thread's program with all that it needs in one text, put together for the first sheet: each thread starts at once. */
function programOfThread(): Promise<string> {
  program ??= build({ entryPoints: [PROGRAM], bundle: true, write: false, platform: 'node', format: 'cjs' })
    .then(({ outputFiles: [file] }) => file?.text ?? '')
    .catch((error) => {
      program = undefined;
      throw error;
    })
    // whoever put it together has nothing more to do
    .finally(stop);
  return program;
}

function readInThread(text: string, bytes: Buffer, milliseconds: number): Promise<Result<SheetRow[], SheetProblem>> {
  const worker = new Worker(text, {
    eval: true,
    execArgv: [],
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve, reject) => {
    const rows: SheetRow[] = [];
    const finish = (read: Result<SheetRow[], SheetProblem>) => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(problem('file-too-slow')), milliseconds);
    worker.on('message', (message: SheetMessage) => {
      if ('rows' in message) rows.push(...message.rows);
      else finish('problem' in message ? problem(message.problem) : ok(rows));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return finish(problem('file-too-slow'));
      clearTimeout(timer);
      reject(error);
    });
  });
}
