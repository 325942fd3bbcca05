import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { problem, type Result } from '@/domain/result';

export type ThreadProblem = 'file-too-slow' | 'file-must-wait';

/** What a thread may take; more of it ends the thread. */
export type ThreadBounds = { milliseconds: number; megabytes: number };

/** So many may wait for a thread of one program. */
const WAITING_MAX = 8;

/**
 * A program of ours that reads what strangers made, in a thread of its own: whatever a file is made of, the process goes on answering
 * everybody. One runs after the other.
 */
export class ThreadProgram {
  private readonly oneAfterAnother = pLimit(1);
  private text: Promise<string> | undefined;

  /** Named by its place, whole, and not as a module: whatever bundles the caller leaves the program alone. */
  constructor(private readonly file: string) {}

  /** Hands the data over, hears each message, and answers with the first one that `hear` makes an answer of. */
  async run<Message, Value, Problem extends string>(
    data: unknown,
    { milliseconds, megabytes }: ThreadBounds,
    hear: (message: Message) => Result<Value, Problem> | undefined,
  ): Promise<Result<Value, Problem | ThreadProblem>> {
    if (this.oneAfterAnother.pendingCount >= WAITING_MAX) return problem('file-must-wait');
    return this.oneAfterAnother(async () => {
      const worker = new Worker(await this.together(), {
        eval: true,
        execArgv: [],
        workerData: data,
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
      });
      return listen(worker, milliseconds, hear);
    });
  }

  /** The program with all that it needs in one text, read for the first file: each thread starts at once. */
  private together(): Promise<string> {
    this.text ??= (isBuilt() ? readFile(builtForm(this.file), 'utf8') : putTogether(this.file)).catch((error) => {
      this.text = undefined;
      throw error;
    });
    return this.text;
  }
}

/** What runs for people was built, and has no compiler beside it. */
const isBuilt = () => process.env.NODE_ENV === 'production';

/** Where the build lays it (`scripts/portal/compile.mjs`). */
const builtForm = (file: string) =>
  path.join(process.cwd(), '.server', 'threads', `${path.basename(file, path.extname(file))}.js`);

/** While the portal is developed or tested, and sources change. */
async function putTogether(file: string): Promise<string> {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  }).finally(stop); // whoever put it together has nothing more to do
  return outputFiles[0]?.text ?? '';
}

function listen<Message, Value, Problem extends string>(
  worker: Worker,
  milliseconds: number,
  hear: (message: Message) => Result<Value, Problem> | undefined,
): Promise<Result<Value, Problem | ThreadProblem>> {
  return new Promise((resolve, reject) => {
    const finish = (answer: Result<Value, Problem | ThreadProblem>) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(problem('file-too-slow')), milliseconds);
    worker.on('message', (message: Message) => {
      const answer = hear(message);
      if (answer) finish(answer);
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return finish(problem('file-too-slow'));
      clearTimeout(timer);
      reject(error);
    });
  });
}
