import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import type { ArticleEvent } from '@/domain/newsroom/event';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const icons: Record<ArticleEvent['what'], IconName> = {
  wrote: 'pencil',
  submitted: 'send',
  returned: 'arrow-left',
  approved: 'check',
  approvedAlone: 'check',
  forced: 'warning',
  confirmed: 'check',
  scheduled: 'calendar',
  unscheduled: 'cross',
  published: 'globe',
  publishedLate: 'globe',
  withdrew: 'cross',
  expired: 'clock',
  notAgreed: 'cross',
  hourStopped: 'picture',
  remarked: 'information',
  resolved: 'check',
  reviewed: 'check',
  reviewMoved: 'calendar',
  moved: 'link',
  pictureRemoved: 'picture',
  pictureWords: 'picture',
  soundRemoved: 'speaker',
  subjectChosen: 'person',
  subjectRemoved: 'person',
  namingSaid: 'person',
  namesAnswered: 'person',
  nameTakenBack: 'cross',
  nameLookedAt: 'person',
};

/** Who did what to an article, newest first. */
export function ArticleHistory({ events }: { events: readonly ArticleEvent[] }) {
  const t = useTranslations('newsroom');
  const locale = useLocale() as Locale;
  return (
    <ol>
      {events.map(({ what, at, by, edition, languages, said, hour, late, names }) => (
        <li key={`${what} ${at.getTime()} ${by} ${said}`} className="flex gap-3 border-rule border-t py-2.5">
          <Icon name={icons[what]} className="mt-0.5" />
          <div className="min-w-0">
            <p>
              {t(`events.${what}`, {
                by: by ?? t('events.byItself'),
                edition,
                hour: hour ? formatInstant(locale, hour) : '',
                late,
              })}{' '}
              {languages.length > 0 && (
                <span className="text-ink-2">({languages.map((each) => t(`languages.${each}`)).join(', ')})</span>
              )}
            </p>
            {said && <p className="whitespace-pre-wrap">“{said}”</p>}
            {names && <NamesAnswered names={names} />}
            <p className="text-ink-2 text-sm">
              <time dateTime={at.toISOString()}>{formatInstant(locale, at)}</time>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was said of each name. */
function NamesAnswered({ names }: { names: NonNullable<ArticleEvent['names']> }) {
  const t = useTranslations('newsroom.namings.said');
  const channels = useTranslations('consents.channel');
  const locale = useLocale() as Locale;
  return (
    <ul className="text-ink-2">
      {names.map(({ name, answer, channel, agreedOn }) => (
        <li key={name}>
          {t(answer, {
            name,
            day: agreedOn ? formatDay(locale, agreedOn) : '',
            channel: channel ? channels(channel).toLocaleLowerCase(locale) : '',
          })}
        </li>
      ))}
    </ul>
  );
}
