import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { makeCityOfficial, makeCovered, makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion } from '@/test/union';

const PROCESS = fileURLToPath(new URL('./clock-process.ts', import.meta.url));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** The clocks of a process of its own. */
async function startClocks(): Promise<ChildProcess> {
  const child = fork(PROCESS, {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
  });
  children.push(child);
  await new Promise((started, ended) => {
    child.once('message', started);
    child.once('exit', () => ended(new Error('the clocks ended')));
  });
  return child;
}

test('a signing of the city whose process is killed in the middle is done by another one within a minute, and once', async () => {
  const periodId = await makePastMonth();
  const union = await makeUnion();
  await makeCovered(union.khuPho5);
  const province = await makeCityOfficial(union.province);
  expect(await signReport(province, await readyToSign(province, union.province.id, periodId))).toMatchObject({
    ok: true,
  });
  // the first process is held where it has frozen the figures and is about to write: somebody else has the report's row
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM report WHERE unit_id = $1 FOR UPDATE', [union.province.id]);
  const killed = await startClocks();
  const signing = () => db.reportSigning.findFirstOrThrow({ where: { report: { unitId: union.province.id } } });
  await expect.poll(async () => (await signing()).stepsDone, { timeout: 30_000 }).toBe(3);
  killed.kill('SIGKILL');
  await new Promise((ended) => killed.once('exit', ended));
  expect(await signing()).toMatchObject({ state: 'waiting', tries: 1 });
  await startClocks();
  const since = Date.now();
  await holder.query('ROLLBACK');
  await holder.end();

  await expect.poll(async () => (await signing()).state, { timeout: 60_000 }).toBe('signed');
  expect(Date.now() - since).toBeLessThan(60_000);
  expect(await signing()).toMatchObject({ tries: 2 });
  expect(await db.snapshot.count({ where: { unitId: union.province.id } })).toBe(1);
  const report = await findReport(province, union.province.id, periodId);
  expect(report?.actions.map(({ kind, by }) => [kind, by])).toEqual([['submitted', province.displayName]]);
}, 150_000);
