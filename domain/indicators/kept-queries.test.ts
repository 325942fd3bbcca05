import { beforeAll, expect, test } from 'vitest';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { keepValues } from '@/prisma/kept-values';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { IndicatorCode } from './indicator';
import { findIndicator, listIndicators } from './queries';

let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
  await createMember(db, union.khuPho5);
  keepValues();
});

test('who joins meanwhile is counted a minute later among all women of the city today, and at once on another day and in her commune', async () => {
  const province = await makeViewer('province_official', union.province);
  const counted = async (unitId: string, day: Day) =>
    (await findIndicator(province, { code: 'members', unitId, day, trend: [] }))?.figure.done ?? null;
  const listed = async (unitId: string) => {
    const codes: IndicatorCode[] = ['members', 'coverage_group'];
    return (await listIndicators(province, { codes, unitId, day: today() })).get('members')?.done ?? null;
  };
  const all = async () => ({
    city: [await counted(union.province.id, today()), await listed(union.province.id)],
    yesterday: await counted(union.province.id, addDays(today(), -1)),
    commune: [await counted(union.longHung.id, today()), await listed(union.longHung.id)],
  });
  expect(await all()).toEqual({ city: [1, 1], yesterday: 1, commune: [1, 1] });
  await createMember(db, union.khuPho5);
  expect(await all()).toEqual({ city: [1, 1], yesterday: 2, commune: [2, 2] });
});

test('what is kept of the city is told to nobody who may not see it', async () => {
  const neighbour = await makeViewer('commune_official', union.longHung);
  const asked = { code: 'members', unitId: union.province.id, day: today(), trend: [] } as const;
  expect(await findIndicator(neighbour, asked)).toBeNull();
  expect((await listIndicators(neighbour, { ...asked, codes: ['members'] })).size).toBe(0);
});
