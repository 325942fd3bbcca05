import type { Viewer } from '@/domain/access/viewer';
import type { Locale } from '@/domain/locale';
import type { Transaction } from '@/prisma/transaction';
import type { ShownArticle } from '../article';
import { plainOf } from '../document';
import type { ArticleDraft } from '../draft';
import { putAtHead } from '../pictures/lead-picture-writes';
import { whileShown } from '../shown-writes';
import { surround } from '../surroundings/surroundings-writes';
import { type Beside, besideChanges, besideOf } from './beside';
import type { VersionWords } from './version';

export type Kept = Omit<VersionWords, 'told' | 'model' | 'unit'> & { locale: Locale };

/**
 * The words of a version as they are kept at this moment of a transaction, or nothing. An erasure of the woman they tell of is waited for:
 * it takes them away.
 */
export async function readKept(tx: Transaction, articleId: string, textId: string): Promise<Kept | undefined> {
  await tx.$queryRaw`
    SELECT 1 FROM person p JOIN article a ON a.subject_person_id = p.id WHERE a.id = ${articleId}::uuid FOR SHARE OF p`;
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT t.locale, t.title, t.summary, t.body, t.easy_read AS "easyRead", t.what_changed AS "whatChanged", t.parts, e.beside FROM edition_text t JOIN edition e ON e.id = t.edition_id
      WHERE t.id = ${textId}::uuid AND e.article_id = ${articleId}::uuid AND t.plain <> ''
    UNION ALL SELECT t.locale, t.title, t.summary, t.body, t.easy_read AS "easyRead", t.what_changed AS "whatChanged", t.parts, t.beside FROM earlier_text t JOIN edition e ON e.id = t.edition_id
      WHERE t.id = ${textId}::uuid AND e.article_id = ${articleId}::uuid LIMIT 1`;
  return kept;
}

/**
 * Puts them in the place of what an edition says in that language; the database keeps that. English that comes back is behind. Lines come
 * with their words; a version without leaves those that stand.
 */
export async function putBack(
  tx: Transaction,
  { accountId }: Pick<Viewer, 'accountId'>,
  editionId: string,
  { locale, title, summary, body, easyRead, whatChanged, parts }: Kept,
): Promise<void> {
  const [document, lines] = [JSON.stringify(body), parts && JSON.stringify(parts)];
  const [text] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO edition_text AS t (id, edition_id, locale, title, summary, body, plain, easy_read, what_changed, parts, wrote_by_id, wrote_at)
      VALUES (app.uuid7(), ${editionId}::uuid, ${locale}, ${title}, ${summary}, ${document}::jsonb, ${plainOf(body)}, ${easyRead}, ${whatChanged},
        ${lines}::jsonb, ${accountId}::uuid, ${new Date()})
    ON CONFLICT (edition_id, locale) DO UPDATE SET title = excluded.title, summary = excluded.summary, body = excluded.body, plain = excluded.plain,
      easy_read = excluded.easy_read, what_changed = excluded.what_changed, wrote_by_id = excluded.wrote_by_id, wrote_at = excluded.wrote_at,
      lines = CASE WHEN coalesce(excluded.parts, t.parts) IS NOT DISTINCT FROM t.parts THEN t.lines END,
      parts = CASE WHEN coalesce(excluded.parts, t.parts) IS NOT DISTINCT FROM t.parts THEN t.parts END,
      translated_from_id = NULL, translated_from_sha = NULL
    RETURNING t.id::text`;
  if (text && lines) await tx.$executeRaw`SELECT app.put_parts(${text.id}::uuid, ${lines}::jsonb)`;
}

/** Whether a picture may be shown at the head of a page today; none may. */
export async function pictureMayShow(tx: Transaction, picture: string | null): Promise<boolean> {
  if (!picture) return true;
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`SELECT app.picture_may_show(${picture}::uuid, 'portal') AS may`;
  return row?.may ?? false;
}

/** Puts what stood beside a version back: places, topics, source, model and unit as a form that says them, the drawing at once. Says what readers see of it. */
export async function putBackBeside(
  tx: Transaction,
  article: ArticleDraft,
  editionId: string,
  beside: Beside,
  withPicture: boolean,
): Promise<ShownArticle[]> {
  if (withPicture) {
    const texts = await tx.editionText.findMany({ where: { editionId }, select: { id: true }, take: 2 });
    await putAtHead(
      tx,
      texts.map(({ id }) => id),
      beside.picture,
    );
  }
  if (!article.placeable) return [];
  const about = {
    communeIds: beside.communes,
    ...(beside.wholeCity && { wholeCity: 'on' as const }),
    topics: beside.topics,
    ...(beside.scene && { scene: beside.scene }),
    ...(beside.sourceName && { sourceName: beside.sourceName }),
    ...(beside.sourceUrl && { sourceUrl: beside.sourceUrl }),
    ...(beside.model && { subjectModelId: beside.model }),
    ...(beside.unit && { subjectUnitId: beside.unit }),
  };
  const changes = besideChanges(besideOf(article, beside.picture), beside) ?? [];
  const waiting = changes.filter((part) => WAITING.includes(part));
  const shown = await whileShown(tx, article.id, () =>
    surround(tx, article, about, waiting.length > 0 ? editionId : null),
  );
  return waiting.length < changes.length ? shown : [];
}

/** What waits for an approval once there was one. */
const WAITING = ['places', 'topics', 'source', 'model', 'unit'];
