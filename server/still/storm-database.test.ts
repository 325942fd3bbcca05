import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { openWay } from '@/test/servers/cuttable-way';

const PROCESS = fileURLToPath(new URL('../../test/servers/storm-process.ts', import.meta.url));
const PAGES = ['a', 'b', 'c', 'd'];
/** Of these something is taken back now and then: then there is no copy of them, should the database be away. */
const TAKEN_BACK = ['c', 'd'];

let way: Awaited<ReturnType<typeof openWay>>;
let children: ChildProcess[];
let origins: string[];

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: env.DATABASE_URL });
  await admin.connect();
  await admin.query('create table storm (page text primary key, number int not null)');
  for (const page of PAGES) await admin.query('insert into storm values ($1, 0)', [page]);
  await admin.end();
  way = await openWay(env.DATABASE_URL);
  children = [1, 2].map(() =>
    fork(PROCESS, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: way.url, NODE_ENV: 'production', PUSH_LOOPBACK: 'off' },
    }),
  );
  origins = await Promise.all(
    children.map((child) => new Promise<string>((ready) => child.once('message', (origin) => ready(String(origin))))),
  );
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  way.close();
});

const originOf = (index: number) => origins[index % 2] as string;
const ask = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
  fetch(url, { method, headers, signal: AbortSignal.timeout(5_000) }).then(async (answer) => ({
    status: answer.status,
    number: Number(/number (\d+)/.exec(await answer.text())?.[1]),
  }));

type Told = { number: number; at: number; taken: boolean };
/** The numbers that each page's editor was told are in place, when, and whether that took back what was there. */
const told = new Map<string, Told[]>(PAGES.map((page) => [page, []]));
/** Milliseconds for which readers may see a page as it was before a change that took nothing back. */
const GRACE = 1_000;
/** The number that a page must show to somebody who asks at `time`: at work, or a reader. */
const due = (page: string, time: number, atWork: boolean) =>
  told.get(page)?.findLast(({ at, taken }) => at + (taken || atWork ? 0 : GRACE) <= time)?.number ?? 0;
/** Reads while nothing was the matter, before the storm is over. */
const ENOUGH = 200;
/** Milliseconds within which a change reaches the other process, on a busy machine. */
const ELSEWHERE = 500;

const outage = { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
/** Was the database away, or only just back, at any time between these? */
const disturbed = (from: number, until: number) => until > outage.from && from < outage.until;

/** Each page has one editor, who always works by the same process: what she was told last is what must be read. */
async function edit(index: number, goesOn: () => boolean) {
  const page = PAGES[index] as string;
  for (let number = 1; goesOn(); number++) {
    // what is changed without pause is hardly ever kept: now and then it rests, and is then kept, read and changed once more
    const rests = number % 4 === 0;
    const taken = number % 8 === 1 && TAKEN_BACK.includes(page);
    const { status } = await ask(`${originOf(index)}/api/${page}?number=${number}${taken ? '&taken=1' : ''}`, 'POST');
    if (status === 204) told.get(page)?.push({ number, at: performance.now(), taken });
    await wait(rests ? 250 : 15);
  }
}

type Read = { page: string; stale: boolean; before: boolean; status: number; disturbed: boolean };

async function read(reader: number, goesOn: () => boolean, reads: Read[]) {
  const atWork = reader > 3;
  const cookie: Record<string, string> = atWork ? { cookie: 'next-auth.session-token=x' } : {};
  for (let n = reader; goesOn(); n++) {
    const index = n % PAGES.length;
    const page = PAGES[index] as string;
    const began = performance.now();
    const heard = reader % 2 === index % 2 ? began : began - ELSEWHERE;
    const least = due(page, heard, atWork);
    const { status, number } = await ask(`${originOf(reader)}/tin-tuc/${page}`, 'GET', cookie);
    reads.push({
      page,
      stale: number < least,
      before: number < due(page, heard, true),
      status,
      disturbed: disturbed(began - ELSEWHERE, performance.now()),
    });
  }
}

test('in a storm of changes nobody at work reads what is out of date, no reader for longer than a second or what was taken back, and the database may go away meanwhile', async () => {
  for (const origin of origins) for (const page of PAGES) await ask(`${origin}/tin-tuc/${page}`);
  const until = performance.now() + 6_000;
  const reads: Read[] = [];
  const calmReads = () => reads.filter((one) => !one.disturbed);
  // On a busy machine it takes longer until enough has been read.
  const goesOn = () => performance.now() < until || calmReads().length <= ENOUGH;
  const fail = async () => {
    await wait(2_500);
    outage.from = performance.now();
    way.cut();
    await wait(700);
    way.mend();
    outage.until = performance.now() + 2_500;
  };
  await Promise.all([
    fail(),
    ...PAGES.map((_, index) => edit(index, goesOn)),
    ...[0, 1, 2, 3, 4, 5].map((reader) => read(reader, goesOn, reads)),
  ]);

  const calm = calmReads();
  expect(calm.length).toBeGreaterThan(ENOUGH);
  expect(
    reads.filter(({ page, status, disturbed }) => status !== 200 && !(disturbed && TAKEN_BACK.includes(page))),
    'a page that did not come, outage or not',
  ).toEqual([]);
  expect(
    calm.filter(({ stale }) => stale),
    'out of date',
  ).toEqual([]);
  expect(calm.filter(({ before }) => before).length, 'read as it was while it was drawn').toBeGreaterThan(0);
  for (const origin of origins) {
    for (const page of PAGES) {
      await expect
        .poll(async () => (await ask(`${origin}/tin-tuc/${page}`)).number)
        .toBeGreaterThanOrEqual(due(page, performance.now(), true));
    }
  }
});
