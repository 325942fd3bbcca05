import { useTranslations } from 'next-intl';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { Icon, type IconName } from '@/components/ui/icon';
import { directionsTo } from '@/components/venues/directions';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { capital, communeWords, placeWords, small } from './place-words';
import { daysWords, timesWords } from './time-words';

type FactsProps = {
  locale: Locale;
  session: PublishedSession;
  calendarHref: string | null;
  /** on the session's own page, while it is coming */
  posterHref?: string | null;
};

/** The leaf of the day, and beside it when and where. */
export function SessionWhen({ locale, session, calendarHref, posterHref }: FactsProps) {
  const t = useTranslations('trainings');
  const directions = directionsTo(session);
  return (
    <div className="flex flex-wrap gap-5">
      <DateLeaf day={session.day} />
      <div className="min-w-[min(100%,11rem)] flex-1">
        <p className="font-bold text-h3">{timesWords(t, locale, session)}</p>
        <p className="text-ink-2 text-sm">{daysWords(t, locale, session)}</p>
        <p className="mt-1">{capital(placeWords(t, session))}</p>
        {session.venue?.address && <p className="text-ink-2 text-sm">{session.venue.address}</p>}
        <p className="no-print flex flex-wrap gap-x-6">
          {directions && (
            <FactLink href={directions} icon="pin" away>
              {t('session.directions')}
            </FactLink>
          )}
          {calendarHref && (
            <FactLink href={calendarHref} icon="calendar">
              {t('session.calendar')}
            </FactLink>
          )}
          {posterHref && (
            <FactLink href={posterHref} icon="report">
              {t('session.poster')}
            </FactLink>
          )}
        </p>
      </div>
    </div>
  );
}

type LinkProps = { href: string; icon: IconName; away?: boolean; children: string };

const FactLink = ({ href, icon, away, children }: LinkProps) => (
  <a
    href={href}
    className="inline-flex min-h-11 items-center gap-1.5 font-semibold"
    {...(away ? { rel: 'noopener noreferrer', target: '_blank' } : {})}
  >
    <Icon name={icon} size={20} />
    {children}
  </a>
);

/** The facts of a session: for whom, how, with what, by whom (never by name), and what the place is like. */
export function SessionFacts({ locale, session }: Pick<FactsProps, 'locale' | 'session'>) {
  const t = useTranslations('trainings');
  const { venue, course, unit, commune, mode, audience, notes } = session;
  const access = (['stepFree', 'screen', 'wifi'] as const).filter((one) => venue?.[one]);
  const minutes = t('session.minutes', { count: formatNumber(locale, course.minutes) });
  const facts: { icon: IconName; term: string; value: string | null }[] = [
    { icon: 'people', term: t('session.forWhom'), value: t(`audience.${audience}`) },
    { icon: 'book', term: t('session.how'), value: `${small(t(`mode.${mode}`))}, ${minutes}` },
    { icon: 'hexagon', term: t('session.host'), value: unit === commune?.name ? communeWords(t, commune) : unit },
    { icon: 'person', term: t('session.trainer'), value: t('session.trainerIs') },
    { icon: 'phone', term: t('session.bring'), value: course.preconditions },
    { icon: 'home', term: t('session.access'), value: access.map((one) => t(`session.${one}`)).join(', ') || null },
    { icon: 'information', term: t('session.notes'), value: notes },
  ];
  return (
    <ul>
      {facts.map(({ icon, term, value }) =>
        value ? (
          <li key={term} className="flex gap-3 border-rule border-t py-3.5">
            <Icon name={icon} className="mt-0.5 text-rubber" />
            <p className="min-w-0 whitespace-pre-line">
              <b className="font-semibold">{term}:</b> {value}
            </p>
          </li>
        ) : null,
      )}
    </ul>
  );
}
