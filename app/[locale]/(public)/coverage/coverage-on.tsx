import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Shell } from '@/app/shell';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { HexagonMap } from '@/components/charts/map/hexagon-map';
import { HoneycombPercent } from '@/components/charts/map/honeycomb-percent';
import { Ranking } from '@/components/charts/ranking';
import { trendSeries } from '@/components/charts/series';
import { Trend, TrendTable } from '@/components/charts/trends/trend';
import { CommuneChoice } from '@/components/coverage/commune-choice';
import { CoverageFilter } from '@/components/coverage/coverage-filter';
import { CoverageSentence, SignedSentence, SilentSentence } from '@/components/coverage/coverage-sentence';
import { FoldedCoverageTable, placeName } from '@/components/coverage/coverage-table';
import { OtherDay } from '@/components/coverage/other-day';
import { HowLink } from '@/components/indicators/how-link';
import { PaceSentence } from '@/components/targets/pace-panel';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Kicker } from '@/components/ui/kicker';
import { SectionHead } from '@/components/ui/panels/section-head';
import {
  type CommuneCoverage,
  type CoverageLevel,
  coverageLevels,
  type DayRefusal,
  trendDays,
} from '@/domain/coverage/coverage';
import { findPublishedDay, listPublishedTrend } from '@/domain/coverage/queries';
import { type SignedReading, saidBy } from '@/domain/coverage/rulings/ruling';
import { type Day, today } from '@/domain/days/day';
import { coverageIndicator, slugOf } from '@/domain/indicators/indicator';
import { findPublishedCityPace } from '@/domain/targets/pace-queries';
import { commonTarget, countAtTarget } from '@/domain/targets/target';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const TREND_MONTHS = 12;

type CoverageOnProps = { locale: Locale; day: Day; level: CoverageLevel; refused?: DayRefusal | null; typed?: string };

/** Coverage of the city on a day, for sub-associations or groups: sentence, map, ranking, trend and the same figures as a table. */
export async function CoverageOn({ locale, day, level, refused = null, typed = day }: CoverageOnProps) {
  const [t, { communes, province, signed }, { city, communes: targets }, trend] = await Promise.all([
    getTranslations('coverage'),
    findPublishedDay(day),
    findPublishedCityPace(day),
    listPublishedTrend(trendDays(day, TREND_MONTHS)),
  ]);
  const rows = communes.filter((row) => row.level === level);
  const figures = province[level];
  const atTarget = countAtTarget(rows, targets);
  return (
    <Shell locale={locale} route="coverage" query={queryOf(level, day)}>
      <div className="wrap section">
        <Kicker icon="hexagon">{t('asOf', { day: formatDay(locale, day) })}</Kicker>
        <h1 className="mb-3">{t('title')}</h1>
        <p className="mb-6 max-w-[34em] font-serif text-read">
          <CoverageSentence locale={locale} province={figures} level={level} signed={signed} />{' '}
          {t('communesAt', { count: atTarget, shown: formatNumber(locale, atTarget) })}{' '}
          {atTarget !== figures.communesAt100 && (
            <>{t('communesAt100', { shown: formatNumber(locale, figures.communesAt100) })} </>
          )}
          <SilentSentence locale={locale} province={figures} />{' '}
          <PaceSentence locale={locale} pace={city.paces[level]} what={t(`levelsLower.${level}`)} />{' '}
          <SignedSentence locale={locale} signed={signed} />{' '}
          <HowLink locale={locale} code={coverageIndicator(level)} of={t(`levels.${level}`)} className="text-lotus" />
        </p>
        <OtherDay locale={locale} day={day} refused={refused} last={today()} />
        <CoverageFilter
          action={hrefTo(locale, 'coverage')}
          hrefOf={(name) => hrefTo(locale, 'coverage', {}, queryOf(name, day))}
          level={level}
          day={typed}
          refused={refused !== null}
          last={today()}
        />
        <CommuneMap locale={locale} rows={rows} level={level} />
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section">
          <Ranking locale={locale} tiles={rows} />
        </div>
      </div>
      <TrendSection locale={locale} points={trendSeries(trend)} target={commonTarget([city.targets], coverageLevels)} />
      <Definition locale={locale} percent={figures.percent} level={level} signed={signed} />
      <CommuneTable locale={locale} rows={rows} day={day} level={level} />
    </Shell>
  );
}

/** The address leaves out what is asked anyway. */
const queryOf = (level: CoverageLevel, day: Day) => ({
  level: level === 'group' ? level : undefined,
  on: day === today() ? undefined : day,
});

type RowsProps = { locale: Locale; rows: CommuneCoverage[]; level: CoverageLevel };

/** The map, and beside it the choice of a commune and what the colours mean. */
function CommuneMap({ locale, rows, level }: RowsProps) {
  const t = useTranslations('coverage');
  return (
    <div className="mt-10 grid gap-10 xl:grid-cols-[1fr_20rem] xl:gap-16">
      <div>
        <h2 className="sr-only">{t('map.title')}</h2>
        <HexagonMap locale={locale} tiles={rows} level={level} size="large" />
      </div>
      <aside className="grid content-start gap-8">
        <CommuneChoice
          communes={rows.map((row) => ({
            slug: row.slug,
            name: placeName(t, row),
            href: hrefTo(locale, 'commune', { slug: row.slug }),
          }))}
        />
        <div className="border-ink border-t-[3px] pt-4">
          <p className="mb-4">{t('map.lead')}</p>
          <CoverageLegend level={level} />
        </div>
      </aside>
    </div>
  );
}

type TrendSectionProps = { locale: Locale; points: ReturnType<typeof trendSeries>; target: number | null };

function TrendSection({ locale, points, target }: TrendSectionProps) {
  const t = useTranslations('coverage.trend');
  return (
    <div className="wrap section grid gap-8 lg:grid-cols-[18rem_1fr] lg:gap-12">
      <div>
        <SectionHead title={t('title')} />
        <p>{t('lead')}</p>
      </div>
      <div>
        <Trend locale={locale} points={points} target={target} />
        <TrendTable locale={locale} points={points} />
      </div>
    </div>
  );
}

type DefinitionProps = { locale: Locale; percent: number | null; level: CoverageLevel; signed: SignedReading };

/** What counts as covered, and the share of the city once more as a drawing. */
function Definition({ locale, percent, level, signed }: DefinitionProps) {
  const t = useTranslations('coverage.definition');
  return (
    <div className="bg-paper-deep">
      <div className="wrap section grid gap-8 lg:grid-cols-2 lg:gap-16">
        <div>
          <SectionHead title={t('title')} />
          <p className="font-serif text-read">{t('text', saidBy(signed))}</p>
          <p className="mt-4">
            <HowLink locale={locale} code={coverageIndicator(level)} of={t('title')} />
          </p>
        </div>
        <HoneycombPercent locale={locale} percent={percent} level={level} />
      </div>
    </div>
  );
}

/** The figures of the map as a table, to be taken along or printed. */
function CommuneTable({ locale, rows, day, level }: RowsProps & { day: Day }) {
  const t = useTranslations('coverage.table');
  return (
    <div className="wrap section">
      <SectionHead title={t('title')}>
        <div className="no-print flex flex-wrap gap-2.5">
          <a
            href={hrefTo(locale, 'coverageSheet', {}, queryOf(level, day))}
            className={buttonClass({ compact: true })}
            download={`${t('file')}-${day}.csv`}
          >
            <Icon name="download" />
            {t('take')}
          </a>
          <Button icon="report" compact className="needs-script" data-print="">
            {t('print')}
          </Button>
        </div>
      </SectionHead>
      <p className="mb-4">{t('lead')}</p>
      <FoldedCoverageTable
        locale={locale}
        rows={rows}
        hrefOf={({ slug }: { slug: string }) => hrefTo(locale, 'commune', { slug })}
        howHref={hrefTo(locale, 'indicator', { slug: slugOf(coverageIndicator(level), locale) })}
      />
    </div>
  );
}
