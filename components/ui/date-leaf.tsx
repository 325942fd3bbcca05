import { useTranslations } from 'next-intl';
import { type Day, toDate } from '@/domain/day';

/** Lịch bloc: the leaf that one tears off, with month, day and weekday of a session. Sundays are red. */
export function DateLeaf({ day }: { day: Day }) {
  const t = useTranslations('ui.leaf');
  const date = toDate(day);
  return (
    <time dateTime={day} className={`calendar-leaf${date.getUTCDay() === 0 ? ' sunday' : ''}`}>
      <span>{t('month', { date })}</span> <b>{Number(day.slice(-2))}</b> <span>{t('weekday', { date })}</span>
    </time>
  );
}
