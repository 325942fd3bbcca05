import pino from 'pino';
import { env } from '@/domain/ground/env';
import { linesTo } from './log-file';
import { atSources } from './source-positions';

/** An error as it is written down: with the places of the sources. */
function errorOf(error: Error) {
  const said = pino.stdSerializers.err(error);
  return error instanceof Error ? { ...said, stack: atSources(said.stack) } : said;
}

const STANDARD_OUTPUT = 1;
/** Who first asks Node for its standard output has it write to pipes without waiting: a reader who stops reading holds up nothing (0312). */
void process.stdout;

/** A line of its own, as all others are. */
const told = (lost: number) =>
  `${JSON.stringify({ level: pino.levels.values.warn, time: new Date().toISOString(), pid: process.pid, lost, msg: 'lines of the log are lost: they could not be written' })}\n`;

/**
 * The portal's own log: one line of JSON each, on standard output. No names, numbers or addresses of people: a
 * request is its path (never the query) and its id, which also stands in the answer.
 */
export const log = pino(
  {
    level: env.LOG_LEVEL,
    base: { pid: process.pid },
    serializers: { err: errorOf },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization'], censor: '…' },
  },
  { write: linesTo(STANDARD_OUTPUT, told) },
);
