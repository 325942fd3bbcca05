import type { Locale } from '@/domain/locale';
import type { ModelKind } from './digital-model';

/** The address of each model kind in either language. */
export const modelSlugs: Record<ModelKind, { vi: string; en: string }> = {
  digital_womens_club: { vi: 'cau-lac-bo-phu-nu-so', en: 'digital-womens-club' },
  digital_sub_association: { vi: 'chi-hoi-so', en: 'digital-sub-association' },
  one_plus_one_instructor: { vi: 'huong-dan-vien-so', en: 'one-plus-one-instructor' },
  digital_family: { vi: 'gia-dinh-so', en: 'digital-family' },
};

/** Which kind a slug of a language names; null when none. */
export const kindOfSlug = (locale: Locale, slug: string): ModelKind | null =>
  (Object.entries(modelSlugs) as [ModelKind, { vi: string; en: string }][]).find(
    ([, slugs]) => slugs[locale] === slug,
  )?.[0] ?? null;
