import { Shell } from '@/app/shell';
import { Ranking } from '@/components/charts/ranking';
import { trendSeries } from '@/components/charts/series';
import { SharedChartLinks } from '@/components/coverage/map/shared-chart-links';
import type { BoundariesOnDay } from '@/domain/boundaries/boundaries';
import { findPublishedBoundaryWeight } from '@/domain/boundaries/queries';
import { lastMonthOf, sinceLastMonth } from '@/domain/coverage/changes/change';
import { type CoverageLevel, coverageLevels, type DayRefusal } from '@/domain/coverage/coverage';
import { findPublishedDay, listPublishedCounts, listPublishedTrend } from '@/domain/coverage/queries';
import { monthsBeside, type TrendYears, trendOver, yearsSaid } from '@/domain/coverage/view/span';
import type { Day } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { findPublishedCityPace } from '@/domain/targets/pace-queries';
import { commonTarget, countAtTarget } from '@/domain/targets/target';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { CommuneMap } from './commune-map';
import { CommuneTable } from './commune-table';
import { CoverageHead, queryOf } from './coverage-head';
import { Definition } from './definition';
import { TrendSection } from './trend-section';

type CoverageOnProps = {
  locale: Locale;
  day: Day;
  level: CoverageLevel;
  refused?: DayRefusal | null;
  typed?: string;
  /** how far the trend looks back */
  years?: TrendYears;
  /** slug of the place one looks at; any other text looks at the city */
  place?: string | undefined;
  /** the boundaries to draw; null draws the tiles */
  boundaries?: BoundariesOnDay | null;
};

/** Coverage of the city on a day, for sub-associations or groups: sentence, map, ranking, trend and the same figures as a table. */
export async function CoverageOn({ locale, boundaries = null, refused = null, years = 1, ...of }: CoverageOnProps) {
  const { day, level } = of;
  const route = boundaries ? 'coverageBoundaries' : 'coverage';
  const { communes, province, signed, kind, city, targets, trend, kilobytes, before } = await load(day, years);
  const look = { query: queryOf(level, day), cited: { code: coverageIndicator(level), day } };
  const rows = communes.filter((row) => row.level === level);
  const place = communes.filter(({ slug }) => slug === of.place);
  const asked = { day, level, refused, typed: of.typed ?? day, place: place[0]?.slug, years: yearsSaid(years) };
  const query = { ...look.query, place: asked.place };
  return (
    <Shell locale={locale} route={route} query={{ ...query, years: asked.years }}>
      <div className="wrap section">
        <CoverageHead
          locale={locale}
          asked={asked}
          route={route}
          figures={province[level]}
          atTarget={countAtTarget(rows, targets)}
          pace={city.paces[level]}
          signed={signed}
        />
        <CommuneMap
          locale={locale}
          rows={rows}
          level={level}
          seen={{ place, city: province, kind }}
          boundaries={boundaries}
          kilobytes={kilobytes}
          {...look}
        />
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section">
          <Ranking locale={locale} tiles={rows} />
          <SharedChartLinks locale={locale} of="ranking" {...look} />
        </div>
      </div>
      <TrendSection
        locale={locale}
        points={trendSeries(trend, monthsBeside(years))}
        target={commonTarget([city.targets], coverageLevels)}
        day={day}
        years={years}
        hrefOf={(each) => hrefTo(locale, route, {}, { ...query, years: yearsSaid(each) })}
      />
      <Definition locale={locale} percent={province[level].percent} level={level} signed={signed} />
      <CommuneTable locale={locale} rows={rows} day={day} level={level} since={sinceLastMonth(day, rows, before)} />
    </Shell>
  );
}

/** All that the page tells, read at once. */
async function load(day: Day, years: TrendYears) {
  const since = lastMonthOf(day);
  const [{ communes, province, signed, kind }, { city, communes: targets }, trend, kilobytes, before] =
    await Promise.all([
      findPublishedDay(day),
      findPublishedCityPace(day),
      listPublishedTrend(trendOver(day, years)),
      findPublishedBoundaryWeight(),
      since && listPublishedCounts(since),
    ]);
  return { communes, province, signed, kind, city, targets, trend, kilobytes, before };
}
