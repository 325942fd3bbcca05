import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { EditPictureInput } from './library';

const ARTICLES_MAX = 500;

/** Articles come before their pictures, as they do where one goes out. */
export const holdArticles = (tx: Transaction, pictureId: string) => tx.$executeRaw`
  SELECT FROM article WHERE id IN (SELECT app.articles_approved_with(${pictureId}::uuid)) ORDER BY id FOR NO KEY UPDATE`;

type Words = { alt: string; caption: string | null };

/** Whether an approved text shows a picture; the transaction holds it. */
async function isApproved(tx: Transaction, pictureId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ approved: boolean }[]>`
    SELECT EXISTS (SELECT FROM app.articles_approved_with(${pictureId}::uuid)) AS approved`;
  return row?.approved ?? false;
}

/** Writes the words of a picture that the transaction holds. Of one in an approved text they wait for somebody else; says whether. */
export async function saveWords(
  tx: Transaction,
  viewer: Viewer,
  pictureId: string,
  { altVi, altEn, captionVi, captionEn }: EditPictureInput,
): Promise<boolean> {
  const approved = await isApproved(tx, pictureId);
  const each = [
    { locale: 'vi', alt: altVi, caption: captionVi ?? null },
    ...(altEn ? [{ locale: 'en', alt: altEn, caption: captionEn ?? null }] : []),
  ];
  const waits = await Promise.all(
    each.map(({ locale, ...words }) => {
      const text = { pictureId, locale };
      return approved ? leaveWaiting(tx, viewer, text, words) : putWords(tx, text, words).then(() => false);
    }),
  );
  return waits.includes(true);
}

type Text = { pictureId: string; locale: string };

/** They are what is said from now on, and nothing waits. */
async function putWords(tx: Transaction, text: Text, words: Words): Promise<void> {
  await tx.mediaText.upsert({
    where: { pictureId_locale: text },
    create: { ...text, ...words },
    update: words,
    select: { locale: true },
  });
  await tx.mediaTextWaiting.deleteMany({ where: text });
}

/** Words that are what stands there already wait for nobody. Who writes on at what waits wrote it with those before. */
async function leaveWaiting({ mediaText, mediaTextWaiting }: Transaction, viewer: Viewer, text: Text, words: Words) {
  if ((await mediaText.count({ where: { ...text, ...words } })) > 0) {
    await mediaTextWaiting.deleteMany({ where: text });
    return false;
  }
  const where = { pictureId_locale: text };
  const before = await mediaTextWaiting.findUnique({
    where,
    select: { alt: true, caption: true, writtenByIds: true, returnedById: true },
  });
  const same = before?.alt === words.alt && before.caption === words.caption && before.returnedById === null;
  if (same) return true;
  const writtenByIds = [...new Set([...(before?.writtenByIds ?? []), viewer.accountId])];
  const data = { ...words, writtenByIds, writtenAt: new Date(), returnedById: null, remark: null };
  await mediaTextWaiting.upsert({ where, create: { ...text, ...data }, update: data, select: { locale: true } });
  return true;
}

/** What waits becomes what readers see: the database lets it be where somebody else has approved it. Pages are told by the clock. */
export async function approveWaiting(tx: Transaction, { accountId }: Viewer, pictureId: string): Promise<number> {
  const { count } = await tx.mediaTextWaiting.updateMany({
    where: { pictureId, returnedById: null },
    data: { approvedById: accountId },
  });
  await tx.$executeRaw`
    INSERT INTO media_text (asset_id, locale, alt, caption)
      SELECT w.asset_id, w.locale, w.alt, w.caption FROM media_text_waiting w WHERE w.asset_id = ${pictureId}::uuid AND w.approved_by_id IS NOT NULL
      ON CONFLICT (asset_id, locale) DO UPDATE SET alt = EXCLUDED.alt, caption = EXCLUDED.caption`;
  await tx.mediaTextWaiting.deleteMany({ where: { pictureId, approvedById: { not: null } } });
  await tx.mediaUse.updateMany({ where: { pictureId }, data: { toldAt: null } });
  // a form that was drawn before is told so
  await tx.$executeRaw`UPDATE media_asset SET id = id WHERE id = ${pictureId}::uuid`;
  return count;
}

/** Notes in each article that shows a picture that its words are others from now on. */
export async function noteInArticles(tx: Transaction, viewer: Viewer, pictureId: string, action: string) {
  const rows = await tx.$queryRaw<{ articleId: string; unitId: string }[]>`
    SELECT a.id::text AS "articleId", a.unit_id::text AS "unitId" FROM article a
    WHERE a.id IN (SELECT app.articles_approved_with(${pictureId}::uuid)) ORDER BY a.id LIMIT ${ARTICLES_MAX}`;
  await recordAll(
    tx,
    viewer,
    rows.map(({ articleId, unitId }) => ({
      verb: 'changed',
      action,
      subjectType: 'article',
      subjectId: articleId,
      unitId,
      change: { pictureId },
    })),
  );
}
