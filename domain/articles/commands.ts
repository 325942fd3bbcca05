import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { type Transaction, transaction } from '@/prisma/client';
import { type ArticleText, type DraftInput, type EditInput, fieldsOf, textsOf } from './article';
import { documentOf, plainOf } from './document';
import { findArticle } from './draft-queries';

export type DraftProblem = 'not-found' | 'not-allowed' | 'english-not-whole' | 'changed-meanwhile';

/** Begins an article for a unit where the viewer writes. It is a draft: nobody outside sees it. */
export async function draftArticle(viewer: Viewer, input: DraftInput): Promise<Result<{ id: string }, DraftProblem>> {
  const unit = await findUnit(viewer, input.unitId, 'articles.write');
  if (!unit) return problem('not-found');
  const texts = textsOf(input);
  if (!texts) return problem('english-not-whole');

  return transaction(async (tx) => {
    const article = await tx.article.create({
      data: {
        kind: input.kind,
        unitId: unit.id,
        createdById: viewer.accountId,
        sourceName: input.sourceName ?? null,
        sourceUrl: input.sourceUrl ?? null,
      },
      select: { id: true },
    });
    await openEdition(tx, viewer, article.id, 1, texts);
    await setPlacesAndTopics(tx, article.id, input.communeIds, input.topics);
    await record(tx, viewer, {
      verb: 'created',
      action: 'draftArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: unit.id,
      change: { kind: input.kind, title: input.viTitle },
    });
    return ok({ id: article.id });
  });
}

/**
 * Saves what was written. A draft is written over; of a public article a new edition is begun, and readers keep the old one
 * until it is published. When somebody saved meanwhile, nothing is overwritten and her text comes back.
 */
export async function editArticle(viewer: Viewer, input: EditInput): Promise<Result<{ id: string }, DraftProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  const texts = textsOf(input);
  if (!texts) return problem('english-not-whole');

  return transaction(async (tx) => {
    const claimed = await tx.edition.updateMany({
      where: { id: article.editionId, version: input.version },
      data: { changeNote: null },
    });
    if (claimed.count === 0) return problem('changed-meanwhile', await currentTexts(viewer, article.id));

    if (article.editionState === 'approved') await openEdition(tx, viewer, article.id, article.number + 1, texts);
    else await writeTexts(tx, viewer, article.editionId, texts);
    await tx.article.update({
      where: { id: article.id },
      data: { sourceName: input.sourceName ?? null, sourceUrl: input.sourceUrl ?? null },
      select: { id: true },
    });
    await setPlacesAndTopics(tx, article.id, input.communeIds, input.topics);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'editArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { title: input.viTitle },
    });
    return ok({ id: article.id });
  });
}

async function currentTexts(viewer: Viewer, articleId: string): Promise<Record<string, string>> {
  const article = await findArticle(viewer, articleId);
  return { version: String(article?.version ?? 0), ...fieldsOf(article?.texts ?? []) };
}

async function openEdition(
  tx: Transaction,
  viewer: Viewer,
  articleId: string,
  number: number,
  texts: ArticleText[],
): Promise<void> {
  const edition = await tx.edition.create({ data: { articleId, number }, select: { id: true } });
  await writeTexts(tx, viewer, edition.id, texts);
}

async function writeTexts(tx: Transaction, viewer: Viewer, editionId: string, texts: ArticleText[]): Promise<void> {
  await tx.editionText.deleteMany({ where: { editionId, locale: { notIn: texts.map(({ locale }) => locale) } } });
  for (const { locale, title, summary, body } of texts) {
    const document = documentOf(body);
    const words = { title, summary, body: document as object, plain: plainOf(document) };
    await tx.editionText.upsert({
      where: { editionId_locale: { editionId, locale } },
      create: { editionId, locale, ...words },
      update: words,
      select: { id: true },
    });
  }
  await tx.editionAuthor.upsert({
    where: { editionId_accountId: { editionId, accountId: viewer.accountId } },
    create: { editionId, accountId: viewer.accountId },
    update: { wroteAt: new Date() },
    select: { editionId: true },
  });
}

async function setPlacesAndTopics(
  tx: Transaction,
  articleId: string,
  communeIds: string[],
  topics: string[],
): Promise<void> {
  const communes = await tx.unit.findMany({
    where: { id: { in: communeIds }, level: 'commune' },
    select: { id: true },
    take: 10,
  });
  const skills = await tx.skill.findMany({ where: { code: { in: topics } }, select: { id: true }, take: 10 });
  await tx.articleCommune.deleteMany({ where: { articleId } });
  await tx.articleTopic.deleteMany({ where: { articleId } });
  await tx.articleCommune.createMany({ data: communes.map(({ id }) => ({ articleId, unitId: id })) });
  await tx.articleTopic.createMany({ data: skills.map(({ id }) => ({ articleId, skillId: id })) });
}
