/** Vietnamese first: it is the default and has no prefix in addresses. */
export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'vi';

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
export const otherLocale = (locale: Locale): Locale => (locale === 'vi' ? 'en' : 'vi');
