import type { Files } from '../front/files';
import type { Reach } from '../front/health';
import type { LiveRequest } from '../front/live';
import type { Drawn } from '../still/drawing/draw';
import type { Outcome } from '../still/shared';
import type { Vitals } from './messages';

/** One process: whether it may be asked, how many requests it is answering, and what it said of itself. */
export type DrawerState = { ready: boolean; busy: number; vitals: (Vitals & { lag: number }) | undefined };

/** What the front asks of whoever draws: the drawing processes behind it or, in development, its own process. */
export type Drawing = {
  /** Has a page drawn for nobody in particular, at Next's own path and query; rejects when that fails. */
  draw: (url: string, id: string) => Promise<Drawn>;
  /** Answers somebody in particular; resolves to what became known meanwhile, rejects when that fails. */
  answer: (live: LiveRequest) => Promise<Outcome>;
  /** Can it reach what it needs? */
  reach: () => Promise<Reach>;
  /** Whatever it keeps by these tags holds no longer. */
  drop: (tags: string[] | 'all') => void;
  /** how each process behind the front fares; none in development */
  states?: () => DrawerState[];
  /** It begins nothing more beside answering. */
  leave: () => Promise<void>;
  /** It ends; resolves to whether all that was changed in it is known to have been told. */
  stop: () => Promise<boolean>;
  /** the files of a build that is not there in development */
  files?: Files;
};
