import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findModelToChange } from '../change-queries';
import type { AnswerInput } from './hint';
import { listHintsOf } from './hint-queries';

export type AnswerProblem = 'not-found' | 'not-allowed' | 'facts-changed';

/** The commune's answer to a hint. It holds while the facts do; whoever sees the hint reads it. */
export async function answerHint(viewer: Viewer, input: AnswerInput): Promise<Result<{ id: string }, AnswerProblem>> {
  const found = await findModelToChange(viewer, input.modelId, 'digital-models.answer-hint');
  if (!found.ok) return found;
  const model = found.value;
  const { hint, digest, text } = input;
  const stands = (await listHintsOf(viewer, model.id)).some((each) => each.hint === hint && each.digest === digest);
  if (!stands) return problem('facts-changed');
  return transaction(async (tx) => {
    await tx.modelHintAnswer.create({
      data: { modelId: model.id, hint, digest, text, answeredById: viewer.accountId },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'answerHint',
      subjectType: 'digital-model',
      subjectId: model.id,
      unitId: model.unitId,
      change: { hint },
    });
    return ok({ id: model.id });
  });
}
