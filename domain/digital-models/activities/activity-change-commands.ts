import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { isId } from '@/domain/id';
import { type KeepPicture, keepSentPicture, noStorage, type PictureProblem } from '@/domain/pictures/picture';
import { withdrawPicture, writePicture } from '@/domain/pictures/picture-writes';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findModelToChange, type ModelToChange } from '../change-queries';
import { holdModel } from '../refusals';
import { type CorrectActivityInput, refusalOfActivityDay, type TakeBackActivityInput } from './activity';
import type { ActivityProblem } from './activity-commands';

type Changed = Exclude<ActivityProblem, PictureProblem> | 'changed-meanwhile' | 'activity-taken-back';
export type CorrectActivityProblem = Changed | PictureProblem;
export type TakeBackActivityProblem = Extract<
  Changed,
  'not-found' | 'not-allowed' | 'period-locked' | 'changed-meanwhile' | 'activity-taken-back'
>;

/**
 * Corrects an activity, by whoever may record: neither its old day nor its new one may be closed. An ended model is
 * corrected too, on days before its end. Answers with the model's id.
 */
export async function correctActivity(
  viewer: Viewer,
  input: CorrectActivityInput,
  keep: KeepPicture = noStorage,
): Promise<Result<{ id: string }, CorrectActivityProblem>> {
  const found = await findActivityToChange(viewer, input.activityId);
  if (!found.ok) return found;
  const model = found.value;
  const wrongDay = refusalOfActivityDay(model, input.onDay);
  if (wrongDay) return wrongDay;
  const picture = input.dropPicture ? ok(null) : await keepSentPicture(input, keep);
  if (!picture.ok) return picture;

  return countedTransaction(async (tx): Promise<Result<{ id: string }, CorrectActivityProblem>> => {
    const standing = await holdActivity(tx, model, input, input.onDay);
    if (!standing.ok) return standing;
    const before = standing.value;
    const ended = await refusalOfEndedDay(tx, model, input.onDay);
    if (ended) return ended;
    const written = await changePicture(tx, viewer, model, before, input, picture.value);
    if (!written.ok) return written;
    const after = {
      onDay: toDate(input.onDay),
      topic: input.topic,
      pictureId: written.value,
      peopleReached: input.peopleReached ?? null,
      note: input.note ?? null,
    };
    await tx.modelActivity.update({ where: { id: before.id }, data: after, select: { id: true } });
    await note(tx, viewer, model, 'correctActivity', {
      activityId: before.id,
      before: { onDay: fromDate(before.onDay), peopleReached: before.peopleReached },
      after: { onDay: input.onDay, peopleReached: after.peopleReached },
      // words may name somebody: the trail tells that they changed, not what they said
      changed: (['topic', 'note', 'pictureId'] as const).filter((field) => before[field] !== after[field]),
    });
    return ok({ id: model.id });
  });
}

/** Takes back what was recorded by mistake, with the reason: it counts nowhere any more, its picture is withdrawn, the row stays. */
export async function takeBackActivity(
  viewer: Viewer,
  input: TakeBackActivityInput,
): Promise<Result<{ id: string }, TakeBackActivityProblem>> {
  const found = await findActivityToChange(viewer, input.activityId);
  if (!found.ok) return found;
  const model = found.value;
  return countedTransaction(async (tx) => {
    const standing = await holdActivity(tx, model, input);
    if (!standing.ok) return standing;
    const { id, onDay, peopleReached, pictureId } = standing.value;
    const data = { takenBackAt: new Date(), takenBackById: viewer.accountId, takenBackReason: input.reason };
    await tx.modelActivity.update({ where: { id }, data, select: { id: true } });
    await withdrawPicture(tx, pictureId, 'taken-back');
    await note(tx, viewer, model, 'takeBackActivity', { activityId: id, onDay: fromDate(onDay), peopleReached });
    return ok({ id: model.id });
  });
}

/** The model of the activity, when she may record there. */
async function findActivityToChange(
  viewer: Viewer,
  activityId: string,
): Promise<Result<ModelToChange, 'not-found' | 'not-allowed'>> {
  if (!isId(activityId)) return problem('not-found');
  const row = await db.modelActivity.findUnique({ where: { id: activityId }, select: { modelId: true } });
  return row ? findModelToChange(viewer, row.modelId, 'digital-models.record-activity') : problem('not-found');
}

const changeable = {
  id: true,
  onDay: true,
  topic: true,
  peopleReached: true,
  note: true,
  pictureId: true,
  version: true,
  takenBackAt: true,
  picture: { select: { withdrawnAt: true } },
} as const;
type Changeable = NonNullable<Awaited<ReturnType<typeof readActivity>>>;
const readActivity = (tx: Transaction, id: string) =>
  tx.modelActivity.findUnique({ where: { id }, select: changeable });

/** The activity as the form knew it, held with its model until the end of the transaction; or why it cannot be changed. */
async function holdActivity(
  tx: Transaction,
  model: ModelToChange,
  { activityId, version }: { activityId: string; version: number },
  ...days: Day[]
) {
  await holdModel(tx, model.id);
  const row = await readActivity(tx, activityId);
  if (!row) return problem('not-found');
  if (row.takenBackAt) return problem('activity-taken-back');
  if (row.version !== version) return problem('changed-meanwhile', asFields(row));
  for (const day of [fromDate(row.onDay), ...days]) {
    const until = await lockedUntil(tx, { modelId: model.id }, day, day);
    if (until) return problem('period-locked', { until });
  }
  return ok(row);
}

/** The activity as the form's fields hold it, to be shown beside the typed values. */
const asFields = ({ onDay, topic, peopleReached, note, version }: Changeable) => ({
  onDay: fromDate(onDay),
  topic,
  peopleReached: String(peopleReached ?? ''),
  note: note ?? '',
  version: String(version),
});

async function refusalOfEndedDay(tx: Transaction, { id }: ModelToChange, day: Day) {
  const ended = await tx.modelStatus.findFirst({
    where: {
      modelId: id,
      status: 'ended',
      validFrom: { lte: toDate(day) },
      OR: [{ validTo: null }, { validTo: { gt: toDate(day) } }],
    },
    select: { validFrom: true },
  });
  return ended ? problem('model-ended', { day: lastDayBefore(fromDate(ended.validFrom)) }) : null;
}

type Sent = Parameters<typeof writePicture>[3];

/** The picture that the activity has from now on: a new one, none, or the one that is there with its words corrected. */
async function changePicture(
  tx: Transaction,
  viewer: Viewer,
  model: ModelToChange,
  { pictureId, picture }: Changeable,
  { dropPicture, pictureAlt }: CorrectActivityInput,
  sent: Sent,
): Promise<Result<string | null, PictureProblem>> {
  if (sent || dropPicture) {
    await withdrawPicture(tx, pictureId, 'replaced');
    return ok(await writePicture(tx, viewer, model.unitId, sent));
  }
  if (!pictureId || picture?.withdrawnAt) return ok(pictureId);
  if (!pictureAlt) return problem('picture-needs-words');
  await tx.mediaText.updateMany({
    where: { pictureId, locale: 'vi', alt: { not: pictureAlt } },
    data: { alt: pictureAlt },
  });
  return ok(pictureId);
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
