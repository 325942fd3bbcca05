import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BreadcrumbList } from '@/app/breadcrumb-list';
import { datasetOf } from '@/app/dataset';
import { JsonLd } from '@/app/json-ld';
import { Shell } from '@/app/shell';
import { SignedSentence } from '@/components/coverage/coverage-sentence';
import { OtherDay } from '@/components/coverage/other-day';
import { CiteLink } from '@/components/figures/cite-link';
import { DayForm } from '@/components/indicators/day-form';
import { DefinitionPanel, FigureRules } from '@/components/indicators/definition-panel';
import { FigureHeadline } from '@/components/indicators/figure-headline';
import { FigureTrend } from '@/components/indicators/figure-trend';
import { PartTable, type Sort, sortSegment, sorts } from '@/components/indicators/part-table';
import { DataLinks } from '@/components/open-data/data-links';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Segmented } from '@/components/ui/forms/segmented';
import { Kicker } from '@/components/ui/kicker';
import { SectionHead } from '@/components/ui/panels/section-head';
import { type AskedDay, trendDays } from '@/domain/coverage/coverage';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { type Day, today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { type Definition, type IndicatorCode, slugOf, toldOf } from '@/domain/indicators/indicator';
import { findPublishedIndicator } from '@/domain/indicators/queries';
import { formatDay } from '@/i18n/format';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const TREND_MONTHS = 12;

type OnProps = AskedDay & { locale: Locale; code: IndicatorCode; sort: Sort };

/** One indicator of the city on a day: its number, its definition, the year behind, and every commune. */
export async function IndicatorOn(asked: OnProps) {
  const { locale, code, day } = asked;
  const loaded = await load(locale, code, day);
  const [definition] = loaded.editions;
  if (!definition) return null;
  const shown = { ...asked, ...loaded, definition };
  const ui = await getTranslations('ui');
  return (
    <Shell
      locale={locale}
      route="indicator"
      twinParams={{ slug: slugOf(code, otherLocale(locale)) }}
      query={{ on: onOf(day), sort: sortOf(asked.sort) }}
    >
      <BreadcrumbList locale={locale} part="coverage" name={definition.name} />
      <JsonLd
        data={datasetOf({
          locale,
          name: definition.name,
          description: definition.numerator,
          mark: env.DEMO === 'on' ? ui('demo') : null,
          path: hrefOf(asked, 'name'),
          day,
          files: { dataset: 'indicators', asked: { day: onOf(day) } },
        })}
      />
      <Intro {...shown} />
      <div className="bg-paper-deep">
        <div className="wrap section grid gap-10 lg:grid-cols-2 lg:gap-16">
          <DefinitionPanel locale={locale} editions={loaded.editions} />
          <FigureRules />
        </div>
      </div>
      <Year {...shown} />
      <Communes {...shown} />
    </Shell>
  );
}

/** All that the page tells, read at once; what is signed is said where figures follow it. */
async function load(locale: Locale, code: IndicatorCode, day: Day) {
  const [editions, found, signed] = await Promise.all([
    listPublishedDefinitions(locale, [code]),
    findPublishedIndicator(code, day, trendDays(day, TREND_MONTHS)),
    toldOf(code).group === 'coverage' ? findPublishedReading(day) : null,
  ]);
  return { editions, ...found, signed };
}

type Shown = OnProps & Awaited<ReturnType<typeof load>> & { definition: Definition };

/** The address leaves out what is asked anyway. */
const onOf = (day: Day) => (day === today() ? undefined : day);
const sortOf = (sort: Sort) => (sort === 'name' ? undefined : sort);
const hrefOf = ({ locale, code, day }: OnProps, sort: Sort) =>
  hrefTo(locale, 'indicator', { slug: slugOf(code, locale) }, { on: onOf(day), sort: sortOf(sort) });

function Intro({ locale, code, day, refused, typed, sort, figure, signed, definition: { name, measure } }: Shown) {
  const t = useTranslations('indicators');
  return (
    <div className="wrap section">
      <Kicker icon="report">{t('kicker', { day: formatDay(locale, day) })}</Kicker>
      <h1 className="mb-5">{name}</h1>
      <OtherDay locale={locale} day={day} refused={refused} last={today()} />
      <FigureHeadline
        locale={locale}
        figure={figure}
        measure={measure}
        day={day}
        flow={toldOf(code).flow === true}
        place={t('list.value')}
      />
      {figure.state === 'known' && (
        <p className="mt-2">
          <CiteLink locale={locale} code={code} day={day} />
        </p>
      )}
      {signed?.since && (
        <p className="mt-3 max-w-[34em]">
          <SignedSentence locale={locale} signed={signed} />
        </p>
      )}
      {env.DEMO === 'on' && <DemoMark className="mt-4" />}
      <div className="mt-6">
        <DayForm
          action={hrefTo(locale, 'indicator', { slug: slugOf(code, locale) })}
          day={typed}
          refused={refused !== null}
          last={today()}
          kept={{ sort: sortOf(sort) }}
        />
      </div>
    </div>
  );
}

function Year({ locale, code, trend, definition: { name, measure } }: Shown) {
  const t = useTranslations('indicators');
  return (
    <div className="wrap section grid gap-8 lg:grid-cols-[18rem_1fr] lg:gap-12">
      <div>
        <SectionHead title={t('trend.title', { years: 1 })} />
        <p>
          {t('trend.lead', { place: t('list.inside') })} {toldOf(code).flow && t('trend.flow')}
        </p>
      </div>
      <FigureTrend locale={locale} name={name} points={trend} measure={measure} />
    </div>
  );
}

function Communes(shown: Shown) {
  const { locale, figure, parts, sort, definition } = shown;
  const t = useTranslations('indicators');
  return (
    <div className="bg-paper-deep">
      <div className="wrap section">
        <SectionHead title={t('parts.province')}>
          <Segmented
            label={t('parts.sort')}
            segments={sorts.map((by) => sortSegment(t, hrefOf(shown, by), by, sort))}
          />
        </SectionHead>
        <PartTable
          locale={locale}
          measure={definition.measure}
          total={figure}
          rows={parts}
          sort={sort}
          caption={`${definition.name}: ${t('parts.province')}`}
          whole={t('list.value')}
          linked={({ slug }, place) => (slug ? <a href={hrefTo(locale, 'commune', { slug })}>{place}</a> : place)}
        />
        <DataLinks
          locale={locale}
          dataset="indicators"
          asked={{ day: onOf(shown.day) }}
          what={`${t('title')}, ${formatDay(locale, shown.day)}`}
        />
        <p className="mt-6 flex flex-wrap gap-x-8 gap-y-2">
          <MoreLink href={hrefTo(locale, 'indicators', {}, { on: onOf(shown.day) })}>{t('all')}</MoreLink>{' '}
          {toldOf(shown.code).group === 'coverage' && (
            <MoreLink href={hrefTo(locale, 'coverage', {}, { on: onOf(shown.day) })}>{t('map')}</MoreLink>
          )}
        </p>
      </div>
    </div>
  );
}
