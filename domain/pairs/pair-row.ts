import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { toHost } from '@/domain/units/host';
import { toUnit, unitSelect } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import { type PairRow, pairState } from './pair';

const FAMILIES_MAX = 10;

/** The columns of a `PairRow`. */
export const pairSelect = () => ({
  id: true,
  validFrom: true,
  validTo: true,
  endReason: true,
  endNote: true,
  outcome: true,
  demo: true,
  version: true,
  instructor: {
    select: {
      id: true,
      fullName: true,
      memberships: { where: activeOn(today()), select: { id: true }, take: 1 },
    },
  },
  learner: { select: { id: true, fullName: true } },
  pairHosts: {
    where: { validFrom: { lte: toDate(today()) } },
    // of two from the same day on the one that lasts, as app.pair_place has it
    orderBy: [{ validFrom: 'desc' as const }, { validTo: { sort: 'desc' as const, nulls: 'first' as const } }],
    select: { unit: { select: unitSelect() } },
    take: 1,
  },
  pairTies: {
    where: { OR: [{ validTo: null }, { validTo: { gt: toDate(today()) } }] },
    orderBy: [{ validFrom: 'asc' as const }, { id: 'asc' as const }],
    select: { modelId: true, validFrom: true, model: { select: { name: true } } },
    take: FAMILIES_MAX,
  },
});

export type SelectedPair = Prisma.PairGetPayload<{ select: ReturnType<typeof pairSelect> }>;

/** `names` hold the names of the units above the host by id, `quiet` since when pairs that went quiet have been so. */
export function toPairRow(
  viewer: Viewer,
  row: SelectedPair,
  names: ReadonlyMap<string, string>,
  quiet: ReadonlyMap<string, Day>,
): PairRow {
  const { instructor, learner, pairHosts, pairTies, validFrom, validTo, ...rest } = row;
  const host = pairHosts[0] ? toHost(toUnit(pairHosts[0].unit), names) : null;
  const days = { from: fromDate(validFrom), to: validTo && fromDate(validTo) };
  const path = host?.path ?? '';
  return {
    ...rest,
    ...days,
    state: pairState(days, today()),
    instructor: { id: instructor.id, name: instructor.fullName },
    learner: { id: learner.id, name: learner.fullName },
    quietSince: quiet.get(row.id) ?? null,
    instructorLeft: instructor.memberships.length === 0,
    host,
    families: pairTies.map(({ modelId, validFrom: since, model }) => ({
      modelId,
      name: model.name,
      since: fromDate(since),
    })),
    may: {
      tie: may(viewer, 'pairs.pair-up', path),
      end: may(viewer, 'pairs.end', path),
      guide: may(viewer, 'pairs.guide', path),
    },
  };
}
