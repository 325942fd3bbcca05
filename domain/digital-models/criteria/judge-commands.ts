import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { endingTrail, firstDayWithout } from '@/domain/days/ending';
import { type KeepPicture, keepSentPicture, type PictureProblem } from '@/domain/pictures/picture';
import { writePicture } from '@/domain/pictures/picture-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findModelToChange, type ModelToChange } from '../change-queries';
import { holdModel, type RefusalProblem, refusalOfAdding, refusalOfDay } from '../refusals';
import type { MeetInput, UnmeetInput } from './criteria';
import { countedAgainst, countedOf } from './recognition';

type Reached = 'not-found' | 'not-allowed' | RefusalProblem | 'before-checklist' | 'before-last-judgement';
export type MeetProblem = Reached | PictureProblem | 'fewer-on-record';
export type UnmeetProblem = Reached | 'not-met-yet' | 'end-too-early';

/**
 * Judges a criterion of the checklist in force as met from a day on, with what shows it. Judged again, the new evidence
 * takes the place of the old from that day; nothing that was judged before is lost.
 */
export async function meetCriterion(
  viewer: Viewer,
  input: MeetInput,
  keep: KeepPicture,
): Promise<Result<{ id: string }, MeetProblem>> {
  const found = await findToJudge(viewer, input, input.day);
  if (!found.ok) return found;
  const model = found.value;
  const against = await countedAgainst(db, model.id, await countedOf(db, input.criterionId));
  if (against && !input.evidence) return problem('fewer-on-record', against);
  const picture = await keepSentPicture(input, keep);
  if (!picture.ok) return picture;

  return transaction(async (tx) => {
    const refused = await refusalOfAdding(tx, model, input.day);
    if (refused) return refused;
    const last = await lastJudgement(tx, input);
    const tooEarly = refusalOfOrder(last, input.day);
    if (tooEarly) return tooEarly;
    const { modelId, criterionId, day } = input;
    if (last && !last.validTo)
      await tx.criterionMet.update({
        where: { id: last.id },
        data: { validTo: toDate(day), endedById: viewer.accountId },
        select: { id: true },
      });
    const pictureId = await writePicture(tx, viewer, model.unitId, picture.value);
    await tx.criterionMet.create({
      data: {
        modelId,
        criterionId,
        pictureId,
        validFrom: toDate(day),
        judgedById: viewer.accountId,
        evidence: input.evidence ?? null,
      },
      select: { id: true },
    });
    await note(tx, viewer, model, 'meetCriterion', {
      criterionId,
      day,
      picture: pictureId !== null,
      ...(against ? { against } : {}),
    });
    return ok({ id: model.id });
  });
}

/** Judges a criterion as no longer met after its last day, and why; or takes the judgement back as if it never was. */
export async function unmeetCriterion(
  viewer: Viewer,
  input: UnmeetInput,
): Promise<Result<{ id: string }, UnmeetProblem>> {
  const found = await findToJudge(viewer, input, input.lastDay);
  if (!found.ok) return found;
  const model = found.value;
  return transaction(async (tx) => {
    await holdModel(tx, model.id);
    const last = await lastJudgement(tx, input);
    if (!last || last.validTo) return problem('not-met-yet');
    const end = firstDayWithout(input, fromDate(last.validFrom));
    if (!end.ok) return end;
    const refused = await refusalOfAdding(tx, model, end.value);
    if (refused) return refused;
    const data = { validTo: toDate(end.value), endedById: viewer.accountId, endReason: input.reason };
    await tx.criterionMet.update({ where: { id: last.id }, data, select: { id: true } });
    await note(tx, viewer, model, 'unmeetCriterion', { criterionId: input.criterionId, ...endingTrail(input) });
    return ok({ id: model.id });
  });
}

type Judged = { modelId: string; criterionId: string };

/** The model, when she may judge it and the criterion is of the checklist in force for its kind. */
async function findToJudge(
  viewer: Viewer,
  { modelId, criterionId }: Judged,
  day: Day | undefined,
): Promise<Result<ModelToChange, Reached>> {
  const found = await findModelToChange(viewer, modelId, 'digital-models.judge');
  if (!found.ok) return found;
  const criterion = await db.criterion.findFirst({
    where: { id: criterionId, list: { kind: found.value.kind, ...activeOn(today()) } },
    select: { list: { select: { validFrom: true } } },
  });
  if (!criterion) return problem('not-found');
  if (!day) return found;
  const wrongDay = refusalOfDay(found.value, day);
  if (wrongDay) return wrongDay;
  const { validFrom } = criterion.list;
  return toDate(day) < validFrom ? problem('before-checklist', { day: fromDate(validFrom) }) : found;
}

const lastJudgement = (tx: Transaction, { modelId, criterionId }: Judged) =>
  tx.criterionMet.findFirst({
    where: { modelId, criterionId },
    orderBy: [{ validFrom: 'desc' }, { validTo: { sort: 'desc', nulls: 'first' } }],
    select: { id: true, validFrom: true, validTo: true },
  });

/** Judgements follow each other: none before the last one began or, where it has ended, before it ended. */
function refusalOfOrder(last: { validFrom: Date; validTo: Date | null } | null, day: Day) {
  const since = last && (last.validTo ?? last.validFrom);
  return since && toDate(day) < since ? problem('before-last-judgement', { day: fromDate(since) }) : null;
}

const note = (tx: Transaction, viewer: Viewer, model: ModelToChange, action: string, change: Record<string, unknown>) =>
  record(tx, viewer, {
    verb: 'changed',
    action,
    subjectType: 'digital-model',
    subjectId: model.id,
    unitId: model.unitId,
    change,
  });
