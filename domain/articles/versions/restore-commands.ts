import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ArticleDraft } from '../draft';
import { findArticle } from '../draft-queries';
import { carryTexts, noteAuthor, openEdition } from '../edition-writes';
import { holdArticle } from '../shown-writes';
import { putBack, readKept } from './restore-writes';
import type { RestoreInput } from './version';

export type RestoreProblem = 'not-found' | 'not-allowed' | 'scheduled' | 'version-gone' | 'saved-meanwhile';

/**
 * Puts an earlier text back, in its language alone: into the draft, or into a new edition where the newest is approved, and readers keep
 * what they see. Who does it counts as an author.
 */
export async function restoreText(
  viewer: Viewer,
  { articleId, textId, version }: RestoreInput,
): Promise<Result<{ id: string; begun: boolean }, RestoreProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  if (article.scheduled) return problem('scheduled');
  return transaction(async (tx) => {
    const kept = await readKept(tx, articleId, textId);
    if (!kept) return problem('version-gone');
    await holdArticle(tx, articleId);
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('saved-meanwhile');
    const begun = article.editionState === 'approved';
    const editionId = begun ? await beginAfter(tx, viewer, article, kept.locale) : article.editionId;
    await putBack(tx, viewer, editionId, kept);
    await noteAuthor(tx, viewer, editionId);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'restoreText',
      subjectType: 'article',
      subjectId: articleId,
      unitId: article.unit.id,
      change: { language: kept.locale },
    });
    return ok({ id: articleId, begun });
  });
}

/** A new edition that says in the other language what the one before says. */
async function beginAfter(tx: Transaction, viewer: Viewer, article: ArticleDraft, locale: string): Promise<string> {
  const editionId = await openEdition(tx, viewer, article.id, article.number + 1);
  await carryTexts(tx, article.editionId, editionId, locale);
  return editionId;
}
