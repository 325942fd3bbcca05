import { useLocale, useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { HallState } from '@/domain/attendance/hall';
import type { Roster } from '@/domain/attendance/roster/roster';
import type { Locale } from '@/i18n/locales';
import { hallDay } from './hall-day';

type HallBarProps = { state: HallState; roster: Roster | undefined; onSend: () => void; onLock: () => void };

/** The open list, and how much is not sent: always in sight. */
export function HallBar({ state, roster, onSend, onLock }: HallBarProps) {
  const t = useTranslations('attendance.hall');
  const locale = useLocale() as Locale;
  return (
    <>
      <div className="sticky top-0 z-10">
        <header className="flex items-center gap-1.5 bg-plum px-3 py-2.5 text-paper leading-[1.35]">
          <a
            href={roster ? '#' : '/admin'}
            aria-label={t(roster ? 'backToSessions' : 'backToPortal')}
            className="grid size-12 flex-none place-items-center text-paper"
          >
            <Icon name="arrow" className="[transform:rotate(180deg)]" />
          </a>
          <div className="min-w-0 flex-1">
            <h1 className="font-bold font-sans text-[1.125rem] leading-[1.35]">{roster?.title ?? t('title')}</h1>
            {roster && <p className="text-[#ebd6e1] text-sm">{`${hallDay(locale, roster)}, ${roster.place}`}</p>}
          </div>
          {roster?.demo && <DemoMark className="max-sm:hidden" />}
          {roster && (
            <button
              type="button"
              className="grid size-12 flex-none place-items-center text-paper"
              aria-label={t('lock.lock')}
              onClick={onLock}
            >
              <Icon name="lock" />
            </button>
          )}
        </header>
        {state.phase === 'open' && <SendBar state={state} onSend={onSend} />}
        {state.full && (
          <p role="alert" className="bg-basalt px-4 py-2 font-semibold text-card leading-[1.4]">
            {t('full')}
          </p>
        )}
      </div>
      {roster?.demo && (
        <p className="px-4 pt-2 sm:hidden">
          <DemoMark />
        </p>
      )}
    </>
  );
}

function SendBar({ state, onSend }: Pick<HallBarProps, 'state' | 'onSend'>) {
  const t = useTranslations('attendance.hall');
  const count = state.taps.length;
  const { stop } = state;
  const isCalm = count === 0 && !stop;
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2 ${isCalm ? 'bg-rubber-soft text-rubber-deep' : 'bg-pomelo text-ink'}`}
    >
      <Icon name={stop === 'offline' ? 'no-signal' : isCalm ? 'check' : 'clock'} />
      <b className="flex-1 leading-[1.4]">{count === 0 ? t('allSent') : t('unsent', { count })}</b>
      {stop === 'signed-out' ? (
        <a className="button compact" href="/dang-nhap?callbackUrl=%2Fadmin%2Fattendance">
          {t('signIn')}
        </a>
      ) : (
        count > 0 && (
          <button type="button" className="button compact" onClick={onSend} aria-disabled={state.sending}>
            <Icon name="send" />
            {t(state.sending ? 'sending' : 'sendNow')}
          </button>
        )
      )}
      {(stop || state.held > 0) && (
        <p className="basis-full text-sm leading-[1.4]">
          {[stop && t(`stop.${stop}`), state.held > 0 && t('held', { count: state.held })].filter(Boolean).join(' ')}
        </p>
      )}
    </div>
  );
}
