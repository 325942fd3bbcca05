import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { holdVersion } from '@/domain/version-writes';
import type { Transaction } from '@/prisma/transaction';
import { standingActivity } from './activities/activity';
import { findModelToChange, type ModelToChange } from './change-queries';
import type { EditInput } from './digital-model';
import { factsSelect, toFactColumns, toFactFields } from './facts';
import { countStanding, lockHost } from './people/host-writes';

export type EditProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'name-taken'
  | 'founded-in-future'
  | 'founded-too-late'
  | 'host-not-open'
  | 'launched-before-founded'
  | 'too-far-ahead'
  | 'period-locked';

const HOSTS_MAX = 50;

/**
 * Corrects the name of a model, its days, its decision and whether it is a pilot. The first day of its host and first
 * status follows its founding; both change otherwise by commands of their own.
 */
export async function editModel(viewer: Viewer, input: EditInput): Promise<Result<{ id: string }, EditProblem>> {
  const found = await findModelToChange(viewer, input.modelId, 'digital-models.edit');
  if (!found.ok) return found;
  const model = found.value;
  const { foundedOn, launchedOn } = input;
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (foundedOn > today()) return problem('founded-in-future');
  if (launchedOn && launchedOn < foundedOn) return problem('launched-before-founded');
  if (launchedOn && launchedOn > latest) return problem('too-far-ahead', { day: latest });

  return countedTransaction(async (tx) => {
    const isAsSeen = await holdVersion(tx, 'digital_model', model.id, input.version);
    const before = await tx.digitalModel.findUniqueOrThrow({ where: { id: model.id }, select: editable });
    if (!isAsSeen) return problem('changed-meanwhile', asFields(before));
    const refused = await refusalOfEdit(tx, model, input);
    if (refused) return refused;

    const after = toFactColumns(input);
    await tx.digitalModel.update({ where: { id: model.id }, data: after, select: { id: true } });
    if (foundedOn !== model.foundedOn) await moveFounding(tx, model, foundedOn);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'editModel',
      subjectType: 'digital-model',
      subjectId: model.id,
      unitId: model.unitId,
      change: { before: asFields(before), after: asFields({ ...after, version: before.version + 1 }) },
    });
    return ok({ id: model.id });
  });
}

const editable = { ...factsSelect, version: true } as const;

/** The model as the form's fields hold it, to be shown beside the typed values. */
const asFields = (model: Parameters<typeof toFactFields>[0] & { version: number }) => ({
  ...toFactFields(model),
  version: String(model.version),
});

async function refusalOfEdit(tx: Transaction, model: ModelToChange, { name, foundedOn }: EditInput) {
  await lockHost(tx, model.unitId);
  const { kind, unitId, id: exceptId } = model;
  if (await countStanding(tx, { kind, unitId, name, exceptId })) return problem('name-taken');
  if (foundedOn === model.foundedOn) return null;

  const [host, first, activity] = await Promise.all([
    firstHost(tx, model.id),
    tx.modelStatus.findFirst({
      where: { modelId: model.id, validFrom: toDate(model.foundedOn), validTo: { gt: toDate(model.foundedOn) } },
      select: { validTo: true },
    }),
    tx.modelActivity.findFirst({
      where: { modelId: model.id, ...standingActivity },
      orderBy: { onDay: 'asc' },
      select: { onDay: true },
    }),
  ]);
  const ends = [first?.validTo, host?.validTo].map((end) => end && addDays(fromDate(end), -1));
  const earliest = [...ends, activity && fromDate(activity.onDay)].filter((day): day is Day => Boolean(day)).sort()[0];
  if (earliest && foundedOn > earliest) return problem('founded-too-late', { day: earliest });
  const opened = host && fromDate(host.unit.openedOn);
  if (opened && foundedOn < opened) return problem('host-not-open', { day: opened });

  // the days between the two are all that changes
  const [since, later] = [foundedOn, model.foundedOn].sort() as [Day, Day];
  const until = await lockedUntil(tx, { modelId: model.id }, since, addDays(later, -1));
  return until ? problem('period-locked', { until }) : null;
}

/** Where it was founded: a unit that may have been split or merged since. */
async function firstHost(tx: Transaction, modelId: string) {
  const hosts = await tx.modelHost.findMany({
    where: { modelId },
    orderBy: { validFrom: 'asc' },
    select: { validFrom: true, validTo: true, unit: { select: { openedOn: true } } },
    take: HOSTS_MAX,
  });
  return hosts.find(({ validFrom, validTo }) => !validTo || validFrom < validTo) ?? null;
}

/** The first host and the first status begin on the founding day, on the corrected one too. */
async function moveFounding(tx: Transaction, model: ModelToChange, foundedOn: Day) {
  const first = {
    where: {
      modelId: model.id,
      validFrom: toDate(model.foundedOn),
      OR: [{ validTo: null }, { validTo: { gt: toDate(model.foundedOn) } }],
    },
    data: { validFrom: toDate(foundedOn) },
  };
  await tx.modelHost.updateMany(first);
  await tx.modelStatus.updateMany(first);
}
