import { useLocale, useTranslations } from 'next-intl';
import type { Day } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import type { StatusEntry } from '@/domain/digital-models/model-record';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { StatusBadge } from './status-badge';

/** Every status with its days, reason and author, the newest first. One that was taken back stays to be seen. */
export function StatusHistory({ statuses }: { statuses: StatusEntry[] }) {
  const t = useTranslations('digital-models.record');
  return (
    <ol>
      {statuses.map((entry) => (
        <li key={entry.id} className="border-rule border-b py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusBadge status={entry.status} />
            <Days entry={entry} />
          </p>
          {entry.reason && <p className="mt-1">{t('reason', { reason: entry.reason })}</p>}
          {entry.recordedBy && <p className="text-ink-2 text-sm">{t('recordedBy', { name: entry.recordedBy })}</p>}
        </li>
      ))}
    </ol>
  );
}

function Days({ entry }: { entry: StatusEntry }) {
  const t = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  const day = (value: Day) => formatDay(locale, value);
  const from = day(entry.from);
  if (entry.to === null && entry.status === 'ended')
    return <span>{t('afterLast', { day: day(lastDayBefore(entry.from)) })}</span>;
  if (entry.to === null) return <span>{t('from', { from })}</span>;
  if (entry.to === entry.from) return <s className="text-ink-2">{t('takenBack', { from })}</s>;
  return <span>{t('span', { from, to: day(lastDayBefore(entry.to)) })}</span>;
}
