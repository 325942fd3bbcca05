import type { Logger } from 'pino';
import type { Limits } from '../entrance/entrance';
import type { Ways } from '../entrance/ways';
import type { Measures } from '../measures/measures';
import type { JunkLimit } from '../refusals/junk';
import type { NoteRefused } from '../refusals/refused-log';
import type { Desk } from '../still/drawing/desk';
import type { Outcome } from '../still/shared';
import type { Files } from './files';
import type { Readiness } from './health';
import type { LiveRequest } from './live';
import type { Reads } from './reads/reads';
import type { ReadyAnswers } from './ready/ready-answers';

export type FrontOptions = {
  /** `still`: pages from the store · `next`: Next answers them, scripts and all · `development`: so, and with its tools */
  mode: 'still' | 'next' | 'development';
  /** Answers somebody in particular; resolves to what became known meanwhile, rejects when that fails. */
  answer: (live: LiveRequest) => Promise<Outcome>;
  desk: Desk;
  /** for requests that depend on who asks */
  ways: Ways;
  junk: JunkLimit;
  files: Files;
  /** told of what is the same for everybody; it answers that from then on before it comes here */
  ready?: ReadyAnswers | undefined;
  /** where reads of pages are counted */
  reads?: Reads | undefined;
  /** where answers are counted that did not lie ready */
  measures?: Measures | undefined;
  documents: ReadonlySet<string>;
  readiness: () => Promise<Readiness>;
  /** where readers find the portal */
  portal: URL;
  /** Do names of this machine do as well? */
  loopback: boolean;
  trustProxy: boolean;
  /** what a body may be */
  limits: Limits;
  /** Has somebody asked the process to stop? */
  leaving: () => boolean;
  refused: NoteRefused;
  log: Logger;
};
