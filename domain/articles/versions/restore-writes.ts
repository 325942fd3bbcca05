import type { Viewer } from '@/domain/access/viewer';
import type { Locale } from '@/domain/locale';
import type { Transaction } from '@/prisma/transaction';
import { plainOf } from '../document';
import type { VersionWords } from './version';

type Kept = Omit<VersionWords, 'told'> & { locale: Locale };

/**
 * The words of a version as they are kept at this moment of a transaction, or nothing. An erasure of the woman they tell of is waited for:
 * it takes them away.
 */
export async function readKept(tx: Transaction, articleId: string, textId: string): Promise<Kept | undefined> {
  await tx.$queryRaw`
    SELECT 1 FROM person p JOIN article a ON a.subject_person_id = p.id WHERE a.id = ${articleId}::uuid FOR SHARE OF p`;
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT t.locale, t.title, t.summary, t.body, t.easy_read AS "easyRead", t.what_changed AS "whatChanged" FROM edition_text t JOIN edition e ON e.id = t.edition_id
      WHERE t.id = ${textId}::uuid AND e.article_id = ${articleId}::uuid AND t.plain <> ''
    UNION ALL SELECT t.locale, t.title, t.summary, t.body, t.easy_read AS "easyRead", t.what_changed AS "whatChanged" FROM earlier_text t JOIN edition e ON e.id = t.edition_id
      WHERE t.id = ${textId}::uuid AND e.article_id = ${articleId}::uuid LIMIT 1`;
  return kept;
}

/**
 * Puts them in the place of what an edition says in that language; that stays kept as an earlier text, by the database. English that
 * comes back is behind until somebody says that it follows.
 */
export function putBack(tx: Transaction, { accountId }: Viewer, editionId: string, kept: Kept) {
  const { locale, title, summary, body, easyRead, whatChanged } = kept;
  const by = { wroteById: accountId, wroteAt: new Date(), translatedFromId: null, translatedFromSha: null };
  const words = { title, summary, body: body as object, plain: plainOf(body), easyRead, whatChanged, ...by };
  return tx.editionText.upsert({
    where: { editionId_locale: { editionId, locale } },
    create: { editionId, locale, ...words },
    update: words,
    select: { id: true },
  });
}
