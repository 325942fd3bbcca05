import type { Locale } from '@/i18n/locales';

/** A skill in the reader's language. */
export const skillName = (locale: Locale, { nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
  locale === 'vi' ? nameVi : nameEn;
