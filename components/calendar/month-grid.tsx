import { useTranslations } from 'next-intl';
import type { LinkElement } from '@/components/ui/link-element';
import { type AgendaDay, isSunday } from '@/domain/calendar/calendar';
import type { Day } from '@/domain/days/day';
import { formatMonth, formatNumber, formatWeekday, formatWeekdayName } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { CalendarEntry } from './calendar-entry';
import { EntryDot, EntryMark } from './entry-mark';

type GridProps = {
  locale: Locale;
  /** a day of the month that is shown */
  month: Day;
  /** every day of its weeks, Monday first */
  days: AgendaDay<CalendarEntry>[];
  today: Day;
  dayHref: (day: Day) => string;
  as?: LinkElement;
};

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/**
 * A month as it hangs on the wall: a table of weeks. From 1000 px a day says what takes place on it; below that it
 * has dots, and `DayAgenda` says the days in words.
 */
export function MonthGrid({ locale, month, days, today, dayHref, as = 'a' }: GridProps) {
  const t = useTranslations('calendar.grid');
  const short = useTranslations('ui.calendar.weekdays');
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{t('caption', { month: formatMonth(locale, month) })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday, at) => (
            <th key={weekday} scope="col" className="border-ink border-b-2 px-1 pb-1.5 text-left font-semibold text-sm">
              <abbr title={nameOf(locale, days[at]?.day)} className="no-underline">
                {short(weekday)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <DayCell
                key={day.day}
                locale={locale}
                day={day}
                outside={day.day.slice(0, 7) !== month.slice(0, 7)}
                isToday={day.day === today}
                href={dayHref(day.day)}
                as={as}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = (locale: Locale, day: Day | undefined) => (day ? formatWeekdayName(locale, day) : '');

type CellProps = {
  locale: Locale;
  day: AgendaDay<CalendarEntry>;
  outside: boolean;
  isToday: boolean;
  href: string;
  as: LinkElement;
};

function DayCell({ locale, day: { day, shown, total }, outside, isToday, href, as: Link }: CellProps) {
  const t = useTranslations('calendar');
  const ground = isToday ? 'bg-pomelo-soft' : outside ? 'bg-paper-deep' : 'bg-card';
  const colour = isSunday(day) ? 'text-lotus' : 'text-ink';
  return (
    <td className={`h-14 border border-rule p-0 align-top xl:h-32 ${ground}`}>
      <Link
        href={href}
        className={`grid min-h-11 content-start gap-0.5 px-1.5 pt-1 font-semibold no-underline hover:underline ${colour}`}
        aria-label={t('grid.day', { day: formatWeekday(locale, day), count: total })}
        {...(isToday ? { 'aria-current': 'date' as const } : {})}
      >
        {Number(day.slice(-2))}
        <span className="flex flex-wrap gap-0.5 xl:hidden">
          {shown.map(({ id, state }) => (
            <EntryDot key={id} state={state} />
          ))}
          {total > shown.length && <span className="text-xs leading-none">+</span>}
        </span>
      </Link>
      {total > 0 && (
        <ul className="hidden gap-2 px-1.5 pb-2 xl:grid">
          {shown.map((entry) => (
            <li key={entry.id}>
              <EntryMark entry={entry} day={day} as={Link} />
            </li>
          ))}
          {total > shown.length && (
            <li>
              <Link href={href} className="inline-block py-0.5 font-semibold text-sm">
                {t('more', { count: formatNumber(locale, total - shown.length) })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}
