import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { stageOf } from '@/domain/trainings/session';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type SeatsProps = {
  locale: Locale;
  session: Pick<PublishedSession, 'state' | 'startsAt' | 'endsAt' | 'mode' | 'isFull' | 'free' | 'seats'>;
};

/** A session that goes on or is over is nothing to be warned of. */
const looks = {
  cancelled: { tone: 'problem' },
  running: { tone: 'information', icon: 'clock' },
  over: { tone: 'information', icon: 'check' },
} as const;

/** Whether she can still come: a word with its icon, and how many seats are free where that is told. */
export function SeatsBadge({ locale, session }: SeatsProps) {
  const t = useTranslations('trainings');
  const stage = stageOf(session);
  if (stage !== 'coming') return <Badge {...looks[stage]}>{t(`badge.${stage}`)}</Badge>;

  const { isFull } = session;
  const free = session.free === null ? null : formatNumber(locale, session.free);
  const seats = formatNumber(locale, session.seats ?? 0);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      {session.mode === 'online' && (
        <>
          <Badge tone="information" icon="phone">
            {t('badge.online')}
          </Badge>{' '}
        </>
      )}
      <Badge tone={isFull ? 'waiting' : 'done'}>{t(isFull ? 'badge.full' : 'badge.free')}</Badge>{' '}
      {free !== null && (
        <span className="text-ink-2 text-sm">
          {isFull ? t('seats.full', { seats }) : t('seats.free', { free, seats })}
        </span>
      )}
    </span>
  );
}
