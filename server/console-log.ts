import { format, stripVTControlCharacters } from 'node:util';
import type { Logger } from 'pino';

const LEVELS = { debug: 'debug', trace: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;
const LENGTH_MAX = 4_000;

/**
 * Lines of libraries for a terminal become lines of our own log, so that a program can read all of it: Next and
 * next-auth know no other way to speak.
 */
export function logConsole(log: Logger): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method as keyof typeof LEVELS] = (...parts: unknown[]) => {
      const said = stripVTControlCharacters(format(...parts)).trim();
      if (said) log[level]({ by: 'console' }, said.slice(0, LENGTH_MAX));
    };
  }
  process.on('warning', (warning) => log.warn({ err: warning }, 'a warning of Node'));
}
