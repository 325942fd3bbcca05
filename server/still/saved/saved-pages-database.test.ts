import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createProvince } from '@/test/factories/units';
import { Reads } from '../../front/reads/reads';
import { ReadsWritten } from '../../front/reads/reads-written';
import { Link } from '../link';
import { PageStore } from '../store/page-store';
import { makeReply, withBrotli } from '../store/reply';
import { FORGET, TODAY, until } from '../tags';
import { writeLastWords } from './last-words';
import { SavedPages } from './saved-pages';

const file = path.join(env.DATA_DIR, 'kept-pages');
const HOUR = 3_600_000;

/** A portal that keeps pages and is linked to the others; `portal` is what it is made of. */
async function open(portal = 'this build', now: () => number = Date.now) {
  const store = new PageStore({ room: 1_000_000, now });
  const link = new Link({
    url: env.DATABASE_URL,
    pause: 50,
    changed: (tags) => store.drop(tags),
    lost: () => store.dropAll(),
    report: () => {},
  });
  links.push(link);
  await link.start();
  return { store, link, saved: new SavedPages({ store, link, file, portal, now, report: () => {} }) };
}
type Portal = Awaited<ReturnType<typeof open>>;

const pageOf = (words: string) => makeReply({ status: 200, contentType: 'text/html', body: Buffer.from(words) });
async function keep({ store }: Portal, pages: Record<string, string[]>) {
  for (const [place, tags] of Object.entries(pages)) store.keep(place, await pageOf(place), tags, store.mark());
}

let links: Link[];
let admin: pg.Client;
let one: Portal;
beforeEach(async () => {
  links = [];
  await rm(file, { force: true });
  admin = new pg.Client({ connectionString: env.DATABASE_URL });
  await admin.connect();
  one = await open();
});
afterEach(async () => {
  await Promise.all(links.map((link) => link.stop()));
  await admin.end();
});

/** Again until nobody else has written to this server meanwhile: other tests do, and then nothing is kept. */
async function untilAnyIsKept(kept: () => Promise<number>) {
  await expect.poll(kept, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
}

describe('pages that were kept when the portal stopped', () => {
  test('are kept again as they were, for as long as they had left, and for this account alone', async () => {
    await keep(one, { '/b': ['units'] });
    const before = await withBrotli(await pageOf('/a'), 'smallest', () => true);
    one.store.keep('/a', before, ['articles'], one.store.mark());
    const [{ end } = { end: 0 }] = one.store.lasting();
    let mode = 0;
    const two = await open();
    await untilAnyIsKept(async () => {
      await one.saved.save();
      mode = (await stat(file)).mode & 0o777;
      return two.saved.load();
    });
    expect(mode).toBe(0o600);
    expect(two.store.fresh('/a')).toEqual(before);
    expect(two.store.fresh('/b')).toBeDefined();
    expect(two.store.lasting()[0]?.end).toBe(end);
    // and there once
    const three = await open();
    expect(await three.saved.load()).toBe(0);
  });

  test('are gone when they were dropped before, when their day or their time is over, and stay when only others were', async () => {
    const now = Date.now();
    const pages = {
      '/dropped': ['articles'],
      '/today': [TODAY],
      '/until': [until(new Date(now + HOUR / 2))],
      '/stays': ['units'],
    };
    await keep(one, pages);
    one.store.drop(['articles']);
    const startedAt = async (time: number) => {
      const two = await open('this build', () => time);
      const load = async () => {
        await one.saved.save();
        return two.saved.load();
      };
      return { load, found: () => Object.keys(pages).filter((place) => two.store.fresh(place)) };
    };
    const soon = await startedAt(now + 1_000);
    await untilAnyIsKept(soon.load);
    expect(soon.found()).toEqual(['/today', '/until', '/stays']);
    const later = await startedAt(now + HOUR / 2);
    await untilAnyIsKept(later.load);
    expect(later.found()).toContain('/stays');
    expect(later.found()).not.toContain('/until');
    // a clock that was set back knows nothing of what was drawn after
    for (const time of [now - HOUR, now + 25 * HOUR]) expect(await (await startedAt(time)).load()).toBe(0);
  });
});

test('pages that were read until the stop are kept again: reads are written down before the mark is left', async () => {
  const reads = new Reads();
  const { link, saved } = one;
  const written = new ReadsWritten({ reads, query: (sql) => link.query(sql), report: () => {} });
  const [unit, author, approver] = [
    await createProvince(admin),
    await createAccount(admin),
    await createAccount(admin),
  ];
  const { slugs } = await createArticle(admin, { unit, author, approver });
  const page = `/vi/news/${slugs.vi}`;
  await keep(one, { [page]: ['articles'] });
  const two = await open();
  await untilAnyIsKept(async () => {
    const tally = reads.tallyOf(page);
    if (tally) tally.times++;
    await writeLastWords({ reads: written, pages: saved, link: { stop: async () => {} } });
    return two.saved.load();
  });
  expect(reads.take()).toEqual({});
});

describe('nothing is kept again', () => {
  beforeEach(() => keep(one, { '/a': ['articles'] }));

  test('once anybody has written to the database, whether or not she told', async () => {
    await one.saved.save();
    await admin.query(`INSERT INTO throttle (key, points) VALUES ('somebody', 1)`);
    expect(await (await open()).saved.load()).toBe(0);
  });

  test('of a stop in which somebody was writing, whenever she ends', async () => {
    await admin.query('BEGIN');
    await admin.query(`INSERT INTO throttle (key, points) VALUES ('slow', 1)`);
    expect(await one.saved.save()).toBe(0);
    await admin.query('COMMIT');
    expect(await (await open()).saved.load()).toBe(0);
  });

  test('of what another process told of at the last moment', async () => {
    const other = await open();
    await other.link.tell(['articles']);
    expect(await one.saved.save()).toBe(0);
  });

  test('where the link to the database is away', async () => {
    await one.link.stop();
    expect(await one.saved.save()).toBe(0);
  });

  test('by a portal that is built or told otherwise', async () => {
    await one.saved.save();
    expect(await (await open('another build')).saved.load()).toBe(0);
  });

  test('from a file that is cut off or changed', async () => {
    for (const spoil of [
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 1),
      (bytes: Buffer) => bytes.fill(255, bytes.length - 2),
      () => Buffer.from('{}'),
      () => Buffer.alloc(0),
    ]) {
      await untilAnyIsKept(() => one.saved.save());
      await writeFile(file, spoil(await readFile(file)));
      expect(await (await open()).saved.load()).toBe(0);
    }
  });

  test('of what is dropped while it is being read', async () => {
    await one.saved.save();
    const two = await open();
    const loading = two.saved.load();
    two.store.drop(['articles']);
    await loading;
    expect(two.store.fresh('/a')).toBeUndefined();
    await one.saved.save();
    const again = two.saved.load();
    two.store.drop(['articles', FORGET]);
    await again;
    expect(two.store.lastGood('/a')).toBeUndefined();
  });
});
