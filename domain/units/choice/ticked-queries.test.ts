import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { makeStaff, makeUnion, nothing } from '@/test/union';
import { listTicked } from './ticked-queries';

const union = await makeUnion();
const { official, neighbour, reader } = await makeStaff(union);
const closed = await createSubAssociation(db, union.longHung, { name: 'Khu phố cũ', to: '2026-01-01' });
const ids = [union.to1.id, union.khuPho6.id, union.ongHuong.id, union.longHung.id, closed.id, nothing, 'no id'];
const ticked = async (who: typeof official) =>
  (await listTicked(who, 'trainings.propose', union.longHung.id, ids))
    .map(({ name, subAssociation }) => [name, subAssociation])
    .sort();

test('open sub-associations and groups of the commune are told to who may plan there', async () => {
  expect(await ticked(official)).toEqual([
    ['Khu phố 6', 'Khu phố 6'],
    ['Tổ 1', 'Khu phố 5'],
  ]);
});

test('to the official of the neighbour commune and to a viewer nothing is', async () => {
  expect(await ticked(neighbour)).toEqual([]);
  expect(await ticked(reader)).toEqual([]);
});
