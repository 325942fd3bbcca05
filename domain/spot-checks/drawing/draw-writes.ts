import { neighboursOf } from '@/domain/units/neighbour';
import type { Transaction } from '@/prisma/transaction';
import { drawFrom } from './draw';
import { allotted, type Listed, strataOf } from './stratum';
import { assignVisitors, type Official } from './visitors';

type Round = { id: string; seed: string; percent: number };

/** Writes the list of a round by strata, and a check for each unit that its seed draws; answers with how many. */
export async function drawRound(
  tx: Transaction,
  { id: roundId, seed, percent }: Round,
  covered: readonly Listed[],
  officials: readonly Official[],
): Promise<number> {
  const strata = strataOf(covered);
  const sizes = allotted(
    strata.map(({ name, units }) => ({ name, size: units.length })),
    percent,
  );
  await tx.spotRound.update({ where: { id: roundId }, data: { drawnAt: new Date() }, select: { id: true } });
  const rows = await tx.spotStratum.createManyAndReturn({
    data: strata.map(({ name, units }) => ({ roundId, name, unitIds: units.map(({ unitId }) => unitId).sort() })),
    select: { id: true, name: true, unitIds: true },
  });
  const drawn = rows.flatMap(({ id: stratumId, name, unitIds }) =>
    drawFrom(seed, unitIds, sizes.find((each) => each.name === name)?.drawn ?? 0).map((unitId) => ({
      stratumId,
      unitId,
    })),
  );
  const placeOf = new Map(covered.map((unit) => [unit.unitId, unit]));
  const visitors = assignVisitors(
    drawn.flatMap(({ unitId }) => placeOf.get(unitId) ?? []),
    officials,
    neighboursOf,
  );
  await tx.spotCheck.createMany({
    data: drawn.map((check) => ({ roundId, ...check, visitorId: visitors.get(check.unitId) ?? null })),
  });
  return drawn.length;
}
