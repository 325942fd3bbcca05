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
import { keepLines } from './line-writes';

export type LinesProblem = 'not-found' | 'not-allowed' | 'begin-an-edition' | 'scheduled' | 'changed-meanwhile';

type Written = {
  kind: ArticleKind;
  /** as the trail calls it */
  action: string;
  sent: { articleId: string; version: number; following: Following };
  /** how many steps there are in Vietnamese, for the trail */
  steps: number;
  /** the fields of the form as they would stand once they are written */
  fields: Record<string, string>;
  /** the same as they stand now: for who comes second, and for what changes nothing */
  current: (articleId: string) => Promise<Record<string, string>>;
  replace: (tx: Transaction, texts: ArticleDraft['texts']) => Promise<unknown>;
};

/**
 * Writes the lines of a text in the place of those that stood there, in each language of its newest edition; English follows, or is behind,
 * as by words. What was approved stands: `begin-an-edition`.
 */
export async function writeLines(viewer: Viewer, written: Written): Promise<Result<{ id: string }, LinesProblem>> {
  const { kind, action, sent, steps, fields, current, replace } = written;
  const article = await findArticle(viewer, sent.articleId);
  if (article?.kind !== kind) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  if (article.scheduled) return problem('scheduled');
  if (article.editionState === 'approved') return problem('begin-an-edition');
  const stood = await current(article.id);
  const isWritten = await transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, sent.version))) return false;
    const before = await englishLines(tx, article.editionId);
    const others = article.texts.filter(({ locale }) => saysOther(locale, stood, fields));
    await keepLines(tx, viewer, others);
    await replace(tx, others);
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
    return true;
  });
  if (isWritten) return ok({ id: article.id });
  const newer = await findArticle(viewer, article.id);
  return problem('changed-meanwhile', { version: String(newer?.version ?? 0), ...(await current(article.id)) });
}

/** Whether lines of a language are written anew. Drawings and numbers stand for both. */
function saysOther(locale: string, stood: Record<string, string>, fields: Record<string, string>): boolean {
  const other = locale === 'vi' ? /^\w+En\[/ : /^\w+Vi\[/;
  const names = new Set([...Object.keys(stood), ...Object.keys(fields)]);
  return [...names].some((name) => !other.test(name) && (stood[name] ?? '') !== (fields[name] ?? ''));
}
