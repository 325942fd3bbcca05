import { useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import type { LinkElement } from '@/components/ui/link-element';
import type { AgendaDay } from '@/domain/calendar/calendar';
import type { Day } from '@/domain/days/day';
import type { Locale } from '@/i18n/locales';
import type { CalendarEntry } from './calendar-entry';
import { DayAgenda } from './day-agenda';
import { MonthGrid } from './month-grid';
import { MonthWeeks } from './month-weeks';
import type { TimeView } from './view-head';

type DaysProps = {
  locale: Locale;
  view: TimeView;
  day: Day;
  today: Day;
  days: AgendaDay<CalendarEntry>[];
  dayHref: (day: Day) => string;
  as?: LinkElement;
};

/** The days of a view: a table for a month (with its days in words below it on a phone), columns for a week. */
export function CalendarDays({ locale, view, day, today, days, dayHref, as = 'a' }: DaysProps) {
  const t = useTranslations('calendar');
  const isDemo = days.some(({ shown }) => shown.some(({ demo }) => demo));
  const own = days.filter((one) => one.day.slice(0, 7) === day.slice(0, 7));
  return (
    <>
      {view === 'month' && (
        <MonthGrid locale={locale} month={day} days={days} today={today} dayHref={dayHref} as={as} />
      )}
      {view === 'month' ? (
        <div className="mt-7 xl:hidden">
          <h3 className="mb-3">{t('agenda')}</h3>
          <MonthWeeks locale={locale} days={own} today={today} dayHref={dayHref} as={as} />
        </div>
      ) : (
        <DayAgenda days={days} today={today} dayHref={dayHref} columns={view === 'week'} as={as} />
      )}
      {isDemo && <DemoMark className="mt-3" />}
    </>
  );
}
