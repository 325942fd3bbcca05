import { type Locale, locales } from '../domain/locale';

export { type Locale, locales };
/** It has no prefix in addresses. */
export const defaultLocale: Locale = 'vi';

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
export const otherLocale = (locale: Locale): Locale => (locale === 'vi' ? 'en' : 'vi');
/** The language that an address or a form says, or that of the portal. */
export const localeAsked = (said: unknown): Locale => (isLocale(said) ? said : defaultLocale);
