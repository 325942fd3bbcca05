import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import type { Clash } from '@/domain/trainings/booking/clash';
import { findClashes } from '@/domain/trainings/booking/clash-queries';
import { planSession } from '@/domain/trainings/change-queries';
import type { Plan, PlanProblem } from '@/domain/trainings/plan';
import type { Times } from '@/domain/trainings/session';
import { ruleOf, type SeriesInput } from './inputs';
import { expandSeries, overlapping, SERIES_MAX, type SeriesDay, timesOn } from './series';

/** One day of a series before it is written: skipped for a holiday, free, or what stands in its way. */
export type PreviewDay = SeriesDay & Times & { clashes: Clash[]; overlapsOwn: boolean };

export type SeriesPreview = { plan: Plan; days: PreviewDay[]; gaps: string[] };

export type SeriesProblem = PlanProblem | 'not-allowed' | 'series-too-long' | 'series-empty';

/**
 * The whole series as it would be, with everything in the way of each day, for who decides where it is held. First
 * and last day are held against the rules of a single session.
 */
export async function previewSeries(viewer: Viewer, input: SeriesInput): Promise<Result<SeriesPreview, SeriesProblem>> {
  const planned = await planSession(viewer, input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (!may(viewer, 'trainings.decide', plan.unitPath)) return problem('not-allowed');
  const { days, gaps, cut } = expandSeries(ruleOf(input));
  const held = days.filter(({ holiday }) => holiday === null);
  if (cut) return problem('series-too-long', { count: String(SERIES_MAX) });
  const last = held.at(-1)?.day;
  if (!last) return problem('series-empty');
  const atLast = await planSession(viewer, onDay(input, last));
  if (!atLast.ok) return atLast;

  const timed = days.map((day) => ({ ...day, ...timesOn(day.day, input) }));
  const { venueId, trainerIds } = plan;
  const open = timed.filter(({ holiday }) => holiday === null);
  const clashes = await findClashes(
    viewer,
    open.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, venueId, trainerIds })),
  );
  const own = overlapping(open);
  const found = new Map(
    open.map(({ day }, at) => [day, { clashes: clashes[at] ?? [], overlapsOwn: own[at] ?? false }]),
  );
  return ok({
    plan,
    gaps,
    days: timed.map((day) => ({ ...day, ...(found.get(day.day) ?? { clashes: [], overlapsOwn: false }) })),
  });
}

function onDay(input: SeriesInput, day: Day): SeriesInput {
  const span = input.endDay ? (Date.parse(input.endDay) - Date.parse(input.day)) / 86_400_000 : 0;
  return { ...input, day, endDay: span > 0 ? addDays(day, span) : undefined };
}
