import { beforeAll, describe, expect, it } from 'vitest';
import { type Day, toDate } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import type { MadeUnit } from '@/test/factories/units';
import { createCommune, createSubAssociation, keepRecords } from '@/test/factories/units';
import { newId, write } from '@/test/factories/write';
import { EDGE_DAYS, type Edge, edgeTotal, edgeUnits, makeCoverageEdges } from '@/test/stages/coverage/edges';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { coverageLevels } from './coverage';
import { listGaps } from './gap-queries';
import { findPublishedCoverage } from './queries';

let union: TestUnion;
let commune: MadeUnit;
let units: MadeUnit[];

beforeAll(async () => {
  union = await makeUnion();
  commune = await createCommune(db, union.province, { name: 'Đắk Lua' });
  units = await makeCoverageEdges(db, commune);
});

/** By the records themselves or by what is kept of them. */
async function edgesBy(source: 'coverage_units' | 'coverage_units_from_source', day: string) {
  const rows = await db.$queryRawUnsafe<{ id: string; has_family: boolean; has_pair: boolean; covered: boolean }[]>(
    `SELECT unit_id::text AS id, has_family, has_pair, covered FROM app.${source}('${day}')`,
  );
  return units.map(({ id }): Edge => {
    const row = rows.find((each) => each.id === id);
    if (!row) return 'absent';
    if (row.covered) return 'covered';
    if (row.has_family) return row.has_pair ? 'bothUntied' : 'familyOnly';
    return row.has_pair ? 'pairOnly' : 'nothing';
  });
}

describe.each([0, 1] as const)('twelve units around the edges, on the %s. of two days', (at) => {
  const day = EDGE_DAYS[at];
  it('each has what is said of it, in the records and in what is kept of them', async () => {
    const said = edgeUnits.map(({ on }) => on[at]);
    expect(await edgesBy('coverage_units_from_source', day)).toEqual(said);
    expect(await edgesBy('coverage_units', day)).toEqual(said);
  });

  it('the commune has what they come to, each level for itself', async () => {
    const rows = await findPublishedCoverage(commune.id, day);
    for (const level of coverageLevels)
      expect(rows.find((row) => row.level === level)).toMatchObject({ state: 'some', ...edgeTotal(level, at) });
  });

  it('those that are there and not covered are listed with what they lack', async () => {
    const lacks: Partial<Record<Edge, string[]>> = {
      nothing: ['family', 'pair'],
      familyOnly: ['pair'],
      pairOnly: ['family'],
      bothUntied: ['tie'],
    };
    const said = edgeUnits.flatMap(({ name, on }) => (lacks[on[at]] ? [[name, lacks[on[at]]]] : []));
    const gaps = await listGaps(await makeViewer('commune_official', commune), commune.id, day);
    expect(new Map(gaps?.map(({ name, missing }) => [name, missing]))).toEqual(new Map(said as [string, string[]][]));
  });
});

/** The edges themselves: what a unit has on the last day before one, and on the day itself. */
const turns: Record<string, readonly [day: string, edge: Edge][]> = {
  'Chi hội gắn sau': [
    ['2026-05-31', 'bothUntied'],
    ['2026-06-01', 'covered'],
  ],
  'Tổ có gia đình tới hết tháng 3': [
    ['2026-03-31', 'covered'],
    ['2026-04-01', 'pairOnly'],
  ],
  'Tổ mở ngày 15': [
    ['2026-04-14', 'absent'],
    ['2026-04-15', 'nothing'],
  ],
  'Tổ có người hướng dẫn rời Hội': [
    ['2026-04-30', 'covered'],
    ['2026-05-01', 'familyOnly'],
  ],
  'Tổ có gia đình tạm dừng': [
    ['2026-04-30', 'covered'],
    ['2026-05-01', 'pairOnly'],
  ],
  'Tổ giải thể cuối tháng 6': [
    ['2026-06-30', 'covered'],
    ['2026-07-01', 'absent'],
  ],
  'Tổ rút lại cặp ngay hôm ấy': [['2025-12-01', 'familyOnly']],
  'Tổ có cặp từ ngày ấy': [
    ['2026-09-29', 'familyOnly'],
    ['2026-09-30', 'covered'],
  ],
};

it.each(Object.entries(turns))('%s: the last day before the edge is not the day itself', async (name, days) => {
  const at = edgeUnits.findIndex((unit) => unit.name === name);
  for (const [day, edge] of days)
    for (const source of ['coverage_units_from_source', 'coverage_units'] as const)
      expect((await edgesBy(source, day))[at], `${day} by ${source}`).toBe(edge);
});

it('a pair that stands counts from the day on which it is tied, until the last day of the tie', async () => {
  const unit = await createSubAssociation(db, union.longHung, { name: 'Chi hội gắn rồi thôi' });
  const family = await createModel(db, unit);
  const pair = await createPair(db, unit, await createMember(db, unit), await createMember(db, unit));
  const tie = { pair_id: pair.id, model_id: family.id, valid_from: '2026-06-01', valid_to: '2026-08-01' };
  await write(db, [['pair_tie', { id: newId(), ...tie }]]);
  const days: Day[] = ['2026-05-31', '2026-06-01', '2026-07-31', '2026-08-01'];
  expect(await tiesOf(unit, days)).toEqual(['untied', 'tied', 'tied', 'untied']);
});

it('a tie counts while one unit hosts both, and for neither unit while the pair is elsewhere', async () => {
  const [unit, other] = [
    await createSubAssociation(db, union.longHung, { name: 'Chi hội có gia đình' }),
    await createSubAssociation(db, union.longHung, { name: 'Chi hội có cặp' }),
  ];
  const family = await createModel(db, unit);
  const women = [await createMember(db, unit), await createMember(db, unit)] as const;
  const pair = await createPair(db, unit, ...women, { tiedTo: family });
  const hosts = { pairId: pair.id, unitId: unit.id };
  await db.pairHost.updateMany({ where: hosts, data: { validTo: toDate('2026-06-01') } });
  for (const [at, from, to] of [
    [other, '2026-06-01', '2026-08-01'],
    [unit, '2026-08-01', undefined],
  ] as const)
    await write(db, [['pair_host', { id: newId(), pair_id: pair.id, unit_id: at.id, valid_from: from, valid_to: to }]]);
  const days: Day[] = ['2026-05-31', '2026-06-01', '2026-07-31', '2026-08-01'];
  expect(await tiesOf(unit, days)).toEqual(['tied', 'none', 'none', 'tied']);
  expect(await tiesOf(other, days)).toEqual(['none', 'untied', 'untied', 'none']);
});

/** Whether a unit has a pair on some days, tied or not: by the records and by what is kept of them, which must agree. */
async function tiesOf({ id }: MadeUnit, days: readonly Day[]): Promise<string[]> {
  const ties: string[] = [];
  for (const day of days) {
    const told = new Set<string>();
    for (const source of ['coverage_units_from_source', 'coverage_units']) {
      const [row] = await db.$queryRawUnsafe<{ has_pair: boolean; tied: boolean }[]>(
        `SELECT has_pair, tied FROM app.${source}('${day}') WHERE unit_id = '${id}'`,
      );
      told.add(row?.has_pair ? (row.tied ? 'tied' : 'untied') : 'none');
    }
    ties.push([...told].join(' or '));
  }
  return ties;
}

it('a group that opens on the 15th is one more in its commune on the 15th, and not before', async () => {
  const groupsOn = async (day: Day) =>
    (await findPublishedCoverage(commune.id, day)).find(({ level }) => level === 'group')?.units;
  expect([await groupsOn('2026-04-01'), await groupsOn('2026-04-14'), await groupsOn('2026-04-15')]).toEqual([7, 7, 8]);
});

it('by hand: four of seven groups on the first day, one of seven on the second; one and two of four sub-associations', async () => {
  const shares = await Promise.all(EDGE_DAYS.map((day) => findPublishedCoverage(commune.id, day)));
  const told = shares.flatMap((rows) =>
    coverageLevels.map((level) => rows.find((row) => row.level === level)?.percent),
  );
  expect(told).toEqual([25, 57.1, 50, 14.3]);
});

it('a commune without groups that reports from May on is silent before, and then has its sub-associations alone', async () => {
  const young = await createCommune(db, union.province, { name: 'Bù Gia Mập' });
  const hamlet = await createSubAssociation(db, young);
  const family = await createModel(db, hamlet);
  await createPair(db, hamlet, await createMember(db, hamlet), await createMember(db, hamlet), { tiedTo: family });
  await keepRecords(db, young, '2026-05-01');
  const told = await Promise.all(EDGE_DAYS.map((day) => findPublishedCoverage(young.id, day)));
  const states = told.map((rows) => coverageLevels.map((level) => rows.find((row) => row.level === level)));
  expect(states.map((day) => day.map((row) => [row?.state, row?.percent]))).toEqual([
    [
      ['not_reported', null],
      ['no_units', null],
    ],
    [
      ['some', 100],
      ['no_units', null],
    ],
  ]);
});
