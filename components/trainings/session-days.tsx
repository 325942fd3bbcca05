import { useTranslations } from 'next-intl';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { DemoMark } from '@/components/ui/demo-mark';
import { type Day, today } from '@/domain/days/day';
import { byDay } from '@/domain/trainings/session';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { placeWords } from './place-words';
import { SeatsBadge } from './seats-badge';
import { TimePlaceLine } from './time-place-line';

type DaysProps = {
  locale: Locale;
  sessions: PublishedSession[];
  /** the first day of the list: what began before it and goes on stands under it */
  from?: Day;
};

/** Coming sessions under their day: a leaf of the calendar for each day, which stays in sight beside its sessions. */
export function SessionDays({ locale, sessions, from = today() }: DaysProps) {
  return (
    <>
      <ol className="@container border-rule border-b">
        {byDay(sessions, from).map(({ day, sessions }) => (
          <li
            key={day}
            className="flex flex-wrap gap-4 border-rule border-t py-5 sm:gap-5 @min-[17.5rem]:[&>.calendar-leaf]:sticky @min-[17.5rem]:[&>.calendar-leaf]:top-4"
          >
            <DateLeaf day={day} />
            <ul className="grid min-w-[min(100%,11rem)] flex-1 gap-6">
              {sessions.map((session) => (
                <SessionLine key={session.id} locale={locale} session={session} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {sessions.some(({ demo }) => demo) && <DemoMark className="mt-3" />}
    </>
  );
}

function SessionLine({ locale, session }: { locale: Locale; session: PublishedSession }) {
  const t = useTranslations('trainings');
  return (
    <li>
      <h3 className="font-bold font-sans text-base">
        <a href={hrefTo(locale, 'session', { slug: session.slug })} className="text-ink">
          {session.course.title}
        </a>
      </h3>
      <TimePlaceLine locale={locale} session={session} place={placeWords(t, session)} />
      <div className="mt-2">
        <SeatsBadge locale={locale} session={session} />
      </div>
    </li>
  );
}
