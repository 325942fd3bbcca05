import { getTranslations } from 'next-intl/server';
import { placeName } from '@/components/coverage/coverage-table';
import { ExportLinks } from '@/components/exports/export-links';
import { DayForm } from '@/components/indicators/day-form';
import { PriorityTable } from '@/components/indicators/priority-table';
import { lastAskedDay } from '@/domain/coverage/coverage';
import { findPrioritySeries } from '@/domain/reports/series/priority-queries';
import type { Unit } from '@/domain/units/unit';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { type Asked, addressOf, indicatorPath } from '../asked';

const CODE = 'priority_groups_reached';

/** What filed reports told of priority groups up to the day: month by month, and of the city commune by commune. Nothing is opened for it. */
export async function PriorityFiled({ unit, asked }: { unit: Unit; asked: Asked }) {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const [t, coverage, { months, places, placesOn }] = await Promise.all([
    getTranslations('indicators.priority'),
    getTranslations('coverage'),
    findPrioritySeries(viewer, unit, asked.day),
  ]);
  return (
    <section className="min-w-0 2xl:col-span-2">
      <h2 className="mb-3">{t('title')}</h2>
      <p className="mb-4 max-w-[44em]">{t('lead', { place: unit.name })}</p>
      <div className="mb-5">
        <DayForm
          action={indicatorPath(CODE)}
          day={asked.typed}
          refused={asked.refused !== null}
          last={lastAskedDay()}
          kept={{ unit: asked.unitId ?? undefined }}
        />
      </div>
      {months.length > 0 && (
        <PriorityTable
          locale={locale}
          caption={t('months')}
          head={t('month')}
          rows={months.map(({ day, counts }) => ({ key: day, name: formatDay(locale, day), counts }))}
        />
      )}
      {placesOn && (
        <div className="mt-6">
          <PriorityTable
            locale={locale}
            caption={t('places', { day: formatDay(locale, placesOn) })}
            head={t('place')}
            rows={places.map((place) => ({ key: place.id, name: placeName(coverage, place), counts: place.counts }))}
          />
        </div>
      )}
      {months.length > 0 || placesOn ? (
        <ExportLinks address={addressOf(indicatorPath(CODE), asked)} />
      ) : (
        <p className="text-ink-2">{t('none')}</p>
      )}
    </section>
  );
}
