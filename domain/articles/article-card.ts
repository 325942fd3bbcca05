import type { Locale } from '@/domain/locale';
import { byVietnameseName } from '@/domain/order';
import { kindToday, nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import type { ArticleCard, ArticlePlace } from './article';

/** Public at this moment, as a filter on publications: what is only planned has no `publishedAt` yet. */
export const live = () => ({ publishedAt: { not: null }, endedAt: null });

/** The columns of an `ArticlePlace`, to be selected from a unit. */
export const placeSelect = () => ({
  slug: true,
  code: true,
  gridQ: true,
  gridR: true,
  unitNames: nameToday(),
  unitKinds: kindToday(),
});

/** The columns of an `ArticleCard`, to be selected from a publication. */
export const cardSelect = (locale: Locale) => ({
  id: true,
  publishedAt: true,
  text: { select: { title: true, summary: true } },
  article: {
    select: {
      id: true,
      kind: true,
      demo: true,
      sourceName: true,
      sourceUrl: true,
      articleSlugs: { where: { retiredAt: null }, select: { locale: true, slug: true }, take: 4 },
      articleTopics: {
        select: {
          skill: { select: { code: true, position: true, nameVi: locale === 'vi', nameEn: locale === 'en' } },
        },
        take: 10,
      },
      articleCommunes: { select: { unit: { select: placeSelect() } }, take: 10 },
    },
  },
});

type PlaceRow = Prisma.UnitGetPayload<{ select: ReturnType<typeof placeSelect> }>;

type Selected = Prisma.PublicationGetPayload<{ select: ReturnType<typeof cardSelect> }>;

/** Of the names of a skill one is read, by language; Prisma's type would promise both. */
type CardRow = Pick<Selected, 'text'> & {
  article: Omit<Selected['article'], 'articleTopics'> & {
    articleTopics: { skill: { code: string; position: number; nameVi?: string; nameEn?: string } }[];
  };
};

/** `first` is when it was first public in this language. */
export const toCard = (locale: Locale, { text, article }: CardRow, first: Date | null): ArticleCard => ({
  id: article.id,
  kind: article.kind === 'story' ? 'story' : 'news',
  slug: article.articleSlugs.find((row) => row.locale === locale)?.slug ?? '',
  title: text.title,
  summary: text.summary,
  publishedAt: (first ?? new Date(0)).toISOString(),
  places: article.articleCommunes.map(({ unit }) => toPlace(unit)).sort(byVietnameseName),
  topics: article.articleTopics
    .sort((a, b) => a.skill.position - b.skill.position)
    .map(({ skill }) => ({ code: skill.code, name: skill.nameVi ?? skill.nameEn ?? skill.code })),
  demo: article.demo,
});

export const toPlace = (unit: PlaceRow): ArticlePlace => ({
  code: unit.code ?? unit.slug,
  slug: unit.slug,
  name: unit.unitNames[0]?.name ?? unit.slug,
  kind: kindOf(unit.unitKinds[0]?.kind),
  q: unit.gridQ ?? 0,
  r: unit.gridR ?? 0,
});

const kindOf = (kind: string | undefined): ArticlePlace['kind'] =>
  kind === 'ward' || kind === 'special_zone' ? kind : 'commune';
