import { datasetOf } from '@/app/dataset';
import { figureHref } from '@/components/figures/cite-link';
import { countsPersons, saidOf } from '@/domain/figures/figure';
import { numberOf } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import type { LoadedFigure } from './load';
import type { figureWordsOf } from './words';

type Words = Awaited<ReturnType<typeof figureWordsOf>>;

/** One number as a data set of one value, for those who collect such. */
export function figureDataset(
  locale: Locale,
  { figure, definition }: LoadedFigure,
  { title, place, mark }: Words,
): object {
  const { code, day, place: at } = figure;
  return datasetOf({
    locale,
    name: title,
    description: definition.numerator,
    mark,
    path: figureHref(locale, { code, day, place: at.slug }),
    day,
    ...(at.level === 'commune' && { place }),
    more: {
      variableMeasured: {
        '@type': 'PropertyValue',
        name: definition.name,
        // tens and more are no value, and fewer than twenty is not zero
        ...(!countsPersons(code) && { value: numberOf(saidOf(figure), definition.measure) }),
      },
    },
  });
}
