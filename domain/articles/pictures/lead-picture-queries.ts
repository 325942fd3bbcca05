import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { isInLibrary } from '@/domain/pictures/library-queries';
import { db } from '@/prisma/client';
import type { ChosenPicture, PlaceOfPicture } from './lead-picture';

const PLACES_MAX = 50;
/** Of all editions of those articles. */
const TEXTS_MAX = 500;

/** The picture at the head of the newest edition of an article; null where there is none, or the article is beyond her reach. */
export async function findLeadPicture(viewer: Viewer, articleId: string): Promise<ChosenPicture | null> {
  if (!isId(articleId)) return null;
  const use = await db.mediaUse.findFirst({
    where: {
      use: 'portal',
      atHead: true,
      text: { edition: { article: { id: articleId, unit: withinReach(viewer, 'articles.see') } } },
    },
    orderBy: [{ text: { edition: { number: 'desc' } } }, { text: { locale: 'desc' } }],
    select: {
      hiddenAt: true,
      picture: {
        select: {
          id: true,
          width: true,
          height: true,
          withdrawnAt: true,
          withdrawnReason: true,
          mediaTexts: { where: { locale: 'vi' }, select: { alt: true }, take: 1 },
        },
      },
      text: {
        select: {
          mediaUses: {
            where: { use: { not: 'portal' }, atHead: true, hiddenAt: null },
            select: { use: true },
            take: 2,
          },
        },
      },
    },
  });
  if (!use) return null;
  const { id, width, height, mediaTexts, withdrawnAt, withdrawnReason } = use.picture;
  const also = use.hiddenAt === null ? use.text.mediaUses.map((other) => other.use) : [];
  return {
    id,
    alt: mediaTexts[0]?.alt ?? '',
    width: width ?? 0,
    height: height ?? 0,
    hidden: use.hiddenAt !== null,
    withdrawn: withdrawnAt !== null,
    gone: withdrawnAt !== null && withdrawnReason !== 'consent',
    onCard: also.includes('share_card'),
    onPaper: also.includes('print'),
  };
}

type PlaceRow = PlaceOfPicture;

/** Articles within her reach that use a picture, those first that readers see; null for a picture beyond it. At most fifty. */
export async function listPlacesOfPicture(viewer: Viewer, pictureId: string): Promise<PlaceOfPicture[] | null> {
  if (!(await isInLibrary(viewer, pictureId))) return null;
  const uses = await db.mediaUse.findMany({
    where: { pictureId, use: 'portal', text: { edition: { article: { unit: withinReach(viewer, 'articles.see') } } } },
    select: { textId: true },
    take: TEXTS_MAX,
  });
  if (uses.length === 0) return [];
  return db.$queryRaw<PlaceRow[]>`
    SELECT * FROM (SELECT DISTINCT ON (e.article_id, t.locale) e.article_id::text AS "articleId", t.title, t.locale, m.hidden_at IS NOT NULL AS hidden,
      m.hidden_at IS NULL AND EXISTS (SELECT FROM media_use n WHERE n.asset_id = m.asset_id AND n.text_id = m.text_id AND n.use = 'share_card' AND n.hidden_at IS NULL) AS "onCard",
      EXISTS (SELECT FROM publication p WHERE p.text_id = t.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL) AS "isPublic"
    FROM media_use m JOIN edition_text t ON t.id = m.text_id JOIN edition e ON e.id = t.edition_id
    WHERE m.asset_id = ${pictureId}::uuid AND m.use = 'portal' AND m.text_id = ANY (${uses.map(({ textId }) => textId)}::uuid[])
    ORDER BY e.article_id, t.locale DESC, EXISTS (SELECT FROM publication p WHERE p.text_id = t.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL) DESC, e.number DESC) each
    ORDER BY "isPublic" DESC, "articleId" DESC, locale DESC LIMIT ${PLACES_MAX}`;
}

export type HiddenPictures = { count: number; first: { articleId: string; title: string } | null };

/** Articles of hers that readers see without a picture, since somebody in it took back her yes; the first of them. */
export async function findHiddenPictures(viewer: Viewer): Promise<HiddenPictures> {
  const hidden = {
    use: 'portal',
    hiddenAt: { not: null },
    text: {
      publications: { some: { publishedAt: { not: null }, endedAt: null } },
      edition: { article: { unit: withinReach(viewer, 'articles.write') } },
    },
  };
  const rows = await db.mediaUse.findMany({
    where: hidden,
    orderBy: { hiddenAt: 'asc' },
    select: { text: { select: { title: true, locale: true, edition: { select: { articleId: true } } } } },
    take: PLACES_MAX,
  });
  const articles = new Map(rows.map(({ text }) => [text.edition.articleId, text.title]));
  const [first] = articles;
  return { count: articles.size, first: first ? { articleId: first[0], title: first[1] } : null };
}
