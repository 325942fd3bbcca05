import { useTranslations } from 'next-intl';
import { daysWords, timesWords } from '@/components/trainings/time-words';
import { Icon } from '@/components/ui/icon';
import { directionsTo } from '@/components/venues/directions';
import type { BusyVenue } from '@/domain/calendar/where';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type ListProps = { locale: Locale; venues: readonly BusyVenue[] };

/** The halls of the map in words: their number on it, where they are, and what is coming there. */
export function VenueList({ locale, venues }: ListProps) {
  const t = useTranslations('calendar.map');
  return (
    <ol className="border-rule border-b">
      {venues.map(({ venue, point, sessions }, at) => {
        const directions = sessions[0] && directionsTo(sessions[0]);
        return (
          <li key={venue.id} id={`noi-${at + 1}`} className="flex gap-4 border-rule border-t py-5">
            <span
              className={`grid size-8 flex-none place-items-center rounded-full font-bold ${point ? 'bg-lotus text-card' : 'border-2 border-ink-line border-dashed'}`}
              aria-hidden="true"
            >
              {point ? at + 1 : '–'}
            </span>
            <div className="min-w-0 flex-1">
              <h3 className="font-bold font-sans text-base">{keepTogether(venue.name)}</h3>
              {venue.address && <p className="text-ink-2 text-sm">{venue.address}</p>}
              {!point && <p className="text-ink-2 text-sm">{t('noPoint')}</p>}
              {directions && (
                <a
                  href={directions}
                  rel="noopener noreferrer"
                  target="_blank"
                  className="no-print inline-flex min-h-11 items-center gap-1.5 font-semibold text-sm"
                >
                  <Icon name="pin" size={20} />
                  {t('open', { name: venue.name })}
                </a>
              )}
              <SessionLines locale={locale} sessions={sessions} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The coming sessions of one place, a line each. */
export function SessionLines({ locale, sessions }: { locale: Locale; sessions: readonly PublishedSession[] }) {
  const t = useTranslations('trainings');
  return (
    <ul className="mt-1 grid gap-2">
      {sessions.map((session) => (
        <li key={session.id}>
          <a href={hrefTo(locale, 'session', { slug: session.slug })} className="font-semibold text-ink">
            {session.course.title}
          </a>{' '}
          <span className="block text-sm">
            {daysWords(t, locale, session)}, {timesWords(t, locale, session)}
          </span>
        </li>
      ))}
    </ul>
  );
}
