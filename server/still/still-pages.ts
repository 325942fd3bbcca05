import type { Logger } from 'pino';
import { pathOf } from '../entrance/visit';
import { eachMidnight } from './day-turn';
import { Desk } from './drawing/desk';
import type { Drawn } from './drawing/draw';
import { Lane } from './drawing/lane';
import { Redrawing } from './drawing/redrawing';
import { Link } from './link';
import { PageStore } from './store/page-store';
import { Questions, roomForQuestions } from './store/questions';
import { EVERYTHING, TODAY } from './tags';

type Options = {
  /** Has a page drawn, at Next's own path and query; rejects when that fails. */
  draw: (url: string, id: string) => Promise<Drawn>;
  /** Whoever keeps something else by tags is told what is dropped. */
  dropped?: (tags: string[] | 'all') => void;
  /** address of the database by which the portal's processes tell each other what has changed */
  database: string;
  /** how many migrations this release knows (`server/still/release.ts`) */
  release?: number;
  /** bytes for kept pages, and for what is kept of questions */
  room: number;
  log: Logger;
};

/** Milliseconds between two looks for a page that is worth its smallest form: one page after the other, beside the work. */
const SHRINK_EACH = 250;

/** Puts store, desk and link together; `changed` is to be called with the tags of what has changed in this portal. */
export function openStillPages({ draw, dropped = () => {}, database, release, room, log }: Options) {
  const questions = new Questions({ room: roomForQuestions(room) });
  const store = new PageStore({ room: room - roomForQuestions(room), ended: () => redrawing.begin() });
  const dropAll = () => {
    store.dropAll();
    questions.dropAll();
    dropped('all');
    redrawing.begin();
  };
  const drop = (tags: string[]) => {
    if (tags.includes(EVERYTHING)) return dropAll();
    store.drop(tags);
    questions.drop(tags);
    dropped(tags);
    redrawing.begin();
  };
  const link = new Link({
    url: database,
    ...(release && { release }),
    changed: drop,
    lost: dropAll,
    report: (what, error) => log.warn({ err: error }, what),
  });
  const changed = async (tags: string[]) => {
    drop(tags);
    await link.tell(tags);
  };
  const lane = new Lane({ width: 6, share: 4, line: 200, patience: 10_000 });
  const desk = new Desk({
    store,
    questions,
    lane,
    draw,
    // what somebody asked for stands in no log
    report: (what, { path, id }, error) => log.warn({ id, path: pathOf(path), err: error }, what),
  });
  const redrawing = new Redrawing({ store, desk, atOnce: 2 });
  const stopClock = eachMidnight(() => drop([TODAY]));
  let shrinking: NodeJS.Timeout;
  const shrinkNext = () => {
    shrinking = setTimeout(() => store.shrinkOne().finally(shrinkNext), SHRINK_EACH).unref();
  };
  shrinkNext();
  const close = async () => {
    stopClock();
    clearTimeout(shrinking);
    redrawing.stop();
    await link.stop();
  };
  return { store, questions, desk, lane, link, changed, close };
}

export type StillPages = ReturnType<typeof openStillPages>;
