import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findModelToChange, type ModelToChange } from '../change-queries';
import { refusalOfAdding } from '../refusals';
import { type CopyInput, isEmpty, type Practice, type PracticeInput, toPractice } from './practice';
import { findSharedPractice } from './practice-queries';

type Reached = 'not-found' | 'not-allowed' | 'not-a-club' | 'changed-meanwhile' | 'model-ended' | 'period-locked';
type Kept = { id: string };
export type WriteProblem = Reached | 'nothing-to-share';
export type CopyProblem = Reached | 'practice-stands' | 'copies-itself';

/** Writes down how a club is run, what it plans and teaches, and whether other places may read and copy that. */
export async function writePractice(viewer: Viewer, input: PracticeInput): Promise<Result<Kept, WriteProblem>> {
  const { charter, plan, lessons, shared } = input;
  const practice = { charter, plan, lessons };
  if (shared && isEmpty(practice)) {
    const seen = await findClub(viewer, input.modelId);
    return seen.ok ? problem('nothing-to-share') : seen;
  }
  return change(viewer, input, 'writePractice', () => ok({ practice, shared, copiedFromId: undefined }));
}

/** Takes a shared practice over into a club of hers. What stands there already is replaced only when she says so. */
export async function copyPractice(viewer: Viewer, input: CopyInput): Promise<Result<Kept, CopyProblem>> {
  const seen = await findClub(viewer, input.modelId);
  if (!seen.ok) return seen;
  if (input.fromId === input.modelId) return problem('copies-itself');
  const source = await findSharedPractice(viewer, input.fromId);
  if (!source) return problem('not-found');
  return change(viewer, input, 'copyPractice', (before) =>
    before.practice && !isEmpty(before.practice) && !input.replace
      ? problem('practice-stands')
      : ok({ practice: source.practice, shared: before.shared, copiedFromId: source.id }),
  );
}

async function findClub(
  viewer: Viewer,
  modelId: string,
): Promise<Result<ModelToChange, 'not-found' | 'not-allowed' | 'not-a-club'>> {
  const found = await findModelToChange(viewer, modelId, 'digital-models.share-practice');
  return found.ok && found.value.kind !== 'digital_womens_club' ? problem('not-a-club') : found;
}

type Before = { practice: Practice | null; shared: boolean; version: number };
type After = { practice: Practice; shared: boolean; copiedFromId: string | undefined };

async function change<Problem extends string>(
  viewer: Viewer,
  { modelId, version }: { modelId: string; version: number },
  action: 'writePractice' | 'copyPractice',
  next: (before: Before) => Result<After, Problem>,
): Promise<Result<Kept, Reached | Problem>> {
  const found = await findClub(viewer, modelId);
  if (!found.ok) return found;
  const model = found.value;
  return transaction(async (tx) => {
    // words, no figures: no closed month is touched by those of today
    const refused = await refusalOfAdding(tx, model, today());
    if (refused) return refused;
    const before = await readPractice(tx, model.id);
    if (before.version !== version) return problem('changed-meanwhile', asFields(before));
    const after = next(before);
    if (!after.ok) return after;
    const { practice, shared, copiedFromId } = after.value;
    await tx.digitalModel.update({
      where: { id: model.id },
      data: { charter: practice, sharedPractice: shared, ...(copiedFromId ? { copiedFromId } : {}) },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action,
      subjectType: 'digital-model',
      subjectId: model.id,
      unitId: model.unitId,
      change: { shared, lessons: practice.lessons.length, ...(copiedFromId ? { copiedFromId } : {}) },
    });
    return ok({ id: model.id });
  });
}

async function readPractice(tx: Transaction, id: string): Promise<Before> {
  const row = await tx.digitalModel.findUniqueOrThrow({
    where: { id },
    select: { charter: true, sharedPractice: true, version: true },
  });
  return { practice: toPractice(row.charter), shared: row.sharedPractice, version: row.version };
}

/** The practice as the form's fields hold it, to be shown beside the typed values. */
const asFields = ({ practice, shared, version }: Before) => ({
  charter: practice?.charter ?? '',
  plan: practice?.plan ?? '',
  lessons: practice?.lessons.join('\n') ?? '',
  shared: shared ? 'on' : '',
  version: String(version),
});
