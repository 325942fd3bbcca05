import { getTranslations } from 'next-intl/server';
import { CalendarDays } from '@/components/calendar/calendar-days';
import { publicEntry } from '@/components/calendar/calendar-entry';
import { ViewHead } from '@/components/calendar/view-head';
import { capital, communeWords } from '@/components/trainings/place-words';
import { countOf, drawnSpan, mostShown, spanOf } from '@/domain/calendar/calendar';
import { listPublishedAgenda } from '@/domain/calendar/published-queries';
import { type Day, today } from '@/domain/days/day';
import { dayLookedAt, hrefOf, isShown, type SectionProps } from './asked';

/** The day, week or month that is looked at, with everything that takes, took or does not take place. */
export async function CalendarSection({ locale, asked, narrowed: { commune, course } }: SectionProps) {
  const view = asked.view === 'day' || asked.view === 'week' ? asked.view : 'month';
  const day = dayLookedAt(asked);
  const [t, words, days] = await Promise.all([
    getTranslations('calendar'),
    getTranslations('trainings'),
    listPublishedAgenda(locale, drawnSpan(view, day), mostShown[view], {
      communeId: commune?.id,
      courseCode: course?.code,
      audience: asked.audience,
      mode: asked.mode,
    }),
  ]);
  const place = commune ? capital(communeWords(words, commune)) : t('whole');
  const count = countOf(days, spanOf(view, day));
  return (
    <>
      <ViewHead
        locale={locale}
        view={view}
        day={day}
        today={today()}
        found={`${[place, course?.title].filter(Boolean).join(' · ')}: ${t('found', { count })}`}
        hrefAt={(at) => (isShown(at) ? hrefOf(locale, asked, view, at) : null)}
      />
      <CalendarDays
        locale={locale}
        view={view}
        day={day}
        today={today()}
        days={days.map(({ shown, ...rest }) => ({
          ...rest,
          shown: shown.map((session) => publicEntry(locale, words, session)),
        }))}
        dayHref={(at: Day) => hrefOf(locale, asked, 'day', at)}
      />
    </>
  );
}
