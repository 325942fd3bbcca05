import { z } from 'zod';
import type { Day } from '@/domain/days/day';
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
  status: z.enum(modelStatuses),
  from: dayInput,
  reason: optional(prose(1, 500)),
});
export type StatusInput = z.output<typeof statusInput>;

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

/** Which rows get a new end (emptied ones first, so that none ever overlaps), and the row that begins. */
export type StatusPlan = {
  ends: { id: string; to: Day | null }[];
  begins: { status: ModelStatus; from: Day } | null;
};

export type StatusProblem = 'before-current-status' | 'no-such-step' | 'same-status';

/**
 * The next status of a model from a day on, never before the running one, which ends that day or, on its own first
 * day, is corrected. Announcements give way; naming the running status again takes them back.
 */
export function planStatus(
  line: readonly StatusSpan[],
  next: { status: ModelStatus; from: Day },
  now: Day,
): Result<StatusPlan, StatusProblem> {
  const { standing, announced } = standingOn(line, now);
  const current = standing.at(-1);
  const takenBack = announced.map(({ id, from }) => ({ id, to: from })).reverse();
  if (!current) return ok({ ends: takenBack, begins: next });

  if (next.status === current.status) {
    if (!announced.length) return problem('same-status', { status: current.status, day: current.from });
    return ok({ ends: [...takenBack, { id: current.id, to: null }], begins: null });
  }
  if (next.from < current.from) return problem('before-current-status', { status: current.status, day: current.from });

  const corrects = next.from === current.from;
  const before = corrects ? standing.at(-2)?.status : current.status;
  const follows = before
    ? stepsFrom(before).includes(next.status) || (corrects && before === next.status)
    : next.status === 'planned' || next.status === 'active';
  if (!follows) return problem('no-such-step', { status: current.status, to: next.status, day: current.from });
  return ok({ ends: [...takenBack, { id: current.id, to: next.from }], begins: next });
}

/** Choices of the form: statuses that can follow, and the running one while a change is announced. */
export function choicesFor(line: readonly StatusSpan[], now: Day): ModelStatus[] {
  const { standing, announced } = standingOn(line, now);
  const current = standing.at(-1);
  if (!current) return ['planned', 'active'];
  const corrections = modelStatuses.filter(
    (status) => planStatus(line, { status, from: current.from }, now).ok && status !== current.status,
  );
  const later = stepsFrom(current.status);
  return modelStatuses.filter(
    (status) =>
      later.includes(status) || corrections.includes(status) || (announced.length > 0 && status === current.status),
  );
}
