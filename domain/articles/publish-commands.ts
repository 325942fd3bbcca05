import slugify from '@sindresorhus/slugify';
import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import { type Transaction, transaction } from '@/prisma/client';
import type { ArticleLocale, PublishInput, WithdrawInput } from './article';
import { type ArticleDraft, findArticle } from './draft-queries';

export type PublishProblem = 'not-found' | 'not-allowed' | 'changed-meanwhile' | 'nothing-new' | 'nothing-public';

/**
 * Makes the newest edition public at once, in every language it is written in. What was public of it before is superseded
 * in the same moment; an address once given stays.
 */
export async function publishArticle(
  viewer: Viewer,
  input: PublishInput,
): Promise<Result<{ id: string }, PublishProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (!article) return problem('not-found');
  if (!may(viewer, 'articles.publish', article.unit.path)) return problem('not-allowed');
  if (article.state === 'published') return problem('nothing-new');

  return transaction(async (tx) => {
    // The row is claimed first: of two who publish at the same moment the second sees that it is done.
    const claimed = await tx.edition.updateMany({
      where: { id: article.editionId, version: input.version },
      data: { changeNote: null },
    });
    if (claimed.count === 0) return problem('changed-meanwhile', { version: String(article.version) });
    if (article.editionState !== 'approved') await approve(tx, viewer, article.editionId);

    const now = new Date();
    await endPublications(tx, viewer, article.id, 'superseded', now);
    for (const text of article.texts) {
      await giveAddress(tx, article, text.locale, text.title);
      await tx.publication.create({
        data: {
          articleId: article.id,
          locale: text.locale,
          textId: text.id,
          plannedAt: now,
          publishedAt: now,
          publishedById: viewer.accountId,
        },
        select: { id: true },
      });
    }
    await record(tx, viewer, {
      verb: 'changed',
      action: 'publishArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { edition: article.number, languages: article.texts.map(({ locale }) => locale) },
    });
    return ok({ id: article.id });
  });
}

/** Takes an article off its address, in all languages, at once. Its text stays and can be published again. */
export async function withdrawArticle(
  viewer: Viewer,
  input: WithdrawInput,
): Promise<Result<{ id: string }, PublishProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (!article) return problem('not-found');
  if (!may(viewer, 'articles.withdraw', article.unit.path)) return problem('not-allowed');

  return transaction(async (tx) => {
    const ended = await endPublications(tx, viewer, article.id, 'withdrawn', new Date(), input.notice);
    if (ended === 0) return problem('nothing-public');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
    });
    return ok({ id: article.id });
  });
}

async function approve(tx: Transaction, viewer: Viewer, editionId: string): Promise<void> {
  for (const kind of ['submitted', 'approved'] as const)
    await tx.editionDecision.create({ data: { editionId, kind, decidedById: viewer.accountId }, select: { id: true } });
}

async function endPublications(
  tx: Transaction,
  viewer: Viewer,
  articleId: string,
  reason: 'superseded' | 'withdrawn',
  at: Date,
  notice?: string,
): Promise<number> {
  const { count } = await tx.publication.updateMany({
    where: { articleId, publishedAt: { not: null }, endedAt: null },
    data: { endedAt: at, endedById: viewer.accountId, endReason: reason, ...(notice ? { notice } : {}) },
  });
  return count;
}

/** The first publication of a language gives it its address, made from the title; a taken one gets a number behind it. */
async function giveAddress(
  tx: Transaction,
  article: ArticleDraft,
  locale: ArticleLocale,
  title: string,
): Promise<void> {
  if (article.slugs[locale]) return;
  const base = slugify(title, { decamelize: false }).slice(0, 80).replace(/-+$/, '') || article.kind;
  const taken = await tx.articleSlug.findMany({
    where: { locale, slug: { startsWith: base } },
    select: { slug: true },
    take: 200,
  });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = base;
  for (let number = 2; slugs.has(slug); number++) slug = `${base}-${number}`;
  await tx.articleSlug.create({ data: { articleId: article.id, locale, slug }, select: { id: true } });
}
