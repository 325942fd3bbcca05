import type { Viewer } from '@/domain/access/viewer';
import type { Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { draftInput } from '../article';
import { type DraftProblem, draftArticle } from '../commands';
import type { AnswersInput } from './answers';
import { firstDraftOf } from './first-draft';

/** Begins a story from five answers, as a draft of the unit for which she writes; its place is the commune in which that lies. */
export async function draftFromAnswers(
  viewer: Viewer,
  { unitId, naming: _naming, ...answers }: AnswersInput,
): Promise<Result<{ id: string }, DraftProblem>> {
  const { title, summary, whatChanged, body } = firstDraftOf(answers);
  const words = { titleVi: title, summaryVi: summary, bodyVi: JSON.stringify(body), whatChangedVi: whatChanged };
  const unit = await findUnit(viewer, unitId, 'articles.write');
  const commune = unit?.level === 'commune' ? unit.id : unit?.communeId;
  return draftArticle(
    viewer,
    draftInput.parse({ kind: 'story', unitId, communeIds: commune ? [commune] : [], ...words }),
  );
}
