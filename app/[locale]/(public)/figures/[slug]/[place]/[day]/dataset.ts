import { absolute } from '@/app/metadata';
import { figureHref } from '@/components/figures/cite-link';
import { saidOf } from '@/domain/figures/figure';
import { numberOf } from '@/domain/indicators/indicator';
import { LICENCE, SOURCE } from '@/domain/open-data/licence';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import type { LoadedFigure } from './load';
import type { figureWordsOf } from './words';

type Words = Awaited<ReturnType<typeof figureWordsOf>>;

/** One number as a data set of one value, for those who collect such. */
export function figureDataset(locale: Locale, { figure, definition }: LoadedFigure, { title, place }: Words): object {
  const { code, day, place: at } = figure;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description: definition.numerator,
    url: absolute(figureHref(locale, { code, day, place: at.slug })),
    inLanguage: locale,
    temporalCoverage: day,
    spatialCoverage: at.level === 'province' ? 'Đồng Nai, Việt Nam' : `${place}, Đồng Nai, Việt Nam`,
    license: LICENCE.url,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: SOURCE },
    includedInDataCatalog: { '@type': 'DataCatalog', url: absolute(hrefTo(locale, 'openData')) },
    variableMeasured: {
      '@type': 'PropertyValue',
      name: definition.name,
      value: numberOf(saidOf(figure), definition.measure),
    },
  };
}
