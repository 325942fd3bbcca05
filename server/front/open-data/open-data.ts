import type { ServerResponse } from 'node:http';
import { pathOf } from '../../entrance/visit';
import type { Place } from '../../still/drawing/desk';
import type { FieldLines } from '../../still/store/send';
import type { Spelling } from '../question';

const PREFIX = '/api/v1';
const ROWS = ['language', 'format', 'after', 'limit'] as const;

/** What can be asked of each address, in the order of its one spelling; what a value means is for whoever draws. */
export const TAKEN: Readonly<Record<string, readonly string[]>> = {
  communes: ['day', ...ROWS],
  coverage: ['day', 'from', 'to', 'commune', 'level', ...ROWS],
  indicators: ['day', 'commune', ...ROWS],
  sessions: ['from', 'to', 'commune', ...ROWS],
  articles: ['commune', ...ROWS],
  snapshots: ['commune', ...ROWS],
  snapshot: ROWS,
  'openapi.json': ['language'],
};
/** What goes without saying. */
export const USUAL: Readonly<Record<string, string>> = { language: 'vi', format: 'json', limit: '100' };

/** Said without more, these make a page that is kept like any other: there are four of each address at most. */
const KEPT = new Set(['language=en', 'format=csv']);
/** A value that stands for itself in an address and in a path. */
const VALUE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;
const PARAMETER_MAX = 40;
const SNAPSHOT = /^snapshots\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where an address below it leads, or why nowhere. */
export type OpenDestination =
  | ({ kind: 'rows'; internal: string } & Place & Spelling)
  | { kind: 'declined'; problem: 'not-found' | 'unknown-parameter' | 'given-twice' | 'malformed'; parameter?: string };

export const isOpenData = (target: string): boolean => {
  const path = pathOf(target);
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
};

/**
 * One question has one place in the store, however it was written; what nobody offers has none. Bare addresses are pages; what is narrowed
 * is a question, kept apart once it is asked again.
 */
export function openDestinationOf(target: string): OpenDestination {
  const path = pathOf(target);
  const below = path.slice(PREFIX.length + 1);
  const id = SNAPSHOT.exec(below)?.[1];
  const name = id ? 'snapshot' : below;
  const taken = Object.hasOwn(TAKEN, name) && (name !== 'snapshot' || id) ? TAKEN[name] : undefined;
  if (!taken) return { kind: 'declined', problem: 'not-found' };
  const search = new URLSearchParams(target.slice(path.length));
  for (const key of search.keys()) {
    const parameter = key.slice(0, PARAMETER_MAX);
    if (!taken.includes(key)) return { kind: 'declined', problem: 'unknown-parameter', parameter };
    if (search.getAll(key).length > 1) return { kind: 'declined', problem: 'given-twice', parameter };
    if (!VALUE.test(search.get(key) ?? '')) return { kind: 'declined', problem: 'malformed', parameter };
  }
  const said = taken.flatMap((key): [string, string][] => {
    const value = search.get(key);
    return value === null || value === USUAL[key] ? [] : [[key, value]];
  });
  const internal = [path, ...said.flat()].join('/');
  const spelling = said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
  const isPage = said.every(([key, value]) => KEPT.has(`${key}=${value}`));
  return { kind: 'rows', internal, path: internal, keep: isPage ? 'good' : 'again', spelling };
}

/** What every answer of open data carries: whoever's page reads it, and no cookie ever counts. */
export const OPEN_FIELDS: FieldLines = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'ETag, Link, Retry-After'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
];

export const READING = 'GET, HEAD, OPTIONS';

/** A browser asks beforehand whether a page of another site may read. */
export function allowReading(response: ServerResponse): undefined {
  response.writeHead(204, {
    Allow: READING,
    'Access-Control-Allow-Methods': READING,
    'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since',
    'Access-Control-Max-Age': '86400',
    'Cache-Control': 'public, max-age=86400',
  });
  response.end();
}
