import { z } from 'zod';
import { mayForProvince, withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, type Day, daysBetween, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { endingFields, hasEndedBy, type Stretch, saysWhen, whenNeeded } from '@/domain/days/ending';
import { idInput } from '@/domain/id';
import { line, optional, prose } from '@/domain/texts/text';
import type { Host } from '@/domain/units/host';
import { versionInput } from '@/domain/version';

/** So many a woman can guide at once and still sit beside each of them. */
export const LEARNERS_MAX = 10;

/** More than this nobody learns from one neighbour in a season. */
export const GOALS_MAX = 12;

export const pairUpInput = z.object({
  unitId: idInput,
  instructorId: idInput,
  learnerId: idInput,
  from: dayInput,
  modelId: optional(idInput),
  /** why it began before one of the two was a member */
  earlierReason: optional(line(3, 200)),
  /** skills she wants to learn, as the pair's first goals */
  goals: z.array(idInput).max(GOALS_MAX, 'too-many').optional(),
});
export type PairUpInput = z.output<typeof pairUpInput>;

export const tieInput = z.object({
  pairId: idInput,
  version: versionInput,
  modelId: idInput,
  from: dayInput,
});
export type TieInput = z.output<typeof tieInput>;

/** Why pairs end: a short list to tap. Records brought in from elsewhere may say it in their own words. */
export const endReasons = [
  'goals-reached',
  'no-time',
  'moved',
  'health',
  'instructor-left',
  'mistake',
  'other',
] as const;

/** The same, with what a record says by itself: one of the two has died. */
export const toldEndReasons = [...endReasons, 'died'] as const;

export const endPairInput = z
  .object({
    pairId: idInput,
    version: versionInput,
    ...endingFields,
    reason: z.enum(endReasons, 'required'),
    /** what else is said of it; needed where no reason of the list fits */
    note: optional(line(1, 300)),
    outcome: optional(prose(1, 1000)),
  })
  .refine(saysWhen, whenNeeded)
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { path: ['note'], message: 'required' });
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
  endNote: string | null;
  outcome: string | null;
  /** the last contact (the beginning where there was none), when that is a fortnight ago or more; see app.quiet_pairs */
  quietSince: Day | null;
  families: { modelId: string; name: string; since: Day }[];
  demo: boolean;
  version: number;
  may: { tie: boolean; end: boolean; guide: boolean };
};

/** The first day on which a pair will be tied to a family (to this one), where it is tied to none of them yet; else null. */
export function tieAhead({ families }: Pick<PairRow, 'families'>, day: Day, familyId?: string): Day | null {
  const days = families.filter(({ modelId }) => !familyId || modelId === familyId).map(({ since }) => since);
  return days.every((since) => since > day) ? (days.sort()[0] ?? null) : null;
}

/** Whether a pair runs and is tied to this family by now. */
export const isTiedTo = (
  { state, families }: Pick<PairRow, 'state' | 'families'>,
  familyId: string,
  day: Day,
): boolean => state === 'live' && families.some(({ modelId, since }) => modelId === familyId && since <= day);

export const laterOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? b : a);
export const earlierOf = (a: Day, b: Day): Day => (daysBetween(a, b) > 0 ? a : b);

/** One that was taken back before it began has ended, whenever it would have begun. */
export const pairState = (days: Stretch, day: Day): PairRow['state'] =>
  hasEndedBy(days, day) ? 'ended' : days.from > day ? 'announced' : 'live';

/**
 * Pairs that the viewer reaches, as a Prisma filter: the unit they count for today lies within her reach; where they
 * count for none today, one they counted for; reach first, as for models. In the province each passes.
 */
export const pairsWithin = (viewer: Viewer, permission: Permission) => {
  if (mayForProvince(viewer, permission)) return {};
  const unit = withinReach(viewer, permission);
  return {
    pairHosts: { some: { unit } },
    OR: [{ pairHosts: { some: { ...activeOn(today()), unit } } }, { pairHosts: { none: activeOn(today()) } }],
  };
};
