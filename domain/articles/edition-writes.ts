import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import { type ArticleNode, plainOf } from './document';
import type { ArticleText } from './drafting/draft-fields';
import { noteSource } from './translations/source-writes';

/** Who wrote any part of an edition, its words, parts or picture, does not approve it. */
export const noteAuthor = (tx: Transaction, { accountId }: Pick<Viewer, 'accountId'>, editionId: string) =>
  tx.editionAuthor.upsert({
    where: { editionId_accountId: { editionId, accountId } },
    create: { editionId, accountId },
    update: { wroteAt: new Date() },
    select: { editionId: true },
  });

/** Has the texts of an edition kept as they stand, before she changes something beside their words. */
export const keepBeside = (tx: Transaction, { accountId }: Pick<Viewer, 'accountId'>, editionId: string) =>
  tx.$executeRaw`SELECT app.keep_beside(${editionId}::uuid, ${accountId}::uuid)`;

/** Begins an edition without any text; says its id. By hand: Prisma would name the state too, which only decisions may set. */
export async function openEdition(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  articleId: string,
  number: number,
): Promise<string> {
  const [edition] = await tx.$queryRaw<[{ id: string }]>`
    INSERT INTO edition (id, article_id, number) VALUES (app.uuid7(), ${articleId}::uuid, ${number}) RETURNING id::text`;
  await noteAuthor(tx, viewer, edition.id);
  return edition.id;
}

/** Has an edition say what another one says, in each language but one that is written anew. */
export const carryTexts = (tx: Transaction, from: string, to: string, except = '') => tx.$executeRaw`
  INSERT INTO edition_text (id, edition_id, locale, title, summary, body, plain, easy_read, what_changed, translated_from_id, translated_from_sha)
    SELECT app.uuid7(), ${to}::uuid, t.locale, t.title, t.summary, t.body, t.plain, t.easy_read, t.what_changed, t.translated_from_id, t.translated_from_sha
    FROM edition_text t WHERE t.edition_id = ${from}::uuid AND t.locale <> ${except}`;

/** The words of one language, with what its cards say of figures. */
type SettledText = Omit<ArticleText, 'body'> & { body: ArticleNode };

/** Has an edition say these texts and no others, and notes who wrote them. */
export async function writeTexts(
  tx: Transaction,
  viewer: Viewer,
  editionId: string,
  texts: SettledText[],
  source: Parameters<typeof noteSource>[2],
): Promise<void> {
  await tx.editionText.deleteMany({ where: { editionId, locale: { notIn: texts.map(({ locale }) => locale) } } });
  await Promise.all(texts.map((text) => writeText(tx, viewer, editionId, text)));
  await noteSource(tx, editionId, source);
  await noteAuthor(tx, viewer, editionId);
}

function writeText(
  tx: Transaction,
  viewer: Viewer,
  editionId: string,
  { locale, title, summary, body, easyRead, whatChanged }: SettledText,
) {
  const by = { wroteById: viewer.accountId, wroteAt: new Date() };
  const words = { title, summary, body: body as object, plain: plainOf(body), easyRead, whatChanged, ...by };
  return tx.editionText.upsert({
    where: { editionId_locale: { editionId, locale } },
    create: { editionId, locale, ...words },
    update: words,
    select: { id: true },
  });
}
