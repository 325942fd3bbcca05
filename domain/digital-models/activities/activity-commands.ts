import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate } from '@/domain/days/day';
import { type KeepPicture, keepSentPicture, noStorage, type PictureProblem } from '@/domain/pictures/picture';
import { writePicture } from '@/domain/pictures/picture-writes';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';

import { findModelToChange } from '../change-queries';
import { refusalOfEnded } from '../refusals';
import { type ActivityInput, refusalOfActivityDay } from './activity';

export type ActivityProblem =
  | 'not-found'
  | 'not-allowed'
  | 'activity-in-future'
  | 'activity-before-founding'
  | 'model-ended'
  | 'period-locked'
  | PictureProblem;

/**
 * Records what a model did on a day, with a picture where there is one: not before it was founded, not ahead, not in a
 * closed period, not of an ended model. Answers with the model's id.
 */
export async function recordActivity(
  viewer: Viewer,
  input: ActivityInput,
  keep: KeepPicture = noStorage,
): Promise<Result<{ id: string }, ActivityProblem>> {
  const found = await findModelToChange(viewer, input.modelId, 'digital-models.record-activity');
  if (!found.ok) return found;
  const model = found.value;
  const { onDay, topic, peopleReached } = input;
  const wrongDay = refusalOfActivityDay(model, onDay);
  if (wrongDay) return wrongDay;
  const picture = await keepSentPicture(input, keep);
  if (!picture.ok) return picture;

  return countedTransaction(async (tx) => {
    const until = await lockedUntil(tx, { modelId: model.id }, onDay, onDay);
    if (until) return problem('period-locked', { until });
    const ended = await refusalOfEnded(tx, model);
    if (ended) return ended;
    const pictureId = await writePicture(tx, viewer, model.unitId, picture.value);
    const activity = await tx.modelActivity.create({
      data: {
        modelId: model.id,
        onDay: toDate(onDay),
        topic,
        peopleReached: peopleReached ?? null,
        note: input.note ?? null,
        pictureId,
        recordedById: viewer.accountId,
      },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'created',
      action: 'recordActivity',
      subjectType: 'digital-model',
      subjectId: model.id,
      unitId: model.unitId,
      change: { activityId: activity.id, onDay, peopleReached: peopleReached ?? null, picture: pictureId !== null },
    });
    return ok({ id: model.id });
  });
}
