import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { endingTrail, firstDayWithout } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { takeVersion } from '@/domain/version-writes';
import type { Transaction } from '@/prisma/transaction';
import { findModelToChange } from './change-queries';
import { criteriaLacking } from './criteria/recognition';
import {
  planStatus,
  refusalOfFounding,
  type StatusInput,
  type StatusPlan,
  type StatusProblem,
  type StatusSpan,
  type StopInput,
  standingOn,
  type TakeBackInput,
} from './status';

const STATUSES_MAX = 200;

export type ChangeStatusProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'too-far-ahead'
  | 'period-locked'
  | 'criteria-lacking'
  | 'active-before-founded'
  | StatusProblem;

type Changed = { id: string };
export type StopProblem = ChangeStatusProblem | 'end-too-early';

/**
 * Gives a model another status from a day on; `planStatus` says what follows what. Days of a closed period are
 * refused. Coverage follows in the same transaction.
 */
export const changeStatus = (viewer: Viewer, input: StatusInput): Promise<Result<Changed, ChangeStatusProblem>> =>
  setStatus(viewer, input, {
    action: 'changeStatus',
    said: input.from,
    begins: () => ok(input.from),
    trail: { from: input.from },
  });

/** Pauses or ends a model after the last day of its running status. */
export const stopModel = (viewer: Viewer, input: StopInput): Promise<Result<Changed, StopProblem>> =>
  setStatus(viewer, input, {
    action: 'stopModel',
    said: input.lastDay,
    begins: (first) => firstDayWithout(input, first),
    trail: endingTrail(input),
  });

/** Takes the running status back, as if it never was: another stands from its first day on, so that no day is without one. */
export const takeBackStatus = (viewer: Viewer, input: TakeBackInput): Promise<Result<Changed, ChangeStatusProblem>> =>
  setStatus(viewer, input, {
    action: 'takeBackStatus',
    said: undefined,
    begins: (first) => ok(first),
    trail: endingTrail({ never: 'on' }),
  });

type Change<Refused extends string> = {
  action: 'changeStatus' | 'stopModel' | 'takeBackStatus';
  /** the day as she wrote it */
  said: Day | undefined;
  /** the first day of the new status, told the first one of the running status */
  begins: (first: Day) => Result<Day, Refused>;
  trail: Record<string, unknown>;
};

async function setStatus<Refused extends string>(
  viewer: Viewer,
  input: Pick<StatusInput, 'modelId' | 'version' | 'status' | 'reason'>,
  { action, said, begins, trail }: Change<Refused>,
): Promise<Result<Changed, ChangeStatusProblem | Refused>> {
  const found = await findModelToChange(viewer, input.modelId, 'digital-models.change-status');
  if (!found.ok) return found;
  const model = found.value;
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (said && said > latest) return problem('too-far-ahead', { day: latest });

  return countedTransaction(async (tx) => {
    const { version, line } = await readStatusLine(tx, model.id);
    const current = standingOn(line, today()).standing.at(-1);
    const running = current?.status ?? '';
    const meanwhile = { status: running, version: String(version) };
    if (version !== input.version) return problem('changed-meanwhile', meanwhile);
    const from = begins(current?.from ?? today());
    if (!from.ok) return from;
    const plan = planStatus(line, { status: input.status, from: from.value }, today());
    if (!plan.ok) return plan;
    const untimely = refusalOfFounding(model.foundedOn, { status: input.status, from: from.value });
    if (untimely) return untimely;
    // what goes on as it was the day before is granted nothing: only a mistake is taken back
    const held = standingOn(line, addDays(from.value, -1)).standing.at(-1)?.status;
    const grants = input.status === 'active' && running !== 'active' && held !== 'active';
    const lacking = grants ? await criteriaLacking(tx, model) : null;
    // a recognition without all its required criteria is granted for a reason only
    if (lacking && !input.reason) return problem('criteria-lacking', lacking);
    // taking an announcement back alters the days to come only
    const { begins: begun, earlier, to } = plan.value;
    const until =
      (begun ?? earlier) &&
      (await lockedUntil(tx, { modelId: model.id }, from.value, ...(to ? ([addDays(to, -1)] as const) : [])));
    if (until) return problem('period-locked', { until });
    if (!(await takeVersion(tx, 'digital_model', model.id, version))) return problem('changed-meanwhile', meanwhile);

    await writePlan(tx, viewer, model.id, plan.value, input.reason);
    const { status } = input;
    await record(tx, viewer, {
      verb: status === 'ended' ? 'ended' : 'changed',
      action,
      subjectType: 'digital-model',
      subjectId: model.id,
      unitId: model.unitId,
      change: { before: running, status, ...trail, ...(lacking ? { lacking } : {}) },
    });
    return ok({ id: model.id });
  });
}

async function readStatusLine(tx: Transaction, modelId: string) {
  const { version, modelStatuses } = await tx.digitalModel.findUniqueOrThrow({
    where: { id: modelId },
    select: {
      version: true,
      modelStatuses: { select: { id: true, status: true, validFrom: true, validTo: true }, take: STATUSES_MAX },
    },
  });
  const line: StatusSpan[] = modelStatuses.map(({ id, status, validFrom, validTo }) => ({
    id,
    status,
    from: fromDate(validFrom),
    to: validTo && fromDate(validTo),
  }));
  return { version, line };
}

async function writePlan(
  tx: Transaction,
  viewer: Viewer,
  modelId: string,
  plan: StatusPlan,
  reason: string | undefined,
) {
  // in this order, so that no two rows ever overlap; a handful at most
  for (const { id, to } of plan.ends)
    await tx.modelStatus.update({ where: { id }, data: { validTo: to && toDate(to) }, select: { id: true } });
  if (plan.earlier)
    await tx.modelStatus.update({
      where: { id: plan.earlier.id },
      data: { validFrom: toDate(plan.earlier.from) },
      select: { id: true },
    });
  if (!plan.begins) return;
  await tx.modelStatus.create({
    data: {
      modelId,
      status: plan.begins.status,
      validFrom: toDate(plan.begins.from),
      validTo: plan.begins.to && toDate(plan.begins.to),
      reason: reason ?? null,
      recordedById: viewer.accountId,
    },
    select: { id: true },
  });
}
