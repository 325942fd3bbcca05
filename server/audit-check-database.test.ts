import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '@/domain/audit-writes';
import { db } from '@/prisma/client';
import { checkAudit, checkAuditDaily, keepAuditHead, lastAuditCheck } from './audit-check';

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

describe('a long trail, harmed by an owner of the tables who has taken the guards off', () => {
  const ENTRIES = 20_000;
  const longDir = mkdtempSync(path.join(tmpdir(), 'audit-long-'));
  const NOW = on(11);
  const head = () => readFileSync(path.join(longDir, 'audit-head'), 'utf8');

  const fill = (count: number) =>
    owner.query(
      `INSERT INTO audit_entry (id, verb, action, subject_type, change)
    SELECT gen_random_uuid(), 'changed', 'tested', 'test', jsonb_build_object('at', i) FROM generate_series(1, $1::int) i`,
      [count],
    );

  const withoutGuards = (...deeds: string[]) =>
    owner.query(`BEGIN; SET LOCAL session_replication_role = replica; ${deeds.join('; ')}; COMMIT`);

  /** What is found after a deed of somebody without guards at these positions, which is undone then. */
  async function foundAfter([first, last]: readonly [number, number], harm: string): Promise<string[]> {
    await withoutGuards(
      `CREATE TABLE seals AS SELECT * FROM audit_seal WHERE position BETWEEN ${first} AND ${last}`,
      'CREATE TABLE entries AS SELECT * FROM audit_entry WHERE id IN (SELECT entry_id FROM seals)',
      harm,
    );
    const { wrong } = await checkAudit(url, longDir, NOW);
    await withoutGuards(
      `DELETE FROM audit_seal WHERE position BETWEEN ${first} AND ${last}`,
      'DELETE FROM audit_entry WHERE id IN (SELECT id FROM entries)',
      'INSERT INTO audit_entry TABLE entries',
      'INSERT INTO audit_seal TABLE seals',
      'DROP TABLE entries, seals',
    );
    return wrong;
  }
  const entryAt = (position: number) => `(SELECT entry_id FROM audit_seal WHERE position = ${position})`;
  const idAt = async (position: number) => {
    const { rows } = await owner.query<{ id: string }>(
      `SELECT entry_id AS id FROM audit_seal WHERE position = ${position}`,
    );
    return rows[0]?.id;
  };

  beforeAll(async () => {
    await withoutGuards('DELETE FROM audit_seal', 'DELETE FROM audit_entry');
    await fill(ENTRIES);
  });
  afterAll(() => rmSync(longDir, { recursive: true }));

  test('twenty thousand entries that are whole are found whole', async () => {
    const { length, wrong } = await checkAudit(url, longDir, NOW);
    expect({ length, wrong }).toEqual({ length: ENTRIES, wrong: [] });
  });

  test('one changed byte, of any column of an entry or of a link itself, is found', async () => {
    const columns = {
      at: `at + interval '1 microsecond'`,
      actor_id: 'gen_random_uuid()',
      verb: `'created'`,
      action: `'testee'`,
      subject_type: `'tess'`,
      subject_id: 'gen_random_uuid()',
      unit_id: 'gen_random_uuid()',
      change: `'{"at": 7001}'`,
      request_id: `'x'`,
      network: `'x'`,
    };
    const all = `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_entry' ORDER BY 1`;
    const { rows } = await owner.query<{ name: string }>(all);
    expect(rows.map(({ name }) => name)).toEqual([...Object.keys(columns), 'id'].sort());
    const sets = Object.entries(columns);
    const harm = sets.map(
      ([column, value], at) => `UPDATE audit_entry SET ${column} = ${value} WHERE id = ${entryAt(7_000 + 2 * at)}`,
    );
    expect(await foundAfter([7000, 7020], harm.join('; '))).toEqual(
      sets.map((_, at) => `${7_000 + 2 * at}: hash differs`),
    );
    const link = `UPDATE audit_seal SET hash = set_byte(hash, 31, get_byte(hash, 31) # 1) WHERE position = 9000`;
    expect(await foundAfter([9000, 9001], link)).toEqual(['9000: hash differs', '9001: hash differs']);
  });

  const HERE = [499, 502] as const;

  test('an entry that was removed is found, and so is one that was removed with its link, or put in without one', async () => {
    expect(await foundAfter(HERE, `DELETE FROM audit_entry WHERE id = ${entryAt(500)}`)).toEqual(['500: hash differs']);
    const both = `DELETE FROM audit_entry WHERE id = ${entryAt(500)}; DELETE FROM audit_seal WHERE position = 500`;
    expect(await foundAfter(HERE, both)).toEqual(['501: hash differs']);
    const id = await idAt(500);
    expect(await foundAfter(HERE, 'DELETE FROM audit_seal WHERE position = 500')).toEqual([
      '501: hash differs',
      `entry without a seal: ${id}`,
    ]);
  });

  test('two entries that changed places are found', async () => {
    const both = `(${entryAt(41)}, ${entryAt(99)})`;
    const told = `UPDATE audit_entry a SET change = b.change FROM entries b WHERE a.id IN ${both} AND b.id IN ${both} AND a.id <> b.id`;
    expect(await foundAfter([41, 99], told)).toEqual(['41: hash differs', '99: hash differs']);
    const [one, other] = [await idAt(41), await idAt(99)];
    const place = (id: string, position: number) =>
      `UPDATE audit_seal SET entry_id = ${id} WHERE position = ${position}`;
    const links = [place('gen_random_uuid()', 41), place(`'${one}'`, 99), place(`'${other}'`, 41)].join('; ');
    expect(await foundAfter([41, 99], links)).toEqual(['41: hash differs', '99: hash differs']);
  });

  test('a tail that was cut is found by the head of the last minute, which stays as it was, also when others follow', async () => {
    await fill(10);
    expect(await keepAuditHead(url, longDir, NOW)).toBe(true);
    expect(head()).toMatch(/^2026-11-11 20010 [0-9a-f]{64}\n$/);
    const cut = `DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > 20005); DELETE FROM audit_seal WHERE position > 20005`;
    expect(await foundAfter([20_001, 20_010], cut)).toEqual(['20010: not what it was on 2026-11-11']);

    await withoutGuards(cut);
    await fill(30);
    const kept = head();
    expect(await keepAuditHead(url, longDir, NOW)).toBe(false);
    expect(head()).toBe(kept);
    const { wrong } = await checkAudit(url, longDir, NOW);
    expect(wrong).toEqual(['20010: not what it was on 2026-11-11']);
  });
});
