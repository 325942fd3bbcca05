import type { Outcome } from '../still/shared';

/** What the front tells a drawing process. */
export type ToDrawer =
  /** Pages made of these are to be drawn anew; so many such words there have been, this one included. */
  | { kind: 'drop'; number: number; tags: string[] | 'all' }
  /** A change that the process had told of is known everywhere. */
  | { kind: 'told'; change: number }
  /** Does it still live? */
  | { kind: 'pulse' }
  /** It is to begin nothing more beside answering; then, to end. */
  | { kind: 'leave' }
  | { kind: 'end' };

/** Of a process: bytes of memory, and its connections to the database. */
export type Vitals = { memory: number; heap: number; connections: { open: number; idle: number; waiting: number } };

/** What a drawing process tells the front. */
export type ToFront =
  | { kind: 'up' }
  /** it lives, and how it fares */
  | { kind: 'alive'; vitals?: Vitals }
  | { kind: 'left' }
  /** Something was changed there: nobody else knows yet. */
  | { kind: 'changed'; change: number; tags: string[] }
  /** What became known of a request while it was answered. */
  | { kind: 'outcome'; ask: string; outcome: Outcome };

/** The places at which a drawing process is asked, over its socket. */
export const DRAW = '/draw';
export const LIVE = '/live';
export const READY = '/ready';

/** The header in which the front says what a request is about; what a reader sends under such a name never passes. */
export const ABOUT = 'x-portal-about';
/** What stands there in an answer that failed before it began. */
export const FAILED = 'failed';
export const OURS = /^x-(portal|still)-/;

/** A page to draw for nobody in particular: Next's own path and query, and the request's id for the log. */
export type PageQuestion = { url: string; id: string; drops: number };

/** A request of somebody in particular, beside its method, headers and body. */
export type LiveQuestion = {
  internal: string;
  asked: string;
  area: 'admin' | 'public';
  id: string;
  ask: string;
  drops: number;
};

export const written = (about: LiveQuestion) => encodeURIComponent(JSON.stringify(about));
export const readAbout = (header: string) => JSON.parse(decodeURIComponent(header)) as LiveQuestion;
