import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { endClocks, killClocks, startClocks } from '@/test/servers/clocks';
import { makeCityOfficial, makeCovered, makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion } from '@/test/union';

afterAll(endClocks);

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
  await killClocks(killed);
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
