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
import { PartTable, sortSegment, sorts } from '@/components/indicators/part-table';
import { DataLinks } from '@/components/open-data/data-links';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Segmented } from '@/components/ui/forms/segmented';
import { Kicker } from '@/components/ui/kicker';
import { SectionHead } from '@/components/ui/panels/section-head';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { trendOver } from '@/domain/coverage/view/span';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { type Definition, slugOf, toldOf } from '@/domain/indicators/indicator';
import { findPublishedIndicator } from '@/domain/indicators/queries';
import { findPublishedCityKind } from '@/domain/units/name-queries';
import { formatDay } from '@/i18n/format';
import { otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type AskedIndicator, hrefOf, onOf, queryOf } from './asked';
import { YearsSection } from './years-section';

/** One indicator of the city on a day: its number, its definition, the year behind, and every commune. */
export async function IndicatorOn(asked: AskedIndicator) {
  const { locale, code, day } = asked;
  const loaded = await load(asked);
  const [definition] = loaded.editions;
  if (!definition) return null;
  const shown = { ...asked, ...loaded, definition };
  const ui = await getTranslations('ui');
  return (
    <Shell
      locale={locale}
      route="indicator"
      twinParams={{ slug: slugOf(code, otherLocale(locale)) }}
      query={queryOf(asked)}
    >
      <BreadcrumbList locale={locale} part="coverage" name={definition.name} />
      <JsonLd
        data={datasetOf({
          locale,
          name: definition.name,
          description: definition.numerator,
          mark: env.DEMO === 'on' ? ui('demo') : null,
          path: hrefOf({ ...asked, sort: 'name', years: 1 }),
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
      <YearsSection {...shown} measure={definition.measure} name={definition.name} />
      <Communes {...shown} />
    </Shell>
  );
}

/** All that the page tells, read at once; what is signed is said where figures follow it. */
async function load({ locale, code, day, years }: AskedIndicator) {
  const [editions, found, kind, signed] = await Promise.all([
    listPublishedDefinitions(locale, [code]),
    findPublishedIndicator(code, day, trendOver(day, years)),
    findPublishedCityKind(day),
    toldOf(code).group === 'coverage' ? findPublishedReading(day) : null,
  ]);
  return { editions, ...found, kind, signed };
}

type Shown = AskedIndicator & Awaited<ReturnType<typeof load>> & { definition: Definition };

function Intro(shown: Shown) {
  const { locale, code, day, refused, typed, figure, kind, signed, definition } = shown;
  const { name, measure } = definition;
  const { on: _, ...kept } = queryOf(shown);
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
        place={t('list.value', { kind })}
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
          kept={kept}
        />
      </div>
    </div>
  );
}

function Communes(shown: Shown) {
  const { locale, figure, parts, sort, kind, definition } = shown;
  const t = useTranslations('indicators');
  return (
    <div className="bg-paper-deep">
      <div className="wrap section">
        <SectionHead title={t('parts.province')}>
          <Segmented
            label={t('parts.sort')}
            segments={sorts.map((by) => sortSegment(t, hrefOf({ ...shown, sort: by }), by, sort))}
          />
        </SectionHead>
        <PartTable
          locale={locale}
          measure={definition.measure}
          total={figure}
          rows={parts}
          sort={sort}
          caption={`${definition.name}: ${t('parts.province')}`}
          whole={t('list.value', { kind })}
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
