import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { commitmentOf, makeSeed } from '@/domain/spot-checks/drawing/draw';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createSubAssociation, keepRecords, type MadeUnit } from '@/test/factories/units';
import type { TestUnit } from '@/test/union';

/** A unit with an active family and a pair tied to it. */
export async function cover(unit: MadeUnit, from: Day = addDays(today(), -60)): Promise<void> {
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  const family = await createModel(db, unit, { from });
  await createPair(db, unit, instructor, learner, { from, tiedTo: family });
}

/** A commune that reports, with so many covered sub-associations. */
export async function makeCovered(province: TestUnit, options: { code?: string; name: string }, count: number) {
  const commune = await createCommune(db, province, options);
  await keepRecords(db, commune);
  for (let at = 1; at <= count; at++) await cover(await createSubAssociation(db, commune, { name: `Ấp ${at}` }));
  return commune;
}

type Made = {
  unit: TestUnit;
  visitorId?: string | null;
  closed?: boolean;
  result?: 'held' | 'differs';
  /** the first day on which it is too late, in so many days */
  endsIn?: number;
};

/** One unit drawn in a round of its own that is open, or closed; any other that is under way is closed before. */
export async function makeSpotCheck({ unit, visitorId = null, closed = false, result, endsIn = 10 }: Made) {
  const now = new Date();
  await db.spotRound.updateMany({
    where: { closedAt: null, withdrawnAt: null, drawnAt: { not: null } },
    data: { closedAt: now },
  });
  await db.spotRound.updateMany({ where: { closedAt: null, withdrawnAt: null }, data: { withdrawnAt: now } });
  const seed = makeSeed();
  const round = await db.spotRound.create({
    data: {
      countedOn: toDate(addDays(today(), -3)),
      reading: 'tied',
      percent: 3,
      endsOn: toDate(addDays(today(), endsIn)),
      seed,
      commitment: commitmentOf(seed),
      drawnAt: now,
    },
    select: { id: true },
  });
  const stratum = await db.spotStratum.create({
    data: { roundId: round.id, name: 'ward small sub_association plain', unitIds: [unit.id] },
    select: { id: true },
  });
  const check = await db.spotCheck.create({
    data: {
      roundId: round.id,
      stratumId: stratum.id,
      unitId: unit.id,
      visitorId,
      ...(result && {
        result,
        parts: result === 'differs' ? ['family'] : [],
        seenOn: toDate(today()),
        answeredAt: now,
      }),
    },
    select: { id: true, version: true },
  });
  if (closed) await db.spotRound.update({ where: { id: round.id }, data: { closedAt: now }, select: { id: true } });
  return { roundId: round.id, ...check };
}
