import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { record } from '@/domain/audit-writes';
import { db } from '@/prisma/client';
import { checkAudit, checkAuditDaily, lastAuditCheck } from './audit-check';

const url = process.env.DATABASE_URL ?? '';
const dataDir = mkdtempSync(path.join(tmpdir(), 'audit-'));
const owner = new pg.Client({ connectionString: url });
const on = (day: number) => new Date(`2026-11-${day}T03:00:00Z`);
const anchors = () => readFileSync(path.join(dataDir, 'audit-anchors'), 'utf8').trim().split('\n');

async function write(count: number): Promise<void> {
  for (let at = 0; at < count; at++)
    await db.$transaction((tx) => record(tx, null, { verb: 'changed', action: 'tested', subjectType: 'test' }));
}

/** A deed that only the owner can do, with the guards taken off. */
async function behindTheGuards(sql: string): Promise<void> {
  await owner.query(`SET session_replication_role = replica; ${sql}; SET session_replication_role = origin`);
}

beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  rmSync(dataDir, { recursive: true });
});

test('a trail that is whole is found whole, and its head is kept once a day', async () => {
  expect(lastAuditCheck(dataDir)).toBeNull();
  await write(5);
  expect(await checkAudit(url, dataDir, on(11))).toEqual({
    at: on(11).toISOString(),
    length: 5,
    anchors: 0,
    wrong: [],
  });
  await write(2);
  await checkAudit(url, dataDir, on(11));
  expect(anchors()).toHaveLength(1);
  await checkAudit(url, dataDir, on(12));
  expect(anchors().map((line) => line.split(' ').slice(0, 2))).toEqual([
    ['2026-11-11', '5'],
    ['2026-11-12', '7'],
  ]);
  expect(lastAuditCheck(dataDir)).toMatchObject({ length: 7, anchors: 1, wrong: [] });
});

test('of a day it is gone through once by itself', async () => {
  await write(1);
  await checkAuditDaily(url, dataDir, on(12));
  expect(lastAuditCheck(dataDir)?.length).toBe(7);
  await checkAuditDaily(url, dataDir, on(13));
  expect(lastAuditCheck(dataDir)?.length).toBe(8);
});

test('an entry that was changed, and one that is gone, are found, and no anchor is kept of it', async () => {
  await behindTheGuards(
    `UPDATE audit_entry SET action = 'other' WHERE id = (SELECT entry_id FROM audit_seal WHERE position = 2)`,
  );
  await behindTheGuards('DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_seal WHERE position = 4)');
  const { wrong } = await checkAudit(url, dataDir, on(14));
  expect(wrong).toEqual(['2: hash differs', '4: hash differs']);
  expect(anchors()).toHaveLength(3);
});

test('a chain that was cut and begun anew, whole in itself, is found out by the anchors', async () => {
  await behindTheGuards('DELETE FROM audit_seal; DELETE FROM audit_entry');
  await write(9);
  const { wrong } = await checkAudit(url, dataDir, on(15));
  expect(wrong).toEqual([
    '5: not what it was on 2026-11-11',
    '7: not what it was on 2026-11-12',
    '8: not what it was on 2026-11-13',
  ]);
});
