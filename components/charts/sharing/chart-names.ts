import type { Locale } from '@/i18n/locales';

/** The public charts that can be taken along, by the last part of their address. */
export const chartNames = {
  map: { vi: 'ban-do', en: 'map' },
  boundaries: { vi: 'ranh-gioi', en: 'boundaries' },
  trend: { vi: 'tien-do', en: 'trend' },
  ranking: { vi: 'xep-hang', en: 'ranking' },
} as const satisfies Record<string, Record<Locale, string>>;
export type ChartName = keyof typeof chartNames;

export const chartNamed = (locale: Locale, slug: string): ChartName | undefined =>
  (Object.keys(chartNames) as ChartName[]).find((name) => chartNames[name][locale] === slug);
