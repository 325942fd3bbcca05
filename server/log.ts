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
  { write: linesTo(STANDARD_OUTPUT) },
);
