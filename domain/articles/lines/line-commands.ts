import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ArticleKind } from '../article';
import type { ArticleDraft } from '../draft';
import { findArticle } from '../draft-queries';
import { noteAuthor } from '../edition-writes';
import { englishLines, noteSource } from '../translations/source-writes';
import { type Following, followsNow } from '../translations/translation';

export type LinesProblem = 'not-found' | 'not-allowed' | 'begin-an-edition' | 'scheduled' | 'changed-meanwhile';

type Written = {
  kind: ArticleKind;
  /** as the trail calls it */
  action: string;
  sent: { articleId: string; version: number; following: Following };
  /** how many steps there are in Vietnamese, for the trail */
  steps: number;
  /** the fields of the form as they stand now, for who comes second */
  current: (articleId: string) => Promise<Record<string, string>>;
  replace: (tx: Transaction, texts: ArticleDraft['texts']) => Promise<unknown>;
};

/**
 * Writes the lines of a text in the place of those that stood there, in each language of its newest edition; English follows, or is behind,
 * as by words. What was approved stands: `begin-an-edition`.
 */
export async function writeLines(viewer: Viewer, written: Written): Promise<Result<{ id: string }, LinesProblem>> {
  const { kind, action, sent, steps, current, replace } = written;
  const article = await findArticle(viewer, sent.articleId);
  if (article?.kind !== kind) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  if (article.scheduled) return problem('scheduled');
  if (article.editionState === 'approved') return problem('begin-an-edition');
  return transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, sent.version))) {
      const newer = await findArticle(viewer, article.id);
      return problem('changed-meanwhile', { version: String(newer?.version ?? 0), ...(await current(article.id)) });
    }
    const before = await englishLines(tx, article.editionId);
    await replace(tx, article.texts);
    const changed = before !== (await englishLines(tx, article.editionId));
    await noteSource(tx, article.editionId, { follows: followsNow(sent.following, changed), begun: false });
    await noteAuthor(tx, viewer, article.editionId);
    await record(tx, viewer, {
      verb: 'changed',
      action,
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { steps },
    });
    return ok({ id: article.id });
  });
}
