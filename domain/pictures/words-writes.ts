import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { EditPictureInput } from './library';

const ARTICLES_MAX = 500;

type Words = { alt: string; caption: string | null };

/** Whether readers see a picture, or will at an hour; the transaction holds it. */
async function isPublished(tx: Transaction, pictureId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ shown: boolean }[]>`
    SELECT app.picture_is_published(${pictureId}::uuid) AS shown`;
  return row?.shown ?? false;
}

/** Writes the words of a picture that the transaction holds. Of one that readers see they wait for somebody else; says whether. */
export async function saveWords(
  tx: Transaction,
  viewer: Viewer,
  pictureId: string,
  { altVi, altEn, captionVi, captionEn }: EditPictureInput,
): Promise<boolean> {
  const published = await isPublished(tx, pictureId);
  const each = [
    { locale: 'vi', alt: altVi, caption: captionVi ?? null },
    ...(altEn ? [{ locale: 'en', alt: altEn, caption: captionEn ?? null }] : []),
  ];
  const waits = await Promise.all(
    each.map(({ locale, ...words }) => {
      const text = { pictureId, locale };
      return published ? leaveWaiting(tx, viewer, text, words) : putWords(tx, text, words).then(() => false);
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

/** Words that are what readers see already wait for nobody. Who writes on at what waits wrote it with those before. */
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
  const data = { ...words, writtenByIds, writtenAt: new Date(), returnedById: null };
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
    UPDATE media_text t SET alt = w.alt, caption = w.caption FROM media_text_waiting w
    WHERE w.asset_id = ${pictureId}::uuid AND t.asset_id = w.asset_id AND t.locale = w.locale AND w.approved_by_id IS NOT NULL`;
  await tx.mediaTextWaiting.deleteMany({ where: { pictureId, approvedById: { not: null } } });
  await tx.mediaUse.updateMany({ where: { pictureId }, data: { toldAt: null } });
  // a form that was drawn before is told so
  await tx.$executeRaw`UPDATE media_asset SET id = id WHERE id = ${pictureId}::uuid`;
  return count;
}

/** Notes in each article that shows a picture that its words are others from now on. */
export async function noteInArticles(tx: Transaction, viewer: Viewer, pictureId: string, action: string) {
  const rows = await tx.publication.findMany({
    where: { endedAt: null, text: { mediaUses: { some: { pictureId, use: 'portal' } } } },
    distinct: ['articleId'],
    select: { articleId: true, article: { select: { unitId: true } } },
    take: ARTICLES_MAX,
  });
  await recordAll(
    tx,
    viewer,
    rows.map(({ articleId, article: { unitId } }) => ({
      verb: 'changed',
      action,
      subjectType: 'article',
      subjectId: articleId,
      unitId,
      change: { pictureId },
    })),
  );
}
