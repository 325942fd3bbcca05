import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Claims } from './claims';

/** One request at the door; `asked` is path and query as the reader knows them. */
export type Visit = { request: IncomingMessage; response: ServerResponse; claims: Claims; asked: string };

export const READS = new Set(['GET', 'HEAD']);

export const pathOf = (target: string) => target.split('?', 1)[0] ?? '/';
