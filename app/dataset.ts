import type { Day } from '@/domain/days/day';
import { type Asked, addressOf, type DatasetName, formats } from '@/domain/open-data/datasets';
import { LICENCE, SOURCE } from '@/domain/open-data/licence';
import { withMark } from '@/domain/texts/with-mark';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { absolute } from './metadata';

const media = { json: 'application/json', csv: 'text/csv' } as const;

type Facts = {
  locale: Locale;
  name: string;
  description: string;
  /** said behind that where the figures were made up for the demonstration */
  mark: string | null;
  /** of the page, without its host */
  path: string;
  day: Day;
  /** where it is, beside the city */
  place?: string;
  /** the same as open data */
  files?: { dataset: DatasetName; asked?: Asked };
  more?: object;
};

/** What a page tells, as search engines that collect data sets read it (schema.org). */
export const datasetOf = ({ locale, name, description, mark, path, day, place, files, more = {} }: Facts): object => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name,
  description: withMark(description, mark),
  url: absolute(path),
  inLanguage: locale,
  dateModified: day,
  temporalCoverage: day,
  spatialCoverage: { '@type': 'Place', name: place ? `${place}, Đồng Nai, Việt Nam` : 'Đồng Nai, Việt Nam' },
  license: LICENCE.url,
  isAccessibleForFree: true,
  creator: { '@type': 'Organization', name: SOURCE },
  includedInDataCatalog: { '@type': 'DataCatalog', url: absolute(hrefTo(locale, 'openData')) },
  ...(files && {
    distribution: formats.map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: media[format],
      contentUrl: absolute(addressOf(files.dataset, { ...files.asked, language: locale, format })),
    })),
  }),
  ...more,
});
