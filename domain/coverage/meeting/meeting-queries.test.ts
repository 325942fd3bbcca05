import { afterEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { makeUnion, makeViewer } from '@/test/union';
import { listPublishedCommunesOf } from '../moved-queries';
import { findMeetingFacts } from './meeting-queries';

const union = await makeUnion();
afterEach(keepNothing);

const month = { day: '2026-06-30', earlier: '2026-05-31' } as const;

test('pairs are counted on both days, units that were founded or closed between them are named, within reach', async () => {
  const closed = await createGroup(db, union.khuPho5, { name: 'Tổ cũ', from: '2026-01-01', to: '2026-06-11' });
  const opened = await createSubAssociation(db, union.longHung, { name: 'Khu phố mới', from: '2026-06-01' });
  await createGroup(db, union.khuPho6, { name: 'Tổ sau', from: '2026-07-01' });
  await createSubAssociation(db, union.trangDai, { name: 'Nơi khác', from: '2026-06-05' });
  for (const from of ['2026-05-20', '2026-06-20'])
    await createPair(db, union.khuPho5, await createMember(db, union.khuPho5), await createMember(db, union.khuPho5), {
      from,
    });
  const official = await makeViewer('commune_official', union.longHung);
  const found = await findMeetingFacts(official, month);
  expect(found).toMatchObject({ pairs: 2, pairsBefore: 1, unitCount: 2 });
  expect(found.units).toEqual(
    expect.arrayContaining([
      { unitId: closed.id, level: 'group', way: 'closed', name: 'Tổ cũ', communeName: 'Long Hưng' },
      { unitId: opened.id, level: 'sub_association', way: 'opened', name: 'Khu phố mới', communeName: 'Long Hưng' },
    ]),
  );
  const province = await makeViewer('province_official', union.province);
  expect(await findMeetingFacts(province, month)).toMatchObject({ pairs: 2, pairsBefore: 1, unitCount: 3 });
  expect(await findMeetingFacts(await makeViewer('trainer', union.longHung), month)).toMatchObject({ unitCount: 0 });
  // her commune's pairs are beyond the reach of a head, as everywhere else
  const head = await makeViewer('sub_association_head', union.khuPho5);
  expect(await findMeetingFacts(head, month)).toMatchObject({ pairs: null, pairsBefore: null });
});

test('where values are kept, running pairs of the whole city are counted anew once a figure changed, and those of a commune each time', async () => {
  keepValues();
  const province = await makeViewer('province_official', union.province);
  const official = await makeViewer('commune_official', union.longHung);
  const pairsFor = async (viewer: typeof province) => (await findMeetingFacts(viewer, month)).pairs ?? 0;
  const [whole, own] = [await pairsFor(province), await pairsFor(official)];
  const two = [await createMember(db, union.khuPho6), await createMember(db, union.khuPho6)] as const;
  const { id } = await createPair(db, union.khuPho6, ...two, { from: '2026-06-01' });
  expect([await pairsFor(province), await pairsFor(official)]).toEqual([whole, own + 1]);
  // every deed that makes, ends or moves a pair drops the city where one of its communes moved
  const moved = await listPublishedCommunesOf({ pairId: id });
  expect(moved).toEqual([union.longHung.id]);
  dropValues(moved.length === 0 ? [] : ['figures:province']);
  expect(await pairsFor(province)).toBe(whole + 1);
  expect(await findMeetingFacts(province, { day: '2026-05-31', earlier: '2026-04-30' })).toMatchObject({ pairs: 1 });
});
