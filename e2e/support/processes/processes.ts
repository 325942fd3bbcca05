import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { freePort } from '../../../scripts/ground/ports.mjs';
import { programOf, surroundingsIn } from '../../../scripts/portal/program.mjs';

export type Server = { origin: string; child: ChildProcess; said: () => string };

/**
 * A process of our own beside the portal under test, on its build: resolves when it is ready. Passkeys ask for a host with a name. `held`: the socket on
 * which it listens, as the start command hands it over.
 */
export async function startProcess(
  surroundings: Record<string, string>,
  host = '127.0.0.1',
  held?: { fd: number; port: number },
): Promise<Server> {
  const port = held?.port ?? (await freePort());
  const origin = `http://${host}:${port}`;
  const [command = '', ...args] = programOf('main');
  const child = spawn(command, args, {
    env: {
      ...process.env,
      ...surroundingsIn(),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      PORTAL_URL: origin,
      NEXTAUTH_URL: origin,
      DATA_DIR: '.test/beside',
      NEXTAUTH_SECRET: 'a secret of these processes alone',
      ...(held ? { LISTEN_FD: '3' } : {}),
      ...surroundings,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(held ? [held.fd] : [])],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (words: Buffer) => {
        said += words;
        if (said.includes('ready on ')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  return { origin, child, said: () => said };
}

/** The numbers of the processes that draw behind a front (Linux). */
export function drawingProcessesOf({ pid }: ChildProcess): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('drawing-process'))
    .map(Number);
}

/** The database of the portal under test. */
export const databaseAddress = () => process.env.DATABASE_URL ?? 'postgresql://postgres:postgres@127.0.0.1:5501/portal';
