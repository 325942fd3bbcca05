import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { claimJob, holdJob, markDone } from './claims';
import { Clock, type Work } from './clock';

const warned: string[] = [];
const log = { warn: (_facts: unknown, words: string) => void warned.push(words) } as never;
let clocks: Clock[] = [];
const clock = (...works: Work[]) => {
  const one = new Clock({ works, log });
  clocks.push(one);
  return one;
};

beforeEach(async () => {
  warned.length = 0;
  await db.job.updateMany({ data: { dueAt: new Date('2099-01-01T00:00:00Z') } });
});
afterEach(async () => {
  await Promise.all(clocks.map((one) => one.stop()));
  clocks = [];
});

const row = (name: string) => db.job.findUniqueOrThrow({ where: { name } });
const due = (name: string) => db.job.update({ where: { name }, data: { dueAt: new Date(0) }, select: { name: true } });
function promise() {
  let keep = () => {};
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { kept, keep: () => keep() };
}
/** Seconds from now until a job is due. */
const dueIn = async (name: string) => {
  const [found] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM due_at - now())::float8 AS seconds FROM job WHERE name = ${name}`;
  return found?.seconds ?? Number.NaN;
};

test('what is due is done once by two processes that look at once, is written down, and is due again after its time', async () => {
  let runs = 0;
  const work = { name: 'counting', rhythm: 15, run: async () => ++runs * 7 };
  await Promise.all([clock(work).look(), clock(work).look()]);
  expect(runs).toBe(1);
  expect(await row('counting')).toMatchObject({ moved: 7, failures: 0, error: null, running: false });
  expect(await dueIn('counting')).toBeCloseTo(15, 0);
  await clock(work).look();
  expect(runs).toBe(1);
  await due('counting');
  await clock(work).look();
  expect(runs).toBe(2);
});

test('what somebody asks for is begun at once, and not when it would be due; what failed keeps its pause', async () => {
  let runs = 0;
  let fails = false;
  const one = clock({
    name: 'asked',
    rhythm: 15,
    run: async () => {
      if (fails) throw new Error('no');
      return ++runs;
    },
  });
  await one.wake();
  await one.look();
  expect([runs, await dueIn('asked')]).toEqual([1, expect.closeTo(15, 0)]);
  await one.wake();
  expect(runs).toBe(2);
  fails = true;
  await one.wake();
  fails = false;
  await one.wake();
  expect([runs, await dueIn('asked')]).toEqual([2, expect.closeTo(15, 0)]);
});

test('what is due at midnight is due at midnight in Viet Nam', async () => {
  await clock({ name: 'nightly', rhythm: 'midnight', run: async () => 0 }).look();
  const { dueAt } = await row('nightly');
  expect(dueAt.getTime()).toBeGreaterThan(Date.now());
  expect(dueAt.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
  expect(dueAt.toISOString().slice(11)).toBe('17:00:00.000Z');
});

test('what is due on Mondays is due on the next one, at seven in Viet Nam', async () => {
  await clock({ name: 'weekly', rhythm: 'monday', run: async () => 0 }).look();
  const { dueAt } = await row('weekly');
  expect([dueAt.getUTCDay(), dueAt.toISOString().slice(11)]).toEqual([1, '00:00:00.000Z']);
  expect(dueAt.getTime()).toBeGreaterThan(Date.now());
  expect(dueAt.getTime() - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
});

test('what fails is noted with a code and nobody’s name, is tried again after a pause, and keeps nothing else waiting', async () => {
  let fails = true;
  let others = 0;
  const failing: Work = {
    name: 'failing',
    rhythm: 15,
    run: async () => {
      if (fails) throw Object.assign(new Error('Nguyễn Thị Lan'), { code: 'E123' });
      return 3;
    },
  };
  const one = clock(failing, { name: 'other', rhythm: 15, run: async () => ++others });
  await one.look();
  expect(others).toBe(1);
  expect(await row('failing')).toMatchObject({ failures: 1, error: 'E123', running: false, doneAt: null });
  expect(await dueIn('failing')).toBeCloseTo(15, 0);
  for (const pause of [30, 60, 60]) {
    await due('failing');
    await one.look();
    expect(await dueIn('failing')).toBeCloseTo(pause, 0);
  }
  expect(warned).toEqual(Array(4).fill('what was due could not be done'));
  fails = false;
  await due('failing');
  await one.look();
  expect(await row('failing')).toMatchObject({ failures: 0, error: null, moved: 3 });
});

test('a process that is killed leaves its run to the next one within seconds, which is told that it was cut off', async () => {
  await clock({ name: 'cut', rhythm: 15, run: async () => 1 }).look();
  await due('cut');
  const killed = await claimJob(['cut']);
  expect(killed).toMatchObject({ name: 'cut', resumed: false });
  let resumed: boolean | undefined;
  const other = clock({
    name: 'cut',
    rhythm: 15,
    run: async (_mayGoOn, cutOff) => {
      resumed = cutOff;
      return 1;
    },
  });
  await other.look();
  expect(resumed).toBeUndefined(); // the claim still holds
  expect(await dueIn('cut')).toBeLessThanOrEqual(20);
  await due('cut'); // its time has passed
  await other.look();
  expect(resumed).toBe(true);
  if (!killed) throw new Error('nothing was claimed');
  expect(await holdJob(killed)).toBe(false);
  await markDone(killed, 15, 99); // one that only hung changes nothing of the later run
  expect(await row('cut')).toMatchObject({ moved: 1, running: false });
});

test('a process that is asked to stop ends after the step under way and leaves the rest to others', async () => {
  let steps = 0;
  const [begun, go] = [promise(), promise()];
  const one = clock({
    name: 'long',
    rhythm: 15,
    run: async (mayGoOn) => {
      do {
        steps++;
        begun.keep();
        await go.kept;
      } while (await mayGoOn());
      return steps;
    },
  });
  const looking = one.look();
  await begun.kept;
  const stopped = one.stop();
  go.keep();
  await Promise.all([looking, stopped]);
  expect(steps).toBe(1);
  expect(await row('long')).toMatchObject({ running: true, doneAt: null });
});
