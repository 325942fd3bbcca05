import { z } from 'zod';
import { withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, type Day, dayInput, daysBetween, today } from '@/domain/day';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/text';
import type { Host } from '@/domain/units/host';

/** So many a woman can guide at once and still sit beside each of them. */
export const LEARNERS_MAX = 10;

export const pairUpInput = z.object({
  unitId: idInput,
  instructorId: idInput,
  learnerId: idInput,
  from: dayInput,
  modelId: optional(idInput),
});
export type PairUpInput = z.output<typeof pairUpInput>;

export const tieInput = z.object({
  pairId: idInput,
  version: z.coerce.number().int().positive(),
  modelId: idInput,
  from: dayInput,
});
export type TieInput = z.output<typeof tieInput>;

export const endPairInput = z.object({
  pairId: idInput,
  version: z.coerce.number().int().positive(),
  day: dayInput,
  reason: prose(3, 300),
  outcome: optional(prose(1, 1000)),
});
export type EndPairInput = z.output<typeof endPairInput>;

/** One instructor and one learner, as lists show them. A name is null after its erasure. */
export type PairRow = {
  id: string;
  instructor: { id: string; name: string | null };
  learner: { id: string; name: string | null };
  host: Host | null;
  from: Day;
  /** first day on which it no longer holds */
  to: Day | null;
  state: 'announced' | 'live' | 'ended';
  /** a pair whose instructor left the union goes on in the record, but counts no more */
  instructorLeft: boolean;
  endReason: string | null;
  outcome: string | null;
  families: { modelId: string; name: string; since: Day }[];
  demo: boolean;
  version: number;
  may: { tie: boolean; end: boolean };
};

export const laterOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? b : a);
export const earlierOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? a : b);

export const pairState = ({ from, to }: { from: Day; to: Day | null }, day: Day): PairRow['state'] =>
  to !== null && to <= day ? 'ended' : from > day ? 'announced' : 'live';

/**
 * Pairs that the viewer reaches, as a Prisma filter: the unit they count for today lies within her reach; where they
 * count for none today, one they counted for.
 */
export const pairsWithin = (viewer: Viewer, permission: Permission) => {
  const unit = withinReach(viewer, permission);
  return {
    OR: [
      { pairHosts: { some: { ...activeOn(today()), unit } } },
      { pairHosts: { some: { unit }, none: activeOn(today()) } },
    ],
  };
};
