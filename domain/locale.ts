/** The languages of the portal, Vietnamese first. */
export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];
