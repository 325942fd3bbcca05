import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import type { MadeUnit } from '@/test/factories/units';
import { createCommune, createSubAssociation, keepRecords } from '@/test/factories/units';
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
