import { getTranslations } from 'next-intl/server';
import { partsAsked } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { absolute } from '@/app/metadata';
import type { ChartWords } from '@/components/charts/map/tile-words';
import { savedSvg } from '@/components/charts/saving/saved-svg';
import { sharedFigures } from '@/components/charts/sharing/shared-figures';
import { figureHref } from '@/components/figures/cite-link';
import { formatValue } from '@/components/indicators/figure-words';
import { askedPublicDay } from '@/domain/coverage/coverage';
import { askedYears, trendOver } from '@/domain/coverage/view/span';
import { env } from '@/domain/ground/env';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { codeOfSlug, numberOf, toldOf } from '@/domain/indicators/indicator';
import { findPublishedIndicator } from '@/domain/indicators/queries';
import { formatDay } from '@/i18n/format';
import { localeAsked } from '@/i18n/locales';
import { partsOf } from './asked';

export type ChartProps = { params: Promise<{ locale: string; slug: string; by?: string[] }> };

/** The trend of a public indicator as a picture that explains itself; null where there is none of that name, day or span. */
export async function sharedChart({ params }: ChartProps): Promise<string | null> {
  const { locale: language, slug, by = [] } = await params;
  const locale = localeAsked(language);
  const code = codeOfSlug(locale, slug);
  const { on, years: said } = partsAsked(by);
  const [{ day, refused }, years] = [askedPublicDay(on), askedYears(said)];
  if (!code || refused || !years) return null;
  await dependsOn(...partsOf(code), 'units', 'today');
  const [[definition], { trend }] = await Promise.all([
    listPublishedDefinitions(locale, [code]),
    findPublishedIndicator(code, day, trendOver(day, years)),
  ]);
  if (!definition) return null;
  const { name, measure } = definition;
  const [t, c, charts] = await Promise.all([
    getTranslations({ locale, namespace: 'indicators' }),
    getTranslations({ locale, namespace: 'coverage' }),
    getTranslations({ locale, namespace: 'charts' }),
  ]);
  const drawing = sharedFigures({
    days: trend.map((point) => point.day),
    values: trend.map((point) => numberOf(point, measure)),
    share: measure === 'percent',
    wordOf: (value) => formatValue(locale, value, measure),
    t: charts as ChartWords,
  });
  return savedSvg([drawing], {
    title: `${name}, ${t('list.inside')}`,
    lines: [
      t('trend.title', { years }),
      ...(toldOf(code).flow ? [t('trend.flow')] : []),
      `${c('asOf', { day: formatDay(locale, day) })}.`,
      c('saved.source'),
      c('saved.cite', { address: absolute(figureHref(locale, { code, day })) }),
      ...(env.DEMO === 'on' ? [c('table.demo')] : []),
    ],
  }).markup;
}
