import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { agreeAsSecond } from '@/domain/agreements/agreement-commands';
import { listWaitingForSecond } from '@/domain/second-pairs/request-queries';
import { db, refusal } from '@/prisma/client';
import { confirmed, fresh, previewed, run } from '@/test/stages/imports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { undoImport } from './commands';

let union: TestUnion;
let official: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});

/** An import of so many members that was carried out; answers with its id and one of the names. */
async function imported(rows: number) {
  const names = Array.from({ length: rows }, fresh);
  const { id } = await previewed(official, union.khuPho5, ...names.map((name) => `${name};1980;;;;;;`));
  await confirmed(official, id);
  const stands = async () => (await db.person.count({ where: { fullName: { in: names } } })) === rows;
  expect(await stands()).toBe(true);
  return { id, stands };
}
const waiting = async () =>
  (await listWaitingForSecond(province)).find(({ action }) => action === 'undoImport') ?? expect.unreachable('none');
const batchOf = (id: string) => db.importBatch.findUniqueOrThrow({ where: { id } });

describe('taking back an import of more than fifty records', () => {
  test('is asked for by one, agreed to by another, and then begins; nothing moves before', async () => {
    const { id, stands } = await imported(51);
    expect(await undoImport(official, { batchId: id })).toEqual({ ok: true, value: { id, asked: true } });
    expect(await undoImport(official, { batchId: id })).toMatchObject({ problem: 'already-asked' });
    expect(await batchOf(id)).toMatchObject({ state: 'applied', undoneAt: null });
    const { id: requestId, count } = await waiting();
    expect(count).toBe(51);
    expect(await agreeAsSecond(official, { requestId })).toMatchObject({ problem: 'same-person' });
    expect(await stands()).toBe(true);
    expect(await agreeAsSecond(province, { requestId })).toMatchObject({ ok: true });
    await run(official, id);
    expect(await stands()).toBe(false);
    expect(await batchOf(id)).toMatchObject({ undoneById: official.accountId, undoRequestId: requestId });
    expect(await db.secondPair.findUnique({ where: { id: requestId } })).toMatchObject({ doneAt: expect.any(Date) });
  });

  test('is refused by the table without that word, and by the word for another import', async () => {
    const [one, other] = [await imported(51), await imported(51)];
    await undoImport(official, { batchId: other.id });
    const { id: requestId } = await waiting();
    const answer = { answer: 'agreed' as const, answeredById: province.accountId, answeredAt: new Date() };
    await db.secondPair.update({ where: { id: requestId }, data: answer, select: { id: true } });
    const undone = (undoRequestId: string | null) =>
      db.importBatch
        .update({
          where: { id: one.id },
          data: { phase: 'undoing', undoneAt: new Date(), undoneById: official.accountId, undoRequestId },
          select: { id: true },
        })
        .then(() => null, refusal);
    for (const request of [null, requestId]) expect(await undone(request)).toBe('second_pair_needed');
    expect(await one.stands()).toBe(true);
  });

  test('one of fifty takes back who may, alone', async () => {
    const { id, stands } = await imported(50);
    expect(await undoImport(official, { batchId: id })).toEqual({ ok: true, value: { id } });
    await run(official, id);
    expect(await stands()).toBe(false);
  });
});
