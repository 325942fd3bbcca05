import { setTimeout as wait } from 'node:timers/promises';
import { locales } from '@/i18n/locales';
import { routes } from '@/i18n/routes';
import type { Desk, Place } from '../../still/drawing/desk';
import { destinationOf } from '../address';

/** The portal's own turn among the networks that have pages drawn, and its name in the log. */
const OWN = 'first-pages';
const AT_ONCE = 2;
/** Milliseconds for all of them: what is not drawn by then the first reader has drawn. */
const PATIENCE = 8_000;

type FirstPage = Place & { internal: string };

/** Public pages whose address needs no name of anything, in the order of the table of addresses: what readers come to first. */
export const firstPages = (): FirstPage[] =>
  locales
    .flatMap((locale) => Object.values(routes).map(({ path }) => path[locale]))
    .flatMap((address) => {
      const found = address.includes('[') ? undefined : destinationOf(address, new Set());
      return found?.kind === 'page' && found.keep === 'good' ? [found] : [];
    });

/**
 * Has the first pages drawn, before a server takes the place of another: else all readers of that one wait for their first drawing at once.
 * Never rejects; a page that cannot be drawn is passed over.
 */
export async function drawFirstPages(
  desk: Desk,
  { pages = firstPages(), patience = PATIENCE }: { pages?: FirstPage[]; patience?: number } = {},
): Promise<void> {
  const left = [...pages];
  const draw = async () => {
    for (let page = left.shift(); page; page = left.shift())
      await desk.ask(page.internal, { path: page.path, keep: page.keep, id: OWN, network: OWN });
  };
  const over = new AbortController();
  const drawing = Promise.all(Array.from({ length: AT_ONCE }, draw));
  await Promise.race([drawing, wait(patience, undefined, over).catch(() => {})]);
  over.abort();
  left.length = 0; // one that is being drawn just now goes on, and its readers share it
}
