import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { Unasked } from '../../still/link';
import { isReader } from './reader';
import { Reads } from './reads';
import { ReadsWritten } from './reads-written';

const page = '/vi/news/lop-hoc';
const phone = 'Mozilla/5.0 (Linux; Android 10; SM-A105F) AppleWebKit/537.36 Chrome/80.0.3987.99 Mobile Safari/537.36';
const within = ['Zalo android/12', '[FBAN/EMA;FBLC/vi_VN]'].map((app) => `${phone} ${app}`);
const programs = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; coccocbot-web/1.0)',
  'facebookexternalhit/1.1',
  'curl/8.5.0',
  'python-requests/2.31',
  `${phone} HeadlessChrome/120`,
  '',
];

describe('who is counted', () => {
  test.each([phone, ...within])('somebody who reads with %s', (agent) => expect(isReader(agent, undefined)).toBe(true));
  test.each(programs)('no program: %s', (agent) => expect(isReader(agent, undefined)).toBe(false));
  test('nobody who says no name, and no page that is fetched ahead', () => {
    expect(isReader(undefined, undefined)).toBe(false);
    expect(isReader(phone, 'prefetch;prerender')).toBe(false);
  });
});

test('articles are counted, and no other page', () => {
  const reads = new Reads();
  for (const path of [page, '/en/stories/a', '/vi/guides/cuoc-goi-la']) expect(reads.tallyOf(path), path).toBeDefined();
  const others = ['/vi', '/vi/news', "/vi/news/a'b", '/vi/news/asked?topic=a', '/vi/privacy', '/vi/news/a/b'];
  for (const path of [...others, '/vi/communes/long-hung', '/vi/trainings/vneid-2026', '/vi/guides/a/card'])
    expect(reads.tallyOf(path), path).toBeUndefined();
});

test('what is counted is taken once; memory has an end, and what is known goes on being counted at it', () => {
  const reads = new Reads();
  const tally = reads.tallyOf(page);
  if (!tally) return expect.unreachable();
  tally.times += 2;
  expect([reads.take(), reads.take()]).toEqual([{ [page]: 2 }, {}]);
  for (let at = 0; at < 20_000; at++) reads.tallyOf(`/vi/news/made-up-${at}`);
  expect(reads.tallyOf('/vi/news/one-more')).toBeUndefined();
  expect(reads.tallyOf(page)).toBe(tally);
});

test('what could not be written down is written with what was read meanwhile, in one statement', async () => {
  const reads = new Reads();
  const said: string[] = [];
  let away = true;
  const query = async (sql: string) => {
    if (away) throw new Unasked('away');
    said.push(sql);
  };
  const reported: string[] = [];
  const written = new ReadsWritten({ reads, query, report: (what) => reported.push(what) });
  const read = () => {
    const tally = reads.tallyOf(page);
    if (tally) tally.times++;
  };
  read();
  await written.write();
  away = false;
  read();
  await written.stop();
  await written.write();
  expect(said).toEqual([`SELECT app.note_reads('{"${page}":2}'::jsonb)`]);
  expect(reported).toHaveLength(1);
});

test('a batch of which nobody heard whether it was written is not written again; one that was refused is', async () => {
  const reads = new Reads();
  const tally = reads.tallyOf(page);
  if (!tally) return expect.unreachable();
  const after = async (error: Error) => {
    tally.times = 2;
    const query = () => Promise.reject(error);
    await new ReadsWritten({ reads, query, report: () => {} }).write();
    return reads.take();
  };
  expect(await after(new pg.DatabaseError('canceling statement due to lock timeout', 0, 'error'))).toEqual({
    [page]: 2,
  });
  for (const silence of ['Query read timeout', 'Connection terminated unexpectedly'])
    expect(await after(new Error(silence))).toEqual({});
});
