import { useLocale, useTranslations } from 'next-intl';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { TimePlaceLine } from '@/components/trainings/time-place-line';
import { Badge } from '@/components/ui/badge';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import type { LinkElement } from '@/components/ui/link-element';
import type { AgendaDay } from '@/domain/calendar/calendar';
import type { Day } from '@/domain/days/day';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type CalendarEntry, isUnusual } from './calendar-entry';

type AgendaProps = {
  days: AgendaDay<CalendarEntry>[];
  today: Day;
  dayHref: (day: Day) => string;
  /** days side by side where there is room for a week */
  columns?: boolean;
  as?: LinkElement;
};

/** Days one after another, each with its leaf and what takes place on it. Other days than today are left out when empty, on phones. */
export function DayAgenda({ days, today, dayHref, columns = false, as = 'a' }: AgendaProps) {
  const t = useTranslations('calendar');
  const isLeftOut = ({ day, total }: AgendaDay<CalendarEntry>) => total === 0 && day !== today;
  if (days.every(isLeftOut)) return <p className="border-rule border-y py-5">{t('none')}</p>;
  return (
    <ol
      className={`border-rule border-b ${columns ? 'xl:grid xl:grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] xl:border-t' : ''}`}
    >
      {days.map((day) => (
        <li
          key={day.day}
          {...(day.day === today && { id: 'today', 'aria-current': 'date' as const })}
          className={`scroll-mt-4 gap-4 border-rule border-t py-5 sm:gap-5 ${isLeftOut(day) ? 'hidden' : 'flex flex-wrap'} ${
            columns ? 'xl:block xl:border-t-0 xl:border-l xl:px-1.5 xl:first:border-l-0' : ''
          }`}
        >
          <div className="flex">
            <DateLeaf day={day.day} />
          </div>
          <DayEntries day={day} href={dayHref(day.day)} columns={columns} as={as} />
        </li>
      ))}
    </ol>
  );
}

type EntriesProps = { day: AgendaDay<CalendarEntry>; href: string; columns: boolean; as: LinkElement };

function DayEntries({ day: { shown, total }, href, columns, as: Link }: EntriesProps) {
  const t = useTranslations('calendar');
  const locale = useLocale() as Locale;
  if (total === 0) return <p className="mt-4 text-ink-2 text-sm">{t('noneHere')}</p>;
  return (
    <ul className={`grid min-w-[min(100%,11rem)] flex-1 content-start gap-6 ${columns ? 'xl:mt-4' : ''}`}>
      {shown.map((entry) => (
        <li key={entry.id}>
          <EntryLine entry={entry} as={Link} />
        </li>
      ))}
      {total > shown.length && (
        <li>
          <Link href={href} className="inline-flex min-h-11 items-center font-semibold">
            {t('more', { count: formatNumber(locale, total - shown.length) })}
          </Link>
        </li>
      )}
    </ul>
  );
}

function EntryLine({ entry, as: Link }: { entry: CalendarEntry; as: LinkElement }) {
  const own = useTranslations('calendar')('own');
  const locale = useLocale() as Locale;
  const { state } = entry;
  return (
    <>
      <h3 className="font-bold font-sans text-base">
        <Link
          href={entry.href}
          className={`text-ink ${state === 'cancelled' || state === 'refused' ? 'line-through' : ''}`}
        >
          {entry.title}
        </Link>
      </h3>
      <TimePlaceLine locale={locale} session={entry} place={entry.place} />
      {(isUnusual(state) || entry.own) && (
        <p className="mt-2 flex flex-wrap gap-2">
          {entry.own && (
            <Badge tone="information" icon="person">
              {own}
            </Badge>
          )}
          {isUnusual(state) && <SessionStateBadge state={state} />}
        </p>
      )}
    </>
  );
}
