import { getTranslations } from 'next-intl/server';
import { partsAsked } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { absolute } from '@/app/metadata';
import type { ChartWords } from '@/components/charts/map/tile-words';
import { type Drawing, savedSvg } from '@/components/charts/saving/saved-svg';
import { trendSeries } from '@/components/charts/series';
import { type ChartName, chartNamed } from '@/components/charts/sharing/chart-names';
import { sharedBoundaries, sharedMap } from '@/components/charts/sharing/shared-map';
import { sharedRanking } from '@/components/charts/sharing/shared-ranking';
import { sharedTrend } from '@/components/charts/sharing/shared-trend';
import { credit } from '@/components/coverage/map/map-ways';
import { figureHref } from '@/components/figures/cite-link';
import { findPublishedBoundaries } from '@/domain/boundaries/queries';
import { askedPublicDay, type CoverageLevel, coverageLevels } from '@/domain/coverage/coverage';
import { findPublishedDay, listPublishedTrend } from '@/domain/coverage/queries';
import { askedYears, monthsBeside, type TrendYears, trendOver } from '@/domain/coverage/view/span';
import type { Day } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { findPublishedCityPace } from '@/domain/targets/pace-queries';
import { commonTarget } from '@/domain/targets/target';
import { formatDay } from '@/i18n/format';
import { type Locale, localeAsked } from '@/i18n/locales';

export type ChartProps = { params: Promise<{ locale: string; slug: string; by?: string[] }> };

type Asked = { locale: Locale; day: Day; level: CoverageLevel; years: TrendYears };

/** A public chart as a picture that explains itself: title, day, source and mark stand in it. Null where there is none of that name. */
export async function sharedChart({ params }: ChartProps): Promise<string | null> {
  const { locale: language, slug, by = [] } = await params;
  const locale = localeAsked(language);
  const name = chartNamed(locale, slug);
  const { on, level: named, years: said } = partsAsked(by);
  const { day, refused } = askedPublicDay(on);
  const level = named === undefined ? 'sub_association' : coverageLevels.find((each) => each === named);
  const years = name === 'trend' || said === undefined ? askedYears(said) : undefined;
  await dependsOn('figures:province', 'units', 'boundaries', 'today');
  if (!name || !level || !years || refused) return null;
  const drawing = await drawingOf(name, { locale, day, level, years });
  if (!drawing) return null;
  const t = await getTranslations({ locale, namespace: 'coverage' });
  const isMap = name === 'map' || name === 'boundaries';
  const shown = { level, day: formatDay(locale, day) };
  return savedSvg([drawing], {
    title: name === 'trend' ? t('trend.title', { years }) : t('projector.heading', shown),
    lines: [
      ...(isMap ? [] : [name === 'trend' ? t('trend.lead', { years }) : t('ranking.title')]),
      `${t('asOf', { day: shown.day })}.`,
      t('saved.source'),
      ...(drawing.credit ? [drawing.credit] : []),
      t('saved.cite', { address: absolute(figureHref(locale, { code: coverageIndicator(level), day })) }),
      ...(env.DEMO === 'on' ? [t('table.demo')] : []),
    ],
  }).markup;
}

/** `credit`: whose lines it is drawn by. */
type Drawn = Drawing & { credit?: string };

async function drawingOf(name: ChartName, { locale, day, level, years }: Asked): Promise<Drawn | null> {
  const t = (await getTranslations({ locale, namespace: 'charts' })) as ChartWords;
  if (name === 'trend') {
    const [trend, { city }] = await Promise.all([
      listPublishedTrend(trendOver(day, years)),
      findPublishedCityPace(day),
    ]);
    return sharedTrend({
      locale,
      points: trendSeries(trend, monthsBeside(years)),
      target: commonTarget([city.targets], coverageLevels),
      t,
    });
  }
  const tiles = (await findPublishedDay(day)).communes.filter((row) => row.level === level);
  if (name === 'ranking') return sharedRanking({ locale, tiles, t });
  if (name === 'map') return sharedMap({ locale, tiles, level, t });
  const boundaries = await findPublishedBoundaries(day);
  if (!boundaries) return null;
  const words = await getTranslations({ locale, namespace: 'coverage.map' });
  return { ...sharedBoundaries({ locale, tiles, level, t, boundaries }), credit: credit(words, locale, boundaries) };
}
