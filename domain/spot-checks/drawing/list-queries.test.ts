import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount, createAccountWithRole, grantRole } from '@/test/factories/accounts';
import { createModel } from '@/test/factories/digital-models';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { cover } from '@/test/stages/coverage/spot-checks';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listCovered, listOfficials } from './list-queries';

let union: TestUnion;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

describe('the list that is drawn from', () => {
  test('holds units that count on that day, in communes that report, and no other', async () => {
    await cover(union.khuPho5, addDays(today(), -30));
    await createModel(db, union.khuPho6);
    const silent = await createCommune(db, union.province, { name: 'Im' });
    await cover(await createSubAssociation(db, silent));
    const listed = await listCovered(province, today());
    expect(listed.map(({ unitId }) => unitId)).toEqual([union.khuPho5.id]);
    expect(listed[0]).toMatchObject({ ward: true, communeUnits: 3, level: 'sub_association' });
    expect(await listCovered(province, addDays(today(), -31))).toEqual([]);
    expect(await listCovered(await makeViewer('commune_official', union.longHung), today())).toEqual([]);
  });
});

describe('who can be sent', () => {
  const codesOf = async (accountId: string) => {
    const found = (await listOfficials(province)).find((each) => each.accountId === accountId);
    return found && [found.communes.length, found.ownCommunes.length];
  };

  test('is whoever is an official of a commune today and can sign in; every commune in which she has any role is her own', async () => {
    const both = await createAccountWithRole(db, 'commune_official', [union.trangDai]);
    await grantRole(db, both, 'trainer', union.khuPho5);
    expect(await codesOf(both.id)).toEqual([1, 2]);
    const head = await createAccountWithRole(db, 'sub_association_head', [union.khuPho5]);
    const former = await createAccountWithRole(db, 'commune_official', [union.longHung], { to: today() });
    const away = await createAccountWithRole(db, 'commune_official', [union.longHung]);
    await db.account.update({ where: { id: away.id }, data: { disabledAt: new Date() }, select: { id: true } });
    const nobody = await createAccount(db);
    for (const { id } of [head, former, away, nobody]) expect(await codesOf(id)).toBeUndefined();
    expect(await listOfficials(await makeViewer('commune_official', union.longHung))).toEqual([]);
  });
});
