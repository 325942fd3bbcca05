import { useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import { type NotesState, unsentOf } from '@/domain/peer-lessons/phone/lesson-notes';

type NotesBarProps = { state: NotesState; demo: boolean; onSend: () => void };

/** Where she is, and how much is not sent: always in sight. */
export function NotesBar({ state, demo, onSend }: NotesBarProps) {
  const t = useTranslations('peer-lessons.phone');
  const place = state.places.find(({ id }) => id === state.placeId);
  return (
    <div className="sticky top-0 z-10">
      <header className="flex items-center gap-1.5 bg-plum px-3 py-2.5 text-paper leading-[1.35]">
        <a href="/admin" aria-label={t('back')} className="grid size-12 flex-none place-items-center text-paper">
          <Icon name="arrow" className="[transform:rotate(180deg)]" />
        </a>
        <div className="min-w-0 flex-1">
          <h1 className="font-bold font-sans text-[1.125rem] leading-[1.35]">{t('title')}</h1>
          {place && <p className="text-[#ebd6e1] text-sm">{t('here', { place: place.name })}</p>}
        </div>
        {demo && <DemoMark className="max-sm:hidden" />}
      </header>
      {state.phase === 'open' && <SendBar state={state} onSend={onSend} />}
      {state.full && (
        <p role="alert" className="bg-basalt px-4 py-2 font-semibold text-card leading-[1.4]">
          {t('full')}
        </p>
      )}
      {demo && (
        <p className="bg-paper px-4 pt-2 sm:hidden">
          <DemoMark />
        </p>
      )}
    </div>
  );
}

function SendBar({ state, onSend }: Pick<NotesBarProps, 'state' | 'onSend'>) {
  const t = useTranslations('peer-lessons.phone');
  const { stop, sending } = state;
  const count = unsentOf(state);
  const isCalm = count === 0 && !stop;
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-2 ${isCalm ? 'bg-rubber-soft text-rubber-deep' : 'bg-pomelo text-ink'}`}
    >
      <Icon name={stop === 'offline' ? 'no-signal' : isCalm ? 'check' : 'clock'} />
      <b className="flex-1 leading-[1.4]">{count === 0 ? t('allSent') : t('unsent', { count })}</b>
      {stop === 'signed-out' ? (
        <a className="button compact" href="/dang-nhap?callbackUrl=%2Fadmin%2Fpeer-lessons%2Fphone">
          {t('signIn')}
        </a>
      ) : (
        count > 0 && (
          <button type="button" className="button compact" onClick={onSend} aria-disabled={sending}>
            <Icon name="send" />
            {t(sending ? 'sending' : 'sendNow')}
          </button>
        )
      )}
      {stop && <p className="basis-full text-sm leading-[1.4]">{t(`stop.${stop}`)}</p>}
    </div>
  );
}
