import { useLocale, useTranslations } from 'next-intl';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelPicture } from './model-picture';

/** What a model did, the newest first. */
export function ActivityList({ activities, activityCount }: Pick<ModelRecord, 'activities' | 'activityCount'>) {
  const t = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  if (activities.length === 0) return <p className="max-w-[40em] text-ink-2">{t('noActivities')}</p>;
  return (
    <>
      <ol>
        {activities.map(({ id, onDay, topic, peopleReached, note, picture, recordedBy }) => (
          <li key={id} className="border-rule border-b py-3 sm:grid sm:grid-cols-[7.5rem_1fr] sm:gap-4">
            <time dateTime={onDay} className="tabular-nums">
              {formatDay(locale, onDay)}
            </time>
            <div>
              <p className="font-semibold">{topic}</p>
              {note && <p className="whitespace-pre-line">{note}</p>}
              {picture && <ModelPicture picture={picture} />}
              <p className="text-ink-2 text-sm">
                {[
                  peopleReached !== null && t('reached', { count: formatNumber(locale, peopleReached) }),
                  recordedBy && t('recordedBy', { name: recordedBy }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {activityCount > activities.length && <p className="mt-2 text-ink-2 text-sm">{t('older')}</p>}
    </>
  );
}
