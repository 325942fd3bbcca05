import type { Logger } from 'pino';
import { eachMidnight } from './day-turn';
import { Desk } from './drawing/desk';
import { draw, type NextHandler } from './drawing/draw';
import { Lane } from './drawing/lane';
import { Link } from './link';
import { NextValues } from './next/next-values';
import { shared } from './shared';
import { PageStore } from './store/page-store';
import { TODAY } from './tags';

type Options = {
  mode: 'still' | 'next' | 'development';
  next: NextHandler;
  portal: URL;
  /** address of the database by which the portal's processes tell each other what has changed */
  database: string;
  /** milliseconds that a page may take to be drawn */
  drawing: number;
  /** bytes for kept pages */
  room: number;
  log: Logger;
};

/** Puts store, desk and link together, and tells Next's cache handler where changes go. */
export function openStillPages({ mode, next, portal, database, drawing, room, log }: Options) {
  const store = new PageStore({ room });
  if (mode === 'next') shared.values = new NextValues();
  const drop = (tags: string[]) => {
    store.drop(tags);
    shared.values?.drop(tags);
  };
  const link = new Link({
    url: database,
    changed: drop,
    lost: () => {
      store.dropAll();
      shared.values?.dropAll();
    },
    report: (what, error) => log.warn({ err: error }, what),
  });
  shared.changed = async (tags) => {
    drop(tags);
    await link.tell(tags);
  };
  const headers = {
    host: portal.host,
    'x-forwarded-host': portal.host,
    'x-forwarded-proto': portal.protocol.slice(0, -1),
    'x-forwarded-for': '127.0.0.1',
  };
  const desk = new Desk({
    store,
    lane: new Lane({ width: 6, share: 4, line: 200, patience: 10_000 }),
    draw: (url, id) => draw(next, { url, headers: { ...headers, 'x-request-id': id }, patience: drawing }),
    report: (what, { path, id }, error) => log.warn({ id, path, err: error }, what),
  });
  const stopClock = eachMidnight(() => drop([TODAY]));
  const close = async () => {
    stopClock();
    await link.stop();
  };
  return { store, desk, link, close };
}
