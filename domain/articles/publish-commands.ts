import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { slugOf } from '@/domain/slug';
import { freeSlug } from '@/domain/slug-writes';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { ArticleKind, PublishInput, ShownArticle, WithdrawInput } from './article';
import type { ArticleDraft } from './draft';
import { findArticle } from './draft-queries';
import { shownOf } from './shown-writes';

/** `shown`: how readers find it now, or found it before it was withdrawn. */
export type Published = { id: string; shown: ShownArticle[] };

export type PublishProblem = 'not-found' | 'not-allowed' | 'changed-since-read' | 'nothing-new' | 'nothing-public';

/**
 * Makes the newest edition public in each of its languages; the public one is superseded in the same moment. An
 * address once given stays. `changed-since-read`: the text is newer than the one she has read.
 */
export async function publishArticle(viewer: Viewer, input: PublishInput): Promise<Result<Published, PublishProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const article = found.value;
  if (article.state === 'published') return problem('nothing-new');

  const published = await transaction(async (tx) => {
    await holdArticle(tx, article.id);
    if (!(await takeVersion(tx, 'edition', article.editionId, input.version))) return null;
    if (article.editionState !== 'approved') await approve(tx, viewer, article.editionId);

    const now = new Date();
    await endPublications(tx, viewer, article.id, 'superseded', now);
    const nameless = article.texts.filter(({ locale }) => !article.slugs[locale]);
    await giveAddresses(tx, article, nameless);
    await tx.publication.createMany({
      data: article.texts.map(({ id, locale }) => ({
        articleId: article.id,
        locale,
        textId: id,
        plannedAt: now,
        publishedAt: now,
        publishedById: viewer.accountId,
      })),
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'publishArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { edition: article.number, languages: article.texts.map(({ locale }) => locale) },
    });
    return { id: article.id, shown: await shownOf(tx, article.id) };
  });
  if (published) return ok(published);
  // Of two who publish the same text at the same moment the second hears that it is done.
  const now = await findArticle(viewer, article.id);
  return problem(now?.state === 'published' && now.number === article.number ? 'nothing-new' : 'changed-since-read');
}

/** Takes an article off its address, in all languages, at once. Its text stays and can be published again. */
export async function withdrawArticle(
  viewer: Viewer,
  input: WithdrawInput,
): Promise<Result<Published, PublishProblem>> {
  const found = await findArticleFor(viewer, 'articles.withdraw', input.articleId);
  if (!found.ok) return found;
  const article = found.value;

  return transaction(async (tx) => {
    await holdArticle(tx, article.id);
    const shown = await shownOf(tx, article.id);
    const ended = await endPublications(tx, viewer, article.id, 'withdrawn', new Date(), input.notice);
    if (ended === 0) return problem('nothing-public');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
    });
    return ok({ id: article.id, shown });
  });
}

/**
 * Gives a public article the address that its title of today makes, in every language; the old ones lead on to it for ever.
 * `nothing-new`: the addresses already say what the titles say.
 */
export async function moveArticle(viewer: Viewer, input: PublishInput): Promise<Result<Published, PublishProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const article = found.value;
  if (article.version !== input.version) return problem('changed-since-read');
  if (article.state !== 'published') return problem('nothing-public');
  if (article.outdated.length === 0) return problem('nothing-new');

  return transaction(async (tx) => {
    await holdArticle(tx, article.id);
    await tx.articleSlug.updateMany({
      where: { articleId: article.id, locale: { in: article.outdated }, retiredAt: null },
      data: { retiredAt: new Date() },
    });
    const titles = article.texts.filter(({ locale }) => article.outdated.includes(locale));
    await giveAddresses(tx, article, titles);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'moveArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { languages: article.outdated },
    });
    return ok({ id: article.id, shown: await shownOf(tx, article.id) });
  });
}

/** The article with its newest edition, for one who may do this with it. */
async function findArticleFor(
  viewer: Viewer,
  permission: 'articles.publish' | 'articles.withdraw',
  articleId: string,
): Promise<Result<ArticleDraft, 'not-found' | 'not-allowed'>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  return may(viewer, permission, article.unit.path) ? ok(article) : problem('not-allowed');
}

/** Publishing, withdrawing and moving one article wait for each other. */
const holdArticle = (tx: Transaction, articleId: string) =>
  tx.$queryRaw`SELECT 1 FROM article WHERE id = ${articleId}::uuid FOR UPDATE`;

const approve = (tx: Transaction, viewer: Viewer, editionId: string) =>
  tx.editionDecision.createMany({
    data: (['submitted', 'approved'] as const).map((kind) => ({ editionId, kind, decidedById: viewer.accountId })),
  });

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

/** Addresses made from titles. One that the article had before is taken up again; one of another gets a number behind it. */
async function giveAddresses(
  tx: Transaction,
  article: { id: string; kind: ArticleKind },
  titles: { locale: Locale; title: string }[],
): Promise<void> {
  for (const { locale, title } of titles) {
    const wanted = slugOf(title) || article.kind;
    const own = { articleId: article.id, locale, slug: wanted };
    const { count } = await tx.articleSlug.updateMany({ where: own, data: { retiredAt: null } });
    if (count > 0) continue;
    const slug = await freeSlug(tx, 'article_slug', wanted, locale);
    await tx.articleSlug.create({ data: { ...own, slug }, select: { id: true } });
  }
}
