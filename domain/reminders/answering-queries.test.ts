import { expect, test } from 'vitest';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createMember, createOffice } from '@/test/factories/people';
import { makeUnion, makeViewer } from '@/test/union';
import { answeringFor } from './answering';
import { listAnswering } from './answering-queries';

const union = await makeUnion();
const official = await makeViewer('commune_official', union.longHung);

test('heads and deputies answer for a unit, heads first, then whoever has the right there; each once, within reach', async () => {
  const [first, deputy] = [await createMember(db, union.khuPho5), await createMember(db, union.khuPho5)];
  await createOffice(db, union.khuPho5, deputy, 'sub_association_deputy');
  await createOffice(db, union.khuPho5, first, 'sub_association_head', { from: today() });
  await createOffice(db, union.khuPho5, deputy, 'chair');
  const former = await createMember(db, union.khuPho5);
  await createOffice(db, union.khuPho5, former, 'sub_association_head', { to: today() });
  const account = await createAccountWithRole(db, 'sub_association_head', [union.khuPho5], { person: deputy });
  const other = await createAccountWithRole(db, 'sub_association_head', [union.khuPho5]);
  await createAccountWithRole(db, 'viewer', [union.khuPho5]);
  const ids = [union.khuPho5.id, union.ongHuong.id, 'x'];
  const found = await listAnswering(official, ids);
  expect(found.map(({ personId, accountId }) => [personId, accountId])).toEqual([
    [first.id, null],
    [deputy.id, account.id],
    [null, other.id],
  ]);
  expect(answeringFor(found, [union.to1.id, union.khuPho5.id])).toEqual(found);
  expect(await listAnswering(await makeViewer('commune_official', union.trangDai), ids)).toEqual([]);
  expect(await listAnswering(await makeViewer('editor', union.longHung), ids)).toEqual([]);
});
