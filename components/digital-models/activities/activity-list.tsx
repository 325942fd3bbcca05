import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { dayOf } from '@/domain/days/day';
import type { Activity } from '@/domain/digital-models/activities/activity';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelPicture } from '../model-picture';

type ListProps = {
  activities: readonly Activity[];
  /** where the activities of this model are corrected, for who may */
  path?: string | undefined;
};

/** The activities of a model, the newest first; one that was taken back says so, and why. */
export function ActivityList({ activities, path }: ListProps) {
  const t = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  if (activities.length === 0) return <p className="max-w-[40em] text-ink-2">{t('noActivities')}</p>;
  return (
    <ol>
      {activities.map((activity) => (
        <li key={activity.id} className="border-rule border-b py-3 sm:grid sm:grid-cols-[7.5rem_1fr_auto] sm:gap-4">
          <time dateTime={activity.onDay} className="tabular-nums">
            {formatDay(locale, activity.onDay)}
          </time>
          <Entry activity={activity} />
          {path && !activity.takenBack && (
            <Link
              href={`${path}/${activity.id}`}
              aria-label={t('correctActivity', { day: formatDay(locale, activity.onDay), topic: activity.topic })}
              className="inline-flex min-h-11 items-center self-start sm:min-h-0"
            >
              {t('correct')}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

function Entry({ activity: { topic, note, picture, peopleReached, recordedBy, takenBack } }: { activity: Activity }) {
  const t = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  return (
    <div className="min-w-0">
      <p className="font-semibold">{takenBack ? <s className="text-ink-2">{topic}</s> : topic}</p>
      {takenBack && (
        <p>
          {t('activityTakenBack', { name: takenBack.by ?? t('somebody'), day: formatDay(locale, dayOf(takenBack.at)) })}
          {takenBack.reason && ` ${t('reason', { reason: takenBack.reason })}`}
        </p>
      )}
      {note && !takenBack && <p className="whitespace-pre-line">{note}</p>}
      {picture && <ModelPicture picture={picture} />}
      <p className="text-ink-2 text-sm">
        {[
          peopleReached !== null && t('reached', { count: peopleReached }),
          recordedBy && t('recordedBy', { name: recordedBy }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
