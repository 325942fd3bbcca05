import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { askRows } from '@/domain/people/phones/number-queries';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { createMember } from '@/test/factories/people';
import { openingOf } from '@/test/opening';
import { ownerReads } from '@/test/owner';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { Opening } from './audit-draft';
import { beginOpening } from './opening-writes';

let union: TestUnion;
let official: string;
const women: string[] = [];

beforeAll(async () => {
  union = await makeUnion();
  official = (await makeViewer('commune_official', union.longHung)).accountId;
  for (const at of [0, 1, 2, 3, 4]) {
    const { id } = await createMember(db, union.khuPho5, { name: `Trần Thị ${at}`, phone: `+8491234560${at}` });
    women.push(id);
  }
});

const given = async ({ entryId, key }: Opening, tx: Transaction = db, by: string = official) =>
  (
    await tx.$queryRaw<{ id: string }[]>`
      SELECT person_id::text AS id FROM app.numbers_of(${by}::uuid, ${entryId}::uuid, ${key}::bytea)`
  )
    .map(({ id }) => women.indexOf(id))
    .sort();
const look = (at: number) => openingOf(official, 'seePhone', { row: women[at] ?? '', subjectId: women[at] ?? null });
const listOf = (rows: number) => openingOf(official, 'exportPeople', { rows });

describe('an opening', () => {
  test('of a list for three opens three, however many are asked for and however often', async () => {
    const opening = await listOf(3);
    expect(await askRows(opening, women.slice(0, 2))).toBe(2);
    expect(await given(opening)).toEqual([0, 1]);
    expect(await askRows(opening, women.slice(2))).toBe(1);
    expect(await given(opening)).toEqual([2]);
    expect(await askRows(opening, women)).toBe(0);
    expect(await given(opening)).toEqual([]);
  });

  test('gives each row once: of two who ask at once one has it', async () => {
    const opening = await look(0);
    const both = await Promise.all([given(opening), given(opening)]);
    expect(both.flat()).toEqual([0]);
    expect(await given(opening)).toEqual([]);
  });

  test('is of the request that began it: the same entry with another key, or for another account, opens nothing', async () => {
    const opening = await listOf(5);
    const key = Uint8Array.from(randomBytes(32));
    expect(await askRows({ ...opening, key }, women)).toBe(0);
    await askRows(opening, women);
    expect(await given({ ...opening, key })).toEqual([]);
    const other = (await makeViewer('commune_official', union.longHung)).accountId;
    expect(await given(opening, db, other)).toEqual([]);
    const again = await listOf(1);
    await askRows(again, women);
    expect(await given(again)).toEqual([0]);
  });

  test('begins with its entry alone: one that stands in the trail already takes no key', async () => {
    const { id } = await db.auditEntry.create({
      data: { actorId: official, verb: 'exported', action: 'exportPeople', subjectType: 'list', change: { rows: 5 } },
      select: { id: true },
    });
    const key = Uint8Array.from(randomBytes(32));
    await db.$executeRaw`SELECT app.begin_openings(${[id]}::uuid[], sha256(${key}::bytea), ${[null]}::uuid[])`;
    expect(await askRows({ entryId: id, key }, women)).toBe(0);
  });

  test('opens nothing in a transaction that has written, and one that is taken back gives the same row again, no other', async () => {
    const opening = await look(1);
    const written = transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_current_xact_id()::text`;
      expect(await given(opening, tx)).toEqual([]);
      throw new Error('taken back');
    });
    await expect(written).rejects.toThrow('taken back');
    const list = await listOf(2);
    await askRows(list, women.slice(0, 2));
    for (const _ of [1, 2]) {
      const back = transaction(async (tx) => {
        expect(await given(list, tx)).toEqual([0, 1]);
        throw new Error('taken back');
      });
      await expect(back).rejects.toThrow('taken back');
    }
    expect(await askRows(list, women.slice(2))).toBe(0);
  });

  test('of two hours ago is swept away when another begins', async () => {
    const old = await look(2);
    await ownerReads(`UPDATE app.opening SET begun_at = now() - interval '3 hours' WHERE entry_id = $1`, [old.entryId]);
    await look(3);
    const left = await ownerReads('SELECT 1 FROM app.opening WHERE entry_id = $1', [old.entryId]);
    expect(left).toEqual([]);
  });
});

describe('a number that another record takes', () => {
  const [survivor, absorbed] = [0, 1];
  const take = (by: string, from = women[absorbed]) =>
    transaction(async (tx) => {
      const draft = {
        verb: 'changed',
        action: 'takePhone',
        subjectType: 'person',
        subjectId: women[survivor] ?? '',
      } as const;
      const { entryId } = await beginOpening(tx, { accountId: by }, { ...draft, change: { from } });
      await tx.$executeRaw`SELECT app.take_phone(${entryId}::uuid, ${women[survivor]}::uuid, ${women[absorbed]}::uuid)`;
    });

  test('is taken for an entry of the same transaction, that names both, by who keeps both', async () => {
    const neighbour = (await makeViewer('commune_official', union.trangDai)).accountId;
    const head = (await makeViewer('sub_association_head', union.khuPho5)).accountId;
    for (const by of [neighbour, head]) await expect(take(by)).rejects.toThrow(/no entry/);
    await expect(take(official, women[2])).rejects.toThrow(/no entry/);
    const { entryId } = await openingOf(official, 'takePhone', {
      subjectId: women[survivor] ?? '',
      change: { from: women[absorbed] },
    });
    const later = db.$executeRaw`SELECT app.take_phone(${entryId}::uuid, ${women[survivor]}::uuid, ${women[absorbed]}::uuid)`;
    await expect(later).rejects.toThrow(/no entry/);
    await take(official);
    const [row] = await ownerReads<{ phone: string }>('SELECT phone FROM app.number WHERE row_id = $1', [
      women[survivor],
    ]);
    expect(row?.phone).toBe('+84912345601');
  });
});
