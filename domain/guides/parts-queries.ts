import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { locales } from '@/domain/locale';
import { db } from '@/prisma/client';
import { partsOf } from './guide';
import { type GuideDraft, partNames, partsMax } from './written-parts';

const PARTS_MAX = partNames.reduce((sum, part) => sum + partsMax[part], 0);

/** The parts of a guide as its editors see it, and the days of its review; null where it is no guide, or beyond her reach. */
export async function findGuideDraft(viewer: Viewer, articleId: string): Promise<GuideDraft | null> {
  if (!isId(articleId)) return null;
  const row = await db.article.findFirst({
    where: { id: articleId, kind: 'guide', unit: withinReach(viewer, 'articles.see') },
    select: {
      reviewedOn: true,
      reviewOn: true,
      version: true,
      editions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          editionTexts: {
            take: 2,
            select: {
              locale: true,
              guideSteps: {
                orderBy: { position: 'asc' },
                take: PARTS_MAX,
                select: { part: true, title: true, body: true, screen: true, beside: true },
              },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const texts = row.editions[0]?.editionTexts ?? [];
  const parts = locales.flatMap((locale) => {
    const text = texts.find((each) => each.locale === locale);
    return text ? [[locale, partsOf(text.guideSteps)]] : [];
  });
  return {
    parts: Object.fromEntries(parts),
    reviewedOn: row.reviewedOn && fromDate(row.reviewedOn),
    reviewOn: row.reviewOn && fromDate(row.reviewOn),
    version: row.version,
  };
}
