import { useTranslations } from 'next-intl';
import type { LinkElement } from '@/components/ui/link-element';
import { FoldedPart } from '@/components/ui/panels/fold';
import { type AgendaDay, byWeek, countOf } from '@/domain/calendar/calendar';
import type { Day } from '@/domain/days/day';
import { formatDayOfYear } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { CalendarEntry } from './calendar-entry';
import { DayAgenda } from './day-agenda';

type WeeksProps = {
  locale: Locale;
  /** the days of one month */
  days: AgendaDay<CalendarEntry>[];
  today: Day;
  dayHref: (day: Day) => string;
  as?: LinkElement;
};

/**
 * The days of a month in words, folded week by week, or a phone would be scrolled through for minutes. Open is the
 * week of today, else the first in which something takes place.
 */
export function MonthWeeks({ locale, days, today, dayHref, as = 'a' }: WeeksProps) {
  const t = useTranslations('calendar');
  const isNow = (week: AgendaDay<CalendarEntry>[]) => week.some(({ day }) => day === today);
  const weeks = byWeek(days).filter((week) => isNow(week) || countOf(week) > 0);
  const open = weeks.find(isNow) ?? weeks[0];
  if (!open) return <p className="border-rule border-y py-5">{t('none')}</p>;
  return (
    <div className="border-rule border-b">
      {weeks.map((week) => (
        <FoldedPart
          key={week[0]?.day}
          open={week === open}
          wholeOnPaper
          className="border-rule border-t py-1"
          summary={`${daysWords(locale, week)}: ${t('found', { count: countOf(week) })}`}
        >
          <DayAgenda days={week} today={today} dayHref={dayHref} as={as} />
        </FoldedPart>
      ))}
    </div>
  );
}

/** "23/11 – 29/11", or "30/11" where a month begins or ends with a day alone. */
const daysWords = (locale: Locale, week: AgendaDay<CalendarEntry>[]) =>
  [...new Set([week[0], week.at(-1)])].flatMap((one) => (one ? formatDayOfYear(locale, one.day) : [])).join(' – ');
