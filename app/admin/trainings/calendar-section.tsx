import { getTranslations } from 'next-intl/server';
import { CalendarDays } from '@/components/calendar/calendar-days';
import { deadlineEntry, recordEntry } from '@/components/calendar/calendar-entry';
import { type TimeView, ViewHead } from '@/components/calendar/view-head';
import { Link } from '@/components/ui/link';
import type { Viewer } from '@/domain/access/viewer';
import { listAgenda } from '@/domain/calendar/agenda-queries';
import { countOf, drawnSpan, mostShown, spanOf } from '@/domain/calendar/calendar';
import { listDeadlines } from '@/domain/calendar/deadlines/deadline-queries';
import { isDay, today } from '@/domain/days/day';
import { type Asked, addressOf, dayLookedAt } from './asked';

type SectionProps = { viewer: Viewer; asked: Asked; view: TimeView };

/** The day, week or month that is looked at, with every session on it that she may see and how it stands. */
export async function CalendarSection({ viewer, asked, view }: SectionProps) {
  const day = dayLookedAt(asked);
  const [t, words, coverage, days, deadlines] = await Promise.all([
    getTranslations('calendar'),
    getTranslations('trainings'),
    getTranslations('coverage'),
    listAgenda(viewer, drawnSpan(view, day), mostShown[view], asked),
    asked.own || asked.state || asked.courseId ? [] : listDeadlines(viewer, drawnSpan(view, day), asked.communeId),
  ]);
  const dueOn = (at: string) =>
    deadlines.filter(({ due }) => due === at).map((deadline) => deadlineEntry(t, coverage, deadline));
  return (
    <>
      <ViewHead
        as={Link}
        locale={viewer.locale}
        view={view}
        day={day}
        today={today()}
        found={t('found', { count: countOf(days, spanOf(view, day)) })}
        hrefAt={(at) => (isDay(at) ? addressOf({ ...asked, view, day: at }) : null)}
      />
      <CalendarDays
        as={Link}
        locale={viewer.locale}
        view={view}
        day={day}
        today={today()}
        days={days.map(({ day: at, shown, total }) => ({
          day: at,
          shown: [...dueOn(at), ...shown.map((one) => recordEntry(words, one))],
          total: total + dueOn(at).length,
        }))}
        dayHref={(at) => addressOf({ ...asked, view: 'day', day: at })}
      />
    </>
  );
}
