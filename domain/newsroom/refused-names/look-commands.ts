import type { Viewer } from '@/domain/access/viewer';
import { holdArticle } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { fieldOf } from '@/domain/newsroom/namings/naming';
import { findArticleFor } from '@/domain/newsroom/standing-queries';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { refusedIn } from './refused-in';
import type { LookInput } from './refused-name';
import { readRefused } from './refused-names-queries';

type LookProblem = 'not-found' | 'not-allowed' | 'look-again';

/**
 * Records that somebody has looked: a name in a piece is not hers who has said no on record. It holds for these words and that no. What
 * readers see stays.
 */
export async function lookAtRefusedName(
  viewer: Viewer,
  { articleId, name, seen }: LookInput,
): Promise<Result<{ id: string }, LookProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', articleId);
  if (!found.ok) return found;
  const { article } = found.value;
  return transaction(async (tx) => {
    await holdArticle(tx, article.id);
    const told = await readRefused(viewer, article, tx);
    const hers = refusedIn(told).find((each) => fieldOf(each) === name);
    if (hers?.seen !== seen) return problem('look-again');
    await tx.refusedNameLook.createMany({
      data: told
        .filter(({ key }) => key === hers.key)
        .map((each) => ({
          articleId: article.id,
          name: each.name,
          words: Buffer.from(each.words, 'hex'),
          refusedAt: each.refusedAt,
          lookedById: viewer.accountId,
        })),
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'lookAtRefusedName',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: {},
    });
    return ok({ id: article.id });
  });
}
