import path from 'node:path';
import pino, { type Logger } from 'pino';
import { networkOf } from '../entrance/claims';
import { withoutSecret } from '../entrance/secret';
import { pathOf, type Visit } from '../entrance/visit';
import { LogFile } from '../log-file';
import type { Refusal } from '../still/shared';
import { FLOODS, JunkLimit } from './junk';
import type { Ring } from './rings';
import { SPRAYED, Spraying } from './spraying';

const NETWORKS_MAX = 10_000;

/** Tells of a refused attempt. */
export type NoteRefused = (visit: Visit, refusal: Refusal) => void;

/** Who hears of it beside the log: every attempt by its reason, and what rings. */
type Heard = { counted?: (reason: string) => void; rings?: (ring: Ring) => void };

/**
 * Writes down refused attempts, a line of JSON each: account (its id), network, action, reason, request. What was
 * typed, or the address of a person, is in none (decision 0026).
 */
export function openRefusedLog(
  write: (line: string) => void,
  floods = new JunkLimit(FLOODS),
  { counted, rings }: Heard = {},
): NoteRefused {
  const lines = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  const spraying = new Spraying();
  const leftOut = new Map<string, number>();
  return ({ request, claims, asked }, { reason, account, tried }) => {
    const network = networkOf(claims.client);
    const action = `${request.method} ${withoutSecret(pathOf(asked)).slice(0, 300)}`;
    const line = { id: claims.id, network, action, ...(account ? { account } : {}) };
    counted?.(reason);
    if (tried && spraying.failed(network, tried)) {
      lines.warn({ ...line, reason: 'spraying' }, 'refused');
      rings?.({ kind: 'spraying', network, count: SPRAYED });
    }
    const before = leftOut.get(network) ?? 0;
    // A flood leaves its trace and does not wash away those of others; the next line says how many were left out.
    if (floods.exceeded(network)) {
      if (before > 0 || leftOut.size < NETWORKS_MAX) leftOut.set(network, before + 1);
      return;
    }
    floods.note(network);
    leftOut.delete(network);
    lines.warn({ ...line, reason, ...(before > 0 ? { leftOut: before } : {}) }, 'refused');
  };
}

/** The same, into a file of its own in the data folder. */
export function refusedLogIn(dataDir: string, log: Logger, heard: Heard = {}): NoteRefused {
  const file = new LogFile(path.join(dataDir, 'log', 'refused.log'), { size: 20_000_000, kept: 10 });
  const write = (line: string) => {
    try {
      file.write(line);
    } catch (error) {
      log.error({ err: error }, 'what was refused could not be written down');
    }
  };
  return openRefusedLog(write, undefined, heard);
}
