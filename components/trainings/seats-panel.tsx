import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The place of the form to have a seat kept, for the button at the head of the page that leads there. */
export const SEATS_PANEL = 'giu-cho';

/** `children`: how to have a seat kept */
type PanelProps = { locale: Locale; session: PublishedSession; children: ReactNode };

/** How many seats are free, seat by seat, and how to have one kept. */
export function SeatsPanel({ locale, session, children }: PanelProps) {
  const t = useTranslations('trainings');
  const { isFull, seats, free } = session;
  return (
    <section
      id={SEATS_PANEL}
      className="scroll-mt-4 rounded-control border border-rule border-t-8 border-t-lotus bg-card p-6"
    >
      {isFull && (
        <p className="font-bold font-serif text-h3">
          {seats === null ? t('badge.full') : t('seats.full', { seats: formatNumber(locale, seats) })}
        </p>
      )}
      {!isFull && free === null && <p className="font-bold font-serif text-h3">{t('badge.free')}</p>}
      {!isFull && free !== null && (
        <p className="flex items-center gap-5">
          <b className="flex-none font-bold font-serif text-figure text-lotus">{formatNumber(locale, free)}</b>{' '}
          <span className="min-w-0 flex-1">
            {t('seats.left')}
            <br />
            <span className="text-ink-2">{t('seats.of', { seats: formatNumber(locale, seats ?? 0) })}</span>
          </span>
        </p>
      )}
      {seats !== null && free !== null && <SeatDots seats={seats} taken={seats - free} />}
      <div className="mt-5 border-rule border-t pt-5">{children}</div>
    </section>
  );
}

const ROW = 20;
const GAP = 12;
const SEATS_DRAWN_MAX = 100;

/** One dot a seat, filled when somebody holds it. The words above say the same. */
function SeatDots({ seats, taken }: { seats: number; taken: number }) {
  if (seats > SEATS_DRAWN_MAX) return null;
  const rows = Math.ceil(seats / ROW);
  const width = ROW * GAP;
  return (
    <svg viewBox={`0 0 ${width} ${rows * GAP}`} className="mt-3 w-full max-w-72" aria-hidden="true">
      {Array.from({ length: seats }, (_, seat) => seat).map((seat) => (
        <circle
          key={seat}
          cx={(seat % ROW) * GAP + GAP / 2}
          cy={Math.floor(seat / ROW) * GAP + GAP / 2}
          r={4.2}
          strokeWidth={1.3}
          className={seat < taken ? 'fill-lotus stroke-lotus' : 'fill-none stroke-ink-line'}
        />
      ))}
    </svg>
  );
}
