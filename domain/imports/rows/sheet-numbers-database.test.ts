import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { ownerReads } from '@/test/owner';
import { confirmed, previewed, sheet, uploaded } from '@/test/stages/imports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let official: Viewer;
let batchId: string;
const NUMBERS = /907000(557|558|559)/;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  ({ id: batchId } = await previewed(
    official,
    union.khuPho5,
    'Lò Thị Tờ;1971;0907000557;;;;;',
    ';1971;0907 000 558;;;;;',
    'Lò Thị Lạc;1971;;0907000559;0907000559;0907000559;0907000559;',
  ));
});

const kept = async () =>
  (
    await ownerReads<{ written: string }>('SELECT written FROM app.sheet_number WHERE batch_id = $1 ORDER BY 1', [
      batchId,
    ])
  ).map(({ written }) => written.replace(/\D/g, ''));
const rowsAsText = async () =>
  (await db.$queryRaw<{ row: string }[]>`SELECT r::text AS row FROM import_row r WHERE batch_id = ${batchId}::uuid`)
    .map(({ row }) => row.replace(/[\s.]/g, ''))
    .join('\n');
const given = async ({ accountId }: Viewer) =>
  (
    await db.$queryRaw<unknown[]>`
      SELECT FROM app.sheet_numbers_of(${accountId}::uuid, ${batchId}::uuid, ARRAY (SELECT row_no FROM import_row WHERE batch_id = ${batchId}::uuid))`
  ).length;
const inPhase = (phase: string) =>
  db.importBatch.update({ where: { id: batchId }, data: { phase, doneRowNo: 0 }, select: { id: true } });

test('no row of a sheet holds a whole number: not its cells, not what it will write, not the words for what could not be read', async () => {
  expect(await rowsAsText()).not.toMatch(NUMBERS);
  expect(await rowsAsText()).toContain('•••557');
  expect(new Set(await kept())).toEqual(new Set(['0907000557', '0907000558', '0907000559']));
});

test('they are handed out for the work on it alone, to who reaches what it may touch', async () => {
  expect(await given(official)).toBe(0);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const others = [neighbour, await makeViewer('viewer', union.longHung), await makeViewer('trainer', union.longHung)];
  await inPhase('checking');
  expect(await given(official)).toBeGreaterThan(2);
  for (const other of others) expect(await given(other)).toBe(0);
  await inPhase('checked');
});

test('what is carried out has the number, and the rows still have none; with their contents the numbers go', async () => {
  await confirmed(official, batchId);
  const [she] = await db.person.findMany({
    where: { fullName: 'Lò Thị Tờ' },
    select: { id: true, phone: true },
    take: 2,
  });
  expect(she?.phone).toBe('09•• ••• 557');
  const [number] = await ownerReads<{ phone: string }>('SELECT phone FROM app.number WHERE row_id = $1', [she?.id]);
  expect(number?.phone).toBe('+84907000557');
  expect(await rowsAsText()).not.toMatch(NUMBERS);
  await db.importBatch.update({
    where: { id: batchId },
    data: { purgeOn: toDate(addDays(today(), 0)) },
    select: { id: true },
  });
  await uploaded(official, union.khuPho5, sheet('Lò Thị Sau;1980;;;;;;'));
  expect(await kept()).toEqual([]);
});
