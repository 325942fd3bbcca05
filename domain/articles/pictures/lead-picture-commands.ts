import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { ShownArticle } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { keepBeside, noteAuthor } from '@/domain/articles/edition-writes';
import { shownOf } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ChooseLeadInput, RemoveLeadInput } from './lead-picture';
import { putAtHead } from './lead-picture-writes';

export type LeadProblem = 'not-found' | 'not-allowed' | 'changed-since-read' | 'begin-an-edition' | 'no-picture';
type Led = Result<{ id: string; shown: ShownArticle[] }, LeadProblem>;

/**
 * Puts a picture of the library at the head of an article, in each of its languages; readers see it once the edition is published and
 * everybody in it agrees. What was approved keeps its picture: `begin-an-edition`.
 */
export async function chooseLeadPicture(
  viewer: Viewer,
  { articleId, version, pictureId }: ChooseLeadInput,
): Promise<Led> {
  const found = await findWritten(viewer, articleId);
  if (!found.ok) return found;
  const article = found.value;
  if (!(await findLibraryPicture(viewer, pictureId))) return problem('not-found');
  if (article.editionState === 'approved') return problem('begin-an-edition');
  return transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('changed-since-read');
    const texts = article.texts.map(({ id }) => id);
    await keepBeside(tx, viewer, article.editionId);
    await putAtHead(tx, texts, pictureId);
    await noteAuthor(tx, viewer, article.editionId);
    await note(tx, viewer, 'chooseLeadPicture', article, { pictureId });
    return ok({ id: articleId, shown: [] });
  });
}

/** Takes the picture off the head of an article at once, of what readers see too: nobody waits for an approval to be seen no more. */
export async function removeLeadPicture(viewer: Viewer, { articleId, version }: RemoveLeadInput): Promise<Led> {
  const found = await findWritten(viewer, articleId);
  if (!found.ok) return found;
  const article = found.value;
  return transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('changed-since-read');
    const where = { text: { edition: { articleId } }, use: 'portal', atHead: true };
    if ((await tx.mediaUse.count({ where })) === 0) return problem('no-picture');
    await keepBeside(tx, viewer, article.editionId);
    await tx.mediaUse.deleteMany({ where });
    await note(tx, viewer, 'removeLeadPicture', article, {});
    return ok({ id: articleId, shown: await shownOf(tx, articleId) });
  });
}

async function findWritten(viewer: Viewer, articleId: string): Promise<Result<ArticleDraft, LeadProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  return may(viewer, 'articles.write', article.unit.path) ? ok(article) : problem('not-allowed');
}

const note = (
  tx: Transaction,
  viewer: Viewer,
  action: 'chooseLeadPicture' | 'removeLeadPicture',
  { id, unit }: ArticleDraft,
  change: Record<string, unknown>,
) => record(tx, viewer, { verb: 'changed', action, subjectType: 'article', subjectId: id, unitId: unit.id, change });
