import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleKind, ShownArticle } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import { shownOf } from '@/domain/articles/shown-writes';
import { locales as all, type Locale } from '@/domain/locale';
import { slugOf } from '@/domain/slug';
import { freeSlug } from '@/domain/slug-writes';
import type { Transaction } from '@/prisma/transaction';
import { type Hours, noteOf, type PublishInput } from './publish-input';

type Text = { id: string; locale: Locale; title: string };
type Article = { id: string; kind: ArticleKind };

/** Puts texts before readers at once; what was shown in their languages is superseded in the same moment. */
export async function publishNow(
  tx: Transaction,
  viewer: Viewer,
  article: Article,
  texts: readonly Text[],
  { end, note }: { end: Date | null; note: (locale: Locale) => string | null },
): Promise<void> {
  const now = new Date();
  await endShown(tx, article.id, { locales: texts.map(({ locale }) => locale), reason: 'superseded', by: viewer, now });
  await giveMissingAddresses(tx, article, texts);
  await tx.publication.createMany({
    data: texts.map(({ id, locale }) => ({
      articleId: article.id,
      locale,
      textId: id,
      plannedAt: now,
      plannedEnd: end,
      publishedAt: now,
      createdAt: now,
      publishedById: viewer.accountId,
      forFront: mayForProvince(viewer, 'articles.publish'),
      changeNote: note(locale),
    })),
  });
}

/** Gives texts their hour. One hour a language: the database refuses a second (`one_planned_publication`). */
export const schedule = (
  tx: Transaction,
  viewer: Viewer,
  articleId: string,
  texts: readonly Text[],
  { at, end, note }: Hours & { at: Date; note: (locale: Locale) => string | null },
) =>
  tx.publication.createMany({
    data: texts.map(({ id, locale }) => ({
      articleId,
      locale,
      textId: id,
      plannedAt: at,
      plannedEnd: end,
      publishedById: viewer.accountId,
      forFront: mayForProvince(viewer, 'articles.publish'),
      changeNote: note(locale),
    })),
  });

/** Ends hours that have not come yet; says how many. */
export async function takeHoursBack(
  tx: Transaction,
  articleId: string,
  locales: readonly Locale[],
  by: Pick<Viewer, 'accountId'>,
): Promise<number> {
  const { count } = await tx.publication.updateMany({
    where: { articleId, locale: { in: [...locales] }, publishedAt: null, endedAt: null },
    data: { endedAt: new Date(), endedById: by.accountId, endReason: 'withdrawn' },
  });
  return count;
}

/** Ends the addresses at which any edition of an article is looked at before it is public. */
export const endPreviews = (tx: Transaction, articleId: string) =>
  tx.previewLink.deleteMany({ where: { edition: { articleId } } });

type Ending = {
  locales: Locale[];
  reason: 'superseded' | 'withdrawn' | 'expired';
  by: Pick<Viewer, 'accountId'> | null;
  now: Date;
  /** why, for colleagues */
  why?: string;
  /** what its address says from then on */
  notices?: Record<Locale, string | null>;
};

/** Ends what readers see in these languages; says how many of them there were. */
export const endShown = (
  tx: Transaction,
  articleId: string,
  { locales, reason, by, now, why, notices }: Ending,
): Promise<number> => tx.$executeRaw`
  UPDATE publication SET ended_at = ${now}, ended_by_id = ${by?.accountId ?? null}::uuid, end_reason = ${reason}::publication_end,
    reason = ${why ?? null}, notice = CASE locale WHEN 'vi' THEN ${notices?.vi ?? null} ELSE ${notices?.en ?? null} END
  WHERE article_id = ${articleId}::uuid AND locale = ANY (${locales}::text[]) AND published_at IS NOT NULL AND ended_at IS NULL`;

/** Addresses that spell the name of a woman whom these texts do not name lead nowhere any more. */
const forgetNaming = (tx: Transaction, texts: readonly Text[]) =>
  tx.$queryRaw`SELECT app.forget_naming_slugs(${texts.map(({ id }) => id)}::uuid[])::text`;

/** Addresses for languages that have none; an address once given stays, but where it names a woman whom these texts do not name. */
export async function giveMissingAddresses(tx: Transaction, article: Article, texts: readonly Text[]): Promise<void> {
  await forgetNaming(tx, texts);
  const given = await tx.articleSlug.findMany({
    where: { articleId: article.id, retiredAt: null },
    select: { locale: true },
    take: 4,
  });
  await giveAddresses(
    tx,
    article,
    texts.filter(({ locale }) => !given.some((slug) => slug.locale === locale)),
  );
}

/** Gives languages the address that the title makes which readers see; where nothing is public in one, it keeps what it had. */
export async function moveAddresses(tx: Transaction, article: Article, locales: readonly Locale[]): Promise<void> {
  const shown = await tx.publication.findMany({
    where: { articleId: article.id, locale: { in: [...locales] }, publishedAt: { not: null }, endedAt: null },
    select: { locale: true, text: { select: { id: true, title: true } } },
    take: 2,
  });
  const texts = all.flatMap((each) =>
    shown.flatMap(({ locale, text }) => (locale === each ? { ...text, locale: each } : [])),
  );
  await tx.articleSlug.updateMany({
    where: { articleId: article.id, locale: { in: texts.map(({ locale }) => locale) }, retiredAt: null },
    data: { retiredAt: new Date() },
  });
  await giveAddresses(tx, article, texts);
  await forgetNaming(tx, texts);
}

/** Addresses made from titles. One that the article had before is taken up again; one of another gets a number behind it. */
export async function giveAddresses(
  tx: Transaction,
  article: Article,
  titles: readonly Pick<Text, 'locale' | 'title'>[],
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

/** Puts out the newest edition in the languages of an input, inside a transaction that holds the article. */
export async function putOut(
  tx: Transaction,
  viewer: Viewer,
  article: ArticleDraft,
  input: PublishInput,
  { at, end }: Hours,
): Promise<ShownArticle[]> {
  const texts = article.texts.filter(({ locale }) => input.locales.includes(locale));
  const note = (locale: 'vi' | 'en') => noteOf(input, locale);
  if (at) await schedule(tx, viewer, article.id, texts, { at, end, note });
  else if (texts.length > 0) await publishNow(tx, viewer, article, texts, { end, note });
  // What is approved alone may say that readers' English text follows their Vietnamese one.
  return at ? [] : shownOf(tx, article.id);
}
