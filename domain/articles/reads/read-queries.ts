import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, fromDate, toDate } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { type DayOfReads, READ_DAYS, readsSince } from './read';

const ROWS_MAX = 100;

/** How often each of these articles was read in the last thirty days of Viet Nam; none for those that the viewer may not see. */
export async function listReads(viewer: Viewer, articleIds: readonly string[]): Promise<Map<string, number>> {
  const seen = await db.article.findMany({
    where: { id: { in: articleIds.slice(0, ROWS_MAX) }, unit: withinReach(viewer, 'articles.see') },
    select: { id: true },
    take: ROWS_MAX,
  });
  const rows = await db.articleRead.groupBy({
    by: ['articleId'],
    where: { articleId: { in: seen.map(({ id }) => id) }, day: { gte: toDate(readsSince()) } },
    _sum: { times: true },
  });
  const read = new Map(rows.map(({ articleId, _sum }) => [articleId, _sum.times ?? 0]));
  return new Map(seen.map(({ id }) => [id, read.get(id) ?? 0]));
}

/** The same of one article day by day and language by language, the first day first; null when the viewer may not see it. */
export async function findReadsByDay(viewer: Viewer, articleId: string): Promise<DayOfReads[] | null> {
  const where = { id: articleId, unit: withinReach(viewer, 'articles.see') };
  if (!(await db.article.findFirst({ where, select: { id: true } }))) return null;
  const rows = await db.articleRead.findMany({
    where: { articleId, day: { gte: toDate(readsSince()) } },
    select: { day: true, locale: true, times: true },
    take: (READ_DAYS + 1) * 3,
  });
  return Array.from({ length: READ_DAYS }, (_, at) => {
    const day = addDays(readsSince(), at);
    const of = rows.filter((row) => fromDate(row.day) === day);
    const sum = (locale?: Locale) =>
      of.reduce((all, row) => (locale && row.locale !== locale ? all : all + row.times), 0);
    return { day, times: sum(), vi: sum('vi'), en: sum('en') };
  });
}
