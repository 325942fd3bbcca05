import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('../../server/jobs/clock-process.ts', import.meta.url));
const started: ChildProcess[] = [];

/** The clocks of one of the portal's processes, with their real work, in a process of their own. Answers when they run. */
export async function startClocks(surroundings: Record<string, string> = {}): Promise<ChildProcess> {
  const clocks = fork(PROCESS, {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', PUSH_LOOPBACK: 'off', LOG_LEVEL: 'silent', ...surroundings },
  });
  started.push(clocks);
  await new Promise((runs, ends) => {
    clocks.once('message', runs);
    clocks.once('exit', () => ends(new Error('the clocks ended')));
  });
  return clocks;
}

/** Kills them in the middle of what they do, as a machine does that loses its power. Answers when they are gone. */
export async function killClocks(clocks: ChildProcess): Promise<void> {
  const gone = new Promise((ended) => clocks.once('exit', ended));
  clocks.kill('SIGKILL');
  await gone;
}

/** Ends all that a test started. */
export function endClocks(): void {
  for (const clocks of started) clocks.kill('SIGKILL');
}
