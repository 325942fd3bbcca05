import path from 'node:path';
import type { Result } from '@/domain/result';
import { type ThreadProblem, ThreadProgram } from '@/domain/thread';
import type { FileRefusal } from './sound';
import type { MadeSound } from './sound-file';

const BOUNDS = { milliseconds: 30_000, megabytes: 384 };
const program = new ThreadProgram(path.join(process.cwd(), 'domain/articles/sounds/sound-worker.ts'));

/** A recording made anew in a thread of its own: whatever a file is made of, the process goes on answering everybody. */
export const readSoundApart = (bytes: Uint8Array): Promise<Result<MadeSound, FileRefusal | ThreadProblem>> =>
  program.run<Result<MadeSound, FileRefusal>, MadeSound, FileRefusal>(bytes, BOUNDS, (answer) => answer);
