import { beforeAll, expect, test } from 'vitest';
import { addDays, type Day, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { keepValues } from '@/prisma/kept/kept-values';
import { createMember } from '@/test/factories/people';
import { makeAttended, makeOutcomeStage, type OutcomeStage } from '@/test/stages/outcomes';
import { makeViewer, type TestUnion } from '@/test/union';
import type { IndicatorCode } from './indicator';
import { findIndicator, listIndicators } from './queries';
import { listTopics } from './topic-queries';

let stage: OutcomeStage;
let union: TestUnion;

beforeAll(async () => {
  stage = await makeOutcomeStage();
  union = stage.union;
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

test('who was at a class meanwhile is counted a minute later in the courses of the city today, and at once in her commune', async () => {
  const official = await makeViewer('province_official', union.province);
  const people = async (place: 'province' | 'commune', locale: Locale = 'vi') => {
    const unit = { ...(place === 'province' ? union.province : union.longHung), level: place };
    const topics = await listTopics({ ...official, locale }, { unit, day: today() });
    return topics?.find(({ kind }) => kind === 'course')?.people ?? 0;
  };
  await makeAttended(stage, { held: true, marks: ['present', 'absent'] });
  expect([await people('province'), await people('commune')]).toEqual([1, 1]);
  await makeAttended(stage, { held: true, marks: ['late'] });
  // in another language it is another list
  expect([await people('province'), await people('commune'), await people('province', 'en')]).toEqual([1, 2, 2]);
});

test('what is kept of the city is told to nobody who may not see it', async () => {
  const neighbour = await makeViewer('commune_official', union.longHung);
  const asked = { code: 'members', unitId: union.province.id, day: today(), trend: [] } as const;
  expect(await findIndicator(neighbour, asked)).toBeNull();
  expect((await listIndicators(neighbour, { ...asked, codes: ['members'] })).size).toBe(0);
});
