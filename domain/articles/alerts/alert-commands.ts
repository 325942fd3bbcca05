import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ArticleDraft } from '../draft';
import { findArticle } from '../draft-queries';
import { noteAuthor } from '../edition-writes';
import { alertRowsOf } from './alert';
import { findAlertDraft } from './alert-queries';
import { alertIn, fieldsOfAlert, type WrittenAlert } from './written-alert';

export type AlertPartsProblem = 'not-found' | 'not-allowed' | 'begin-an-edition' | 'scheduled' | 'changed-meanwhile';

/**
 * Writes the lines of an alert in each language that its newest edition has, in the place of those that stood there. What was approved
 * stands: `begin-an-edition`. Who comes second is told what the first one saved.
 */
export async function writeAlertParts(
  viewer: Viewer,
  input: WrittenAlert,
): Promise<Result<{ id: string }, AlertPartsProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (article?.kind !== 'alert') return problem('not-found');
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
      action: 'writeAlertParts',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { steps: alertIn(input, 'vi').steps.length },
    });
    return ok({ id: article.id });
  });
}

async function currentFields(viewer: Viewer, articleId: string): Promise<Record<string, string>> {
  const [article, parts] = await Promise.all([findArticle(viewer, articleId), findAlertDraft(viewer, articleId)]);
  return { version: String(article?.version ?? 0), ...fieldsOfAlert(parts ?? {}) };
}

async function replaceParts(tx: Transaction, { texts }: ArticleDraft, input: WrittenAlert): Promise<void> {
  await tx.alertPart.deleteMany({ where: { textId: { in: texts.map(({ id }) => id) } } });
  await tx.alertPart.createMany({
    data: texts.flatMap(({ id: textId, locale }) =>
      alertRowsOf(alertIn(input, locale)).map((row, at) => ({ textId, position: at + 1, ...row })),
    ),
  });
}
