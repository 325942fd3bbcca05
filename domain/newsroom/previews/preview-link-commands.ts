import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { findArticle } from '@/domain/articles/draft-queries';
import { holdArticle } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, refusal, transaction } from '@/prisma/client';
import { type EndLinkInput, expiryOf, LINKS_MAX, type MakeLinkInput, newPreviewSecret } from './preview-link';
import { findPublicity } from './preview-queries';

export type LinkProblem =
  | 'not-found'
  | 'not-allowed'
  | 'too-many-links'
  | 'published-already'
  | 'published-before'
  | 'name-refused'
  | 'ended-already';

type Made = { id: string; secret: string; expiresAt: Date };

/**
 * Makes an address that shows the newest edition to whoever has it, for seven days. The answer holds its secret, which is kept nowhere.
 * `published-already`: readers have this edition, `published-before`: they had it. `name-refused`: she does not agree.
 */
export async function makePreviewLink(
  viewer: Viewer,
  { articleId }: MakeLinkInput,
): Promise<Result<Made, LinkProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  const secret = newPreviewSecret();
  const createdAt = new Date();
  const expiresAt = expiryOf(createdAt);
  try {
    return await transaction(async (tx) => {
      await holdArticle(tx, article.id);
      const live = { edition: { articleId: article.id }, expiresAt: { gt: createdAt } };
      if ((await tx.previewLink.count({ where: live })) >= LINKS_MAX) return problem('too-many-links');
      await tx.previewLink.create({
        data: {
          editionId: article.editionId,
          tokenHash: tokenHash(secret),
          createdAt,
          createdById: viewer.accountId,
          expiresAt,
        },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'created',
        action: 'makePreviewLink',
        subjectType: 'article',
        subjectId: article.id,
        unitId: article.unit.id,
        change: { edition: article.number },
      });
      return ok({ id: article.id, secret, expiresAt });
    });
  } catch (error) {
    if (refusal(error) === 'preview_refused') return problem('name-refused');
    if (refusal(error) !== 'preview_unpublished') throw error;
    const isPublic = (await findPublicity(viewer, article.id)) === 'now';
    return problem(isPublic ? 'published-already' : 'published-before');
  }
}

/** Ends an address, whoever made it: from the very next request on it leads to nothing, for good. */
export async function endPreviewLink(
  viewer: Viewer,
  { articleId, linkId }: EndLinkInput,
): Promise<Result<{ id: string }, LinkProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  return transaction(async (tx) => {
    const { count } = await tx.previewLink.deleteMany({ where: { id: linkId, edition: { articleId: article.id } } });
    if (count === 0) return problem('ended-already');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'endPreviewLink',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
    });
    return ok({ id: article.id });
  });
}

/** Forgets addresses that have run out: they lead to nothing already. Says how many. */
export async function forgetPreviewLinks(): Promise<number> {
  const { count } = await db.previewLink.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  return count;
}
