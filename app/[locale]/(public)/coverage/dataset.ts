import { absolute } from '@/app/metadata';
import { today } from '@/domain/days/day';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** The figures as a data set, for those who collect such. */
export const datasetOf = (locale: Locale, name: string, description: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name,
  description,
  url: absolute(hrefTo(locale, 'coverage')),
  inLanguage: locale,
  dateModified: today(),
  isAccessibleForFree: true,
  distribution: {
    '@type': 'DataDownload',
    encodingFormat: 'text/csv',
    contentUrl: absolute(hrefTo(locale, 'coverageSheet')),
  },
  spatialCoverage: 'Đồng Nai, Việt Nam',
  creator: { '@type': 'Organization', name: 'Hội Liên hiệp Phụ nữ Đồng Nai' },
});
