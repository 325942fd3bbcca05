import { getTranslations } from 'next-intl/server';
import { Shell } from '@/app/shell';
import { OtherDay } from '@/components/coverage/other-day';
import { DayForm } from '@/components/indicators/day-form';
import { FigureRules } from '@/components/indicators/definition-panel';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { DataLinks } from '@/components/open-data/data-links';
import { DemoMark } from '@/components/ui/demo-mark';
import { Kicker } from '@/components/ui/kicker';
import type { AskedDay } from '@/domain/coverage/coverage';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { indicatorGroups, publicCodes, slugOf, toldOf } from '@/domain/indicators/indicator';
import { listPublishedIndicators } from '@/domain/indicators/queries';
import { findPublishedCityKind } from '@/domain/units/name-queries';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** Every public indicator of the city on a day, group by group, each leading to its definition. */
export async function IndicatorsOn({ locale, day, refused, typed }: AskedDay & { locale: Locale }) {
  const [t, definitions, figures, kind] = await Promise.all([
    getTranslations('indicators'),
    listPublishedDefinitions(locale, publicCodes),
    listPublishedIndicators(day),
    findPublishedCityKind(day),
  ]);
  const on = day === today() ? undefined : day;
  const rows = definitions
    .filter(({ to }) => to === null)
    .map(({ code, name, measure }) => ({
      code,
      name,
      measure,
      figure: figures.get(code),
      href: hrefTo(locale, 'indicator', { slug: slugOf(code, locale) }, { on }),
    }));
  return (
    <Shell locale={locale} route="indicators" query={{ on }}>
      <div className="wrap section">
        <Kicker icon="report">{t('kicker', { day: formatDay(locale, day) })}</Kicker>
        <h1 className="mb-3">{t('title')}</h1>
        <p className="mb-6 max-w-[34em] font-serif text-read">{t('lead')}</p>
        <OtherDay locale={locale} day={day} refused={refused} last={today()} />
        <DayForm action={hrefTo(locale, 'indicators')} day={typed} refused={refused !== null} last={today()} />
        {env.DEMO === 'on' && <DemoMark className="mt-4" />}
        <div className="mt-8 grid items-start gap-x-16 gap-y-10 xl:grid-cols-2">
          {indicatorGroups.map((group) => (
            <IndicatorTable
              key={group}
              locale={locale}
              title={t(`groups.${group}`)}
              place={t('list.value', { kind })}
              rows={rows.filter(({ code }) => toldOf(code).group === group)}
              as="a"
            />
          ))}
        </div>
      </div>
      <div className="bg-paper-deep">
        <div className="wrap section">
          <FigureRules />
          <DataLinks locale={locale} dataset="indicators" asked={{ day: on }} what={t('title')} />
        </div>
      </div>
    </Shell>
  );
}
