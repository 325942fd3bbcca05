import { type ChildProcess, spawn } from 'node:child_process';

export type Server = { origin: string; child: ChildProcess; said: () => string };

/** A process of our own beside the portal under test, on its build: resolves when it is ready. */
export async function startProcess(surroundings: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      PORTAL_URL: 'http://127.0.0.1',
      NEXTAUTH_SECRET: 'a secret of these processes alone',
      ...surroundings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (words: Buffer) => {
        said += words;
        const ready = /^ready on (\S+)$/m.exec(said)?.[1];
        if (ready) resolve(ready);
      });
    }
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  return { origin, child, said: () => said };
}

/** The database of the portal under test. */
export const databaseAddress = () => process.env.DATABASE_URL ?? 'postgresql://postgres:postgres@127.0.0.1:5501/portal';
