import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { placesOf } from '@/domain/overview/place';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createOffice } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { listAskedElsewhere } from './elsewhere-queries';
import { remind } from './remind-commands';

let union: TestUnion;
let official: Viewer;
/** of two sub-associations of one ward */
let head: Viewer;
const LAST = addDays(today(), 5);

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  const person = await createMember(db, union.khuPho5, { name: 'Hồ Thị Kim Thoa' });
  const places = [union.khuPho5, union.khuPho6];
  for (const place of places) await createOffice(db, place, person, 'sub_association_head');
  const account = await createAccountWithRole(db, 'sub_association_head', places, { person });
  const grants = places.map(({ id, path }) => ({ role: 'sub_association_head' as const, unitId: id, path }));
  head = { accountId: account.id, personId: person.id, displayName: account.displayName, locale: 'vi', grants };
});

const ask = (units: { id: string }[], lastDay = LAST) =>
  remind(official, { askingId: randomUUID(), unitIds: units.map(({ id }) => id), lastDay });
const elsewhere = (viewer: Viewer, here: TestUnit | null) => {
  const places = placesOf(viewer).map(({ unitId, path }) => ({ id: unitId, path }));
  return listAskedElsewhere(viewer, { places, here });
};

test('what she is reminded of at one place is seen at her others, and not twice at its own', async () => {
  expect(await ask([union.khuPho5, union.to1])).toMatchObject({ ok: true });
  expect(await elsewhere(head, union.khuPho6)).toEqual([{ placeId: union.khuPho5.id, units: 2, lastDay: LAST }]);
  expect(await elsewhere(head, union.khuPho5)).toEqual([]);
  expect(await elsewhere(official, union.longHung)).toEqual([]);
});

test('it is gone there too when it is mended', async () => {
  await ask([union.khuPho6]);
  expect(await elsewhere(head, union.khuPho5)).toMatchObject([{ placeId: union.khuPho6.id, units: 1 }]);
  const [guide, learner] = [await createMember(db, union.khuPho6), await createMember(db, union.khuPho6)];
  await createPair(db, union.khuPho6, guide, learner, { tiedTo: await createModel(db, union.khuPho6) });
  expect(await elsewhere(head, union.khuPho5)).toEqual([]);
});
