import type { ShownArticle } from '@/domain/articles/article';
import { whileShown } from '@/domain/articles/shown-writes';
import { endUntold } from '@/domain/articles/subject-person/subject-person-writes';
import { record } from '@/domain/audit-writes';
import { type Locale, locales } from '@/domain/locale';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { endShown, giveMissingAddresses } from './publish-writes';

const ARTICLES_AT_ONCE = 50;

type Due = { id: string; kind: ShownArticle['kind']; unitId: string };

/** What readers see otherwise now; `ended`: something of it was taken from them. */
export type Settled = { shown: ShownArticle[]; ended: boolean };

/**
 * Puts out what has its hour and ends what has its end, says each article as soon as it is done, and how many. Late where nobody was up,
 * and once. One that fails keeps no other waiting.
 */
export async function settleDuePublications(
  mayGoOn: () => Promise<boolean> = async () => true,
  done: (settled: Settled) => void = () => {},
): Promise<number> {
  let settled = 0;
  let failure: unknown;
  for (let due = await dueAfter(null); due.length > 0; due = await dueAfter(due.at(-1)?.id ?? null)) {
    for (const article of due) {
      if (!(await mayGoOn())) return settled;
      try {
        const moved = await transaction((tx) => settleArticle(tx, article));
        if (!moved) continue;
        settled++;
        done(moved);
      } catch (error) {
        failure ??= error;
      }
    }
  }
  if (failure) throw failure;
  return settled;
}

const dueAfter = (id: string | null): Promise<Due[]> => db.$queryRaw<Due[]>`
  SELECT a.id::text, a.kind::text, a.unit_id::text AS "unitId" FROM article a
  WHERE (${id}::uuid IS NULL OR a.id > ${id}::uuid) AND a.id IN (
    SELECT article_id FROM publication WHERE published_at IS NULL AND ended_at IS NULL AND planned_at <= ${new Date()}
    UNION SELECT article_id FROM publication WHERE published_at IS NOT NULL AND ended_at IS NULL AND planned_end <= ${new Date()})
  ORDER BY a.id LIMIT ${ARTICLES_AT_ONCE}::int`;

type DueText = { id: string; locale: Locale; title: string; textId: string; over: boolean };

/** Everything of one article that is due, in one transaction that holds it: whoever comes second finds nothing left. */
async function settleArticle(tx: Transaction, article: Due): Promise<Settled | null> {
  let published: DueText[] = [];
  let ended = 0;
  const shown = await whileShown(tx, article.id, async () => {
    // what may not be told at its minute keeps nothing else waiting, and its editors are told
    await endUntold(tx, article.id);
    const now = new Date();
    const due = await tx.$queryRaw<DueText[]>`
      SELECT p.id::text, p.locale, t.title, t.id::text AS "textId", coalesce(p.planned_end <= ${now}, false) AS over
      FROM publication p JOIN edition_text t ON t.id = p.text_id
      WHERE p.article_id = ${article.id}::uuid AND p.published_at IS NULL AND p.ended_at IS NULL AND p.planned_at <= ${now}`;
    published = due.filter(({ over }) => !over);
    await endShown(tx, article.id, { locales: localesOf(published), reason: 'superseded', by: null, now });
    const texts = published.map(({ textId, locale, title }) => ({ id: textId, locale, title }));
    await giveMissingAddresses(tx, article, texts);
    await tx.publication.updateMany({ where: { id: { in: idsOf(published) } }, data: { publishedAt: now } });
    await tx.publication.updateMany({
      where: { id: { in: idsOf(due.filter(({ over }) => over)) } },
      data: { endedAt: now, endReason: 'expired' },
    });
    ended = await expire(tx, article.id, now);
  });
  if (published.length > 0) await note(tx, article, 'publishDueArticles', localesOf(published));
  if (ended > 0) await note(tx, article, 'endDueArticles', []);
  return published.length + ended > 0 ? { shown, ended: ended > 0 } : null;
}

const idsOf = (texts: readonly DueText[]) => texts.map(({ id }) => id);
const localesOf = (texts: readonly DueText[]) =>
  locales.filter((locale) => texts.some((text) => text.locale === locale));

/** Ends what readers see and was planned to end by now. */
async function expire(tx: Transaction, articleId: string, now: Date): Promise<number> {
  const { count } = await tx.publication.updateMany({
    where: { articleId, publishedAt: { not: null }, endedAt: null, plannedEnd: { lte: now } },
    data: { endedAt: now, endReason: 'expired' },
  });
  return count;
}

const note = (tx: Transaction, article: Due, action: 'publishDueArticles' | 'endDueArticles', languages: Locale[]) =>
  record(tx, null, {
    verb: action === 'endDueArticles' ? 'ended' : 'changed',
    action,
    subjectType: 'article',
    subjectId: article.id,
    unitId: article.unitId,
    ...(languages.length > 0 ? { change: { languages } } : {}),
  });
