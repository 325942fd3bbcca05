import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { noteAuthor } from '@/domain/articles/edition-writes';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { rowsOf } from './guide';
import { findGuideDraft } from './parts-queries';
import { fieldsOfParts, partsIn, type WrittenParts } from './written-parts';

export type PartsProblem = 'not-found' | 'not-allowed' | 'begin-an-edition' | 'scheduled' | 'changed-meanwhile';

/**
 * Writes the parts of a guide in each language that its newest edition has, in the place of those that stood there. What was approved
 * stands: `begin-an-edition`. Who comes second is told what the first one saved.
 */
export async function writeGuideParts(
  viewer: Viewer,
  input: WrittenParts,
): Promise<Result<{ id: string }, PartsProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (article?.kind !== 'guide') return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  if (article.scheduled) return problem('scheduled');
  if (article.editionState === 'approved') return problem('begin-an-edition');
  return transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, input.version)))
      return problem('changed-meanwhile', await currentFields(viewer, article.id));
    await replaceParts(tx, article, input);
    await noteAuthor(tx, viewer, article.editionId);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'writeGuideParts',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { steps: partsIn(input, 'vi').steps.length },
    });
    return ok({ id: article.id });
  });
}

async function currentFields(viewer: Viewer, articleId: string): Promise<Record<string, string>> {
  const [article, guide] = await Promise.all([findArticle(viewer, articleId), findGuideDraft(viewer, articleId)]);
  return { version: String(article?.version ?? 0), ...fieldsOfParts(guide?.parts ?? {}) };
}

async function replaceParts(tx: Transaction, { texts }: ArticleDraft, input: WrittenParts): Promise<void> {
  await tx.guideStep.deleteMany({ where: { textId: { in: texts.map(({ id }) => id) } } });
  await tx.guideStep.createMany({
    data: texts.flatMap(({ id: textId, locale }) =>
      rowsOf(partsIn(input, locale)).map((row, at) => ({ textId, position: at + 1, ...row })),
    ),
  });
}
