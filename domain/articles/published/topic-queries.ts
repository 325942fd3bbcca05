import { toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { compareWords } from '@/domain/order';
import { db } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { type ArticleKind, kindsBeside, type Topic } from '../article';
import { live } from '../article-card';

const TOPICS_MAX = 60;

/**
 * Topics that at least one public article of a kind, or beside it, has, by name in Vietnamese order; `retired`: no choice any more. Kept
 * until one of those articles changes: it takes all of them to know.
 */
export const listPublishedTopics = (
  locale: Locale,
  kind: ArticleKind,
): Promise<readonly (Topic & { retired: boolean })[]> =>
  keptValue(
    `topics of ${kind} ${locale}`,
    ['articles', ...kindsBeside(kind).map((each) => `articles:${each}`), 'today'],
    () => readTopics(locale, kind),
  );

async function readTopics(locale: Locale, kind: ArticleKind): Promise<(Topic & { retired: boolean })[]> {
  const skills = await db.skill.findMany({
    where: {
      articleTopics: {
        some: { article: { kind: { in: kindsBeside(kind) }, publications: { some: { locale, ...live() } } } },
      },
    },
    select: { code: true, nameVi: true, nameEn: true, retiredOn: true },
    take: TOPICS_MAX,
  });
  return skills
    .map(({ code, nameVi, nameEn, retiredOn }) => ({
      code,
      name: locale === 'vi' ? nameVi : nameEn,
      retired: retiredOn !== null && retiredOn <= toDate(today()),
    }))
    .sort((a, b) => compareWords(a.name, b.name, locale));
}
