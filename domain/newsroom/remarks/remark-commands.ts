import type { Viewer } from '@/domain/access/viewer';
import { findAlertDraft } from '@/domain/articles/alerts/alert-queries';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { holdArticle } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { db, refusal, transaction } from '@/prisma/client';
import { chosenIn, passagesOf, type TextLines } from './passage';
import { REMARKS_MAX, type RemarkInput, type ResolveInput } from './remark';

export type RemarkProblem =
  | 'not-found'
  | 'not-allowed'
  | 'passage-changed'
  | 'too-many-remarks'
  | 'not-writer'
  | 'resolved-already';

type Remarked = RemarkInput & { id: string };

/**
 * Says something of a passage of the newest edition, for who writes it. `passage-changed`: somebody saved meanwhile, and the words are
 * there no more.
 */
export async function remarkOnArticle(viewer: Viewer, input: RemarkInput): Promise<Result<Remarked, RemarkProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  const text = article.texts.find(({ locale }) => locale === input.locale);
  const passages = text ? passagesOf(text, await linesIn(viewer, article, input.locale)) : [];
  const quote = chosenIn(passages[input.passage], input.quote);
  if (!quote) return problem('passage-changed');

  return transaction(async (tx) => {
    await holdArticle(tx, article.id);
    const open = await tx.remark.count({ where: { resolvedAt: null, edition: { articleId: article.id } } });
    if (open >= REMARKS_MAX) return problem('too-many-remarks');
    const { locale, passage } = input;
    const { id } = await tx.remark.create({
      data: {
        editionId: article.editionId,
        locale,
        passage,
        quote,
        text: input.text,
        writtenById: viewer.accountId,
      },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'created',
      action: 'remarkOnArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { edition: article.number, language: locale, passage },
    });
    return ok({ ...input, id });
  });
}

/** What a guide or an alert says line by line; nothing of other kinds. */
async function linesIn(viewer: Viewer, { id, kind }: ArticleDraft, locale: Locale): Promise<TextLines> {
  if (kind === 'guide') return { guide: (await findGuideDraft(viewer, id))?.parts[locale] };
  return kind === 'alert' ? { alert: (await findAlertDraft(viewer, id))?.[locale] } : {};
}

type Resolved = { id: string; locale: string };

/** Says of a remark that it is done with: for who writes in the article, and the database asks her too. */
export async function resolveRemark(viewer: Viewer, input: ResolveInput): Promise<Result<Resolved, RemarkProblem>> {
  const article = await findArticle(viewer, input.articleId);
  const remark =
    article &&
    (await db.remark.findFirst({
      where: { id: input.remarkId, edition: { articleId: article.id } },
      select: { id: true, locale: true, edition: { select: { number: true } } },
    }));
  if (!article || !remark) return problem('not-found');
  if (!article.editable) return problem('not-allowed');

  try {
    return await transaction(async (tx) => {
      const { count } = await tx.remark.updateMany({
        where: { id: remark.id, resolvedAt: null },
        data: { resolvedAt: new Date(), resolvedById: viewer.accountId },
      });
      if (count === 0) return problem('resolved-already');
      await record(tx, viewer, {
        verb: 'changed',
        action: 'resolveRemark',
        subjectType: 'article',
        subjectId: article.id,
        unitId: article.unit.id,
        change: { edition: remark.edition.number, language: remark.locale },
      });
      return ok({ id: article.id, locale: remark.locale });
    });
  } catch (error) {
    if (refusal(error) === 'resolved_by_author') return problem('not-writer');
    throw error;
  }
}
