import path from 'node:path';
import type { Result } from '@/domain/result';
import { type ThreadProblem, ThreadProgram } from '@/domain/thread';
import type { ReadingProblem } from '../boundaries';
import type { ReadBoundaries } from './boundary-file';

const READ_MS = 60_000;
const MEMORY_MB = 1024;
const program = new ThreadProgram(path.join(process.cwd(), 'domain/boundaries/reading/boundary-worker.ts'));

type Read = Result<ReadBoundaries, ReadingProblem>;

/** Boundaries read in a thread of its own: whatever a file is made of, the process goes on answering everybody. */
export const readBoundariesApart = (
  bytes: Buffer,
  milliseconds = READ_MS,
): Promise<Result<ReadBoundaries, ReadingProblem | ThreadProblem>> =>
  program.run<Read, ReadBoundaries, ReadingProblem>(
    new Uint8Array(bytes),
    { milliseconds, megabytes: MEMORY_MB },
    (read) => read,
  );
