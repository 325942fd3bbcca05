import { z } from 'zod';
import { addDays, type Day, latestOf } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { optional, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

export const modelStatuses = ['planned', 'active', 'paused', 'ended'] as const;
export type ModelStatus = (typeof modelStatuses)[number];

/** A status and its days: from its first day up to, not including, `to`. Taken back on its first day when both are equal. */
export type StatusSpan = { id: string; status: ModelStatus; from: Day; to: Day | null };

export const statusInput = z.object({
  modelId: idInput,
  version: versionInput,
  status: z.enum(modelStatuses, 'required'),
  from: dayInput,
  reason: optional(prose(1, 500)),
});
export type StatusInput = z.output<typeof statusInput>;

/** What a model is while it does nothing: it comes after a last day of what was before. */
export const stops = ['paused', 'ended'] as const satisfies readonly ModelStatus[];
export const isStop = (status: ModelStatus) => stops.some((stop) => stop === status);

export const stopInput = z.object({
  modelId: idInput,
  version: versionInput,
  status: z.enum(stops, 'required'),
  lastDay: dayInput,
  reason: optional(prose(1, 500)),
});
export type StopInput = z.output<typeof stopInput>;

/** What stands in the place of a running status that was written down by mistake: it needs no day. */
export const takeBackInput = statusInput.omit({ from: true });
export type TakeBackInput = z.output<typeof takeBackInput>;

const steps: Record<ModelStatus, readonly ModelStatus[]> = {
  planned: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

/** Statuses that may follow another. An ended model stays ended; a new one is founded instead. */
const stepsFrom = (status: ModelStatus) => steps[status];

const isKept = (span: StatusSpan) => span.to === null || span.from < span.to;
export const inOrder = <Span extends StatusSpan>(line: readonly Span[]) =>
  line.filter(isKept).sort((a, b) => (a.from < b.from ? -1 : 1));

/**
 * The status line on a day, and the statuses announced for later. The first status stands even before its first day.
 */
export function standingOn<Span extends StatusSpan>(line: readonly Span[], day: Day) {
  const spans = inOrder(line);
  const announced = spans.slice(1).filter((span) => span.from > day);
  return { standing: spans.slice(0, spans.length - announced.length), announced };
}

/**
 * Which rows get a new end (emptied ones first, so that none ever overlaps), which one begins earlier, and the row that begins. `to` is
 * the first day that stays as it was.
 */
export type StatusPlan = {
  ends: { id: string; to: Day | null }[];
  earlier?: { id: string; from: Day };
  begins: { status: ModelStatus; from: Day; to: Day | null } | null;
  to: Day | null;
};

export type StatusProblem = 'before-current-status' | 'no-such-step' | 'same-status';

/**
 * The next status of a model from a day on: the running one ends that day or, on its own first day, is corrected. Announcements give
 * way; naming the running status takes them back. An earlier day: `planEarlier`.
 */
export function planStatus(
  line: readonly StatusSpan[],
  next: { status: ModelStatus; from: Day },
  now: Day,
): Result<StatusPlan, StatusProblem> {
  const { standing, announced } = standingOn(line, now);
  const current = standing.at(-1);
  const takenBack = announced.map(({ id, from }) => ({ id, to: from })).reverse();
  if (!current) return ok({ ends: takenBack, begins: { ...next, to: null }, to: null });
  if (next.from < current.from) return planEarlier(standing, next);

  if (next.status === current.status) {
    if (!announced.length) return problem('same-status', { status: current.status, day: current.from });
    return ok({ ends: [...takenBack, { id: current.id, to: null }], begins: null, to: null });
  }

  const corrects = next.from === current.from;
  if (!follows(corrects ? standing.at(-2) : current, next.status, corrects))
    return problem('no-such-step', { status: current.status, to: next.status, day: current.from });
  return ok({ ends: [...takenBack, { id: current.id, to: next.from }], begins: { ...next, to: null }, to: null });
}

/** Whether a status may come after another, or be the first one. A correction may leave the one before as it was. */
const follows = (before: StatusSpan | undefined, status: ModelStatus, corrects: boolean): boolean =>
  before
    ? stepsFrom(before.status).includes(status) || (corrects && before.status === status)
    : status === 'planned' || status === 'active';

/** A status that was not recorded in its time, before another one that was: it lasts until that, which begins earlier where it is the same. */
function planEarlier(
  standing: readonly StatusSpan[],
  next: { status: ModelStatus; from: Day },
): Result<StatusPlan, StatusProblem> {
  const at = standing.findLastIndex(({ from }) => from <= next.from);
  const [here, after] = [standing[at], standing[at + 1]];
  const first = standing[0];
  if (!here || !after)
    return problem('before-current-status', { status: first?.status ?? 'planned', day: first?.from ?? next.from });
  if (next.status === here.status) return problem('same-status', { status: here.status, day: here.from });
  const corrects = here.from === next.from;
  const before = corrects ? standing[at - 1] : here;
  if (!follows(before, next.status, corrects))
    return problem('no-such-step', { status: here.status, to: next.status, day: here.from });
  const ends = [{ id: here.id, to: next.from }];
  if (next.status === after.status)
    return ok({ ends, earlier: { id: after.id, from: next.from }, begins: null, to: after.from });
  if (!stepsFrom(next.status).includes(after.status))
    return problem('no-such-step', { status: next.status, to: after.status, day: after.from });
  return ok({ ends, begins: { ...next, to: after.from }, to: after.from });
}

export type StatusChoices = {
  /** what may follow, and the running one while a change is announced: naming it drops that */
  next: ModelStatus[];
  /** what may stand in the place of the running one, where that was written down by mistake */
  instead: ModelStatus[];
  /** of these the one that ran until then: with it all is as if nothing had been written down */
  before: ModelStatus | null;
  /** what may be recorded of days before the running one, where it was not recorded in its time */
  missed: ModelStatus[];
};

/** Why a model cannot have a status from a day on: nothing works before it is founded. */
export const refusalOfFounding = (foundedOn: Day, { status, from }: { status: ModelStatus; from: Day }) =>
  status === 'active' && from < foundedOn ? problem('active-before-founded', { day: foundedOn }) : null;

/**
 * Choices of the forms, told apart by when they begin: what only the past can take is not offered for today, and what the time before
 * its founding alone could take is not offered.
 */
export function choicesFor(line: readonly StatusSpan[], foundedOn: Day, now: Day): StatusChoices {
  const { standing, announced } = standingOn(line, now);
  const current = standing.at(-1);
  if (!current) return { next: ['planned', 'active'], instead: [], before: null, missed: [] };
  const can = (status: ModelStatus, from: Day) =>
    refusalOfFounding(foundedOn, { status, from }) === null && planStatus(line, { status, from }, now).ok;
  const ran = standing.at(-2)?.status;
  const instead = modelStatuses.filter((status) => status !== current.status && can(status, current.from));
  // tried on the days on which it may begin
  const past = standing
    .map(({ from }) => latestOf(from, foundedOn))
    .flatMap((day) => [day, addDays(day, 1)])
    .filter((day) => day < current.from);
  return {
    next: modelStatuses.filter(
      (status) => stepsFrom(current.status).includes(status) || (announced.length > 0 && status === current.status),
    ),
    instead,
    before: instead.find((status) => status === ran) ?? null,
    missed: modelStatuses.filter((status) => past.some((day) => can(status, day))),
  };
}
