import type { Viewer } from '@/domain/access/viewer';
import { findArticle } from '@/domain/articles/draft-queries';
import { carryTexts, openEdition } from '@/domain/articles/edition-writes';
import { holdArticle } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { BeginEditionInput } from './edition';

export type EditionProblem = 'not-found' | 'not-allowed' | 'scheduled' | 'changed-since-read';

/**
 * Begins a new edition of an approved article with the words and parts of the one before; readers keep that until the new one is
 * published. Who comes second finds it begun: `changed-since-read`.
 */
export async function beginEdition(
  viewer: Viewer,
  { articleId, version }: BeginEditionInput,
): Promise<Result<{ id: string }, EditionProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  if (article.scheduled) return problem('scheduled');
  if (article.editionState !== 'approved') return problem('changed-since-read');
  return transaction(async (tx) => {
    await holdArticle(tx, articleId);
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('changed-since-read');
    const begun = await openEdition(tx, viewer, articleId, article.number + 1);
    await carryTexts(tx, article.editionId, begun);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'beginEdition',
      subjectType: 'article',
      subjectId: articleId,
      unitId: article.unit.id,
      change: { number: article.number + 1 },
    });
    return ok({ id: articleId });
  });
}
