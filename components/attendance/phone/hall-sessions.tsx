import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { HallState } from '@/domain/attendance/hall';
import type { HallSession } from '@/domain/attendance/roster/roster';
import type { Locale } from '@/i18n/locales';
import { hallDay } from './hall-day';

type HallSessionsProps = {
  state: HallState;
  /** whether the browser opens the app without signal */
  kept: boolean;
  /** the one she has opened is not hers to take attendance of any more */
  gone: boolean;
  onTake: (sessionIds: string[]) => Promise<void>;
};

/** The lists on this phone, and those that can be taken along while there is signal. */
export function HallSessions({ state, kept, gone, onTake }: HallSessionsProps) {
  const t = useTranslations('attendance.hall');
  const saved = new Set(state.rosters.map(({ id }) => id));
  const others = (state.sessions ?? []).filter(({ id }) => !saved.has(id));
  const own = others.filter((session) => session.own);
  if (state.phase !== 'open') return <Closed state={state} />;
  return (
    <main className="grid gap-8 px-4 pt-5 pb-10">
      {!kept && <p className="font-semibold text-basalt">{t('notKept')}</p>}
      {gone && (
        <p role="status" className="font-semibold">
          {t('gone')}
        </p>
      )}
      <section>
        <h2 className="mb-2">{t('onPhone')}</h2>
        <Saved rosters={state.rosters} />
        {own.length > 0 && <TakeAll sessions={own} onTake={onTake} />}
      </section>
      {others.length > 0 && (
        <section>
          <h2 className="mb-2">{t('notOnPhone')}</h2>
          <ul className="grid gap-3">
            {others.map((session) => (
              <Item key={session.id} session={session}>
                <Button icon="download" className="mt-2" onClick={() => void onTake([session.id])}>
                  {t('take')}
                  <span className="sr-only"> {session.title}</span>
                </Button>
              </Item>
            ))}
          </ul>
        </section>
      )}
      {state.sessions?.length === 0 && saved.size === 0 && <p>{t('noSessions')}</p>}
      <Sealed count={state.sealed} />
    </main>
  );
}

function Saved({ rosters }: Pick<HallState, 'rosters'>) {
  const t = useTranslations('attendance.hall');
  if (rosters.length === 0) return <p className="text-ink-2">{t('nothingOnPhone')}</p>;
  return (
    <ul className="grid gap-3">
      {rosters.map((roster) => (
        <Item key={roster.id} session={roster}>
          <p className="text-sm">{t('women', { count: roster.people.length })}</p>
          <ButtonLink href={`#${roster.id}`} variant="primary" className="mt-2">
            {t('open')}
            <span className="sr-only"> {roster.title}</span>
          </ButtonLink>
        </Item>
      ))}
    </ul>
  );
}

function Item({ session, children }: { session: HallSession; children: React.ReactNode }) {
  const locale = useLocale() as Locale;
  return (
    <li className="rounded-control border border-rule bg-card p-4">
      <h3 className="font-bold font-sans">{session.title}</h3>
      <p className="text-ink-2 text-sm">{`${hallDay(locale, session)}, ${session.place}`}</p>
      {session.demo && (
        <p>
          <DemoMark />
        </p>
      )}
      {children}
    </li>
  );
}

function TakeAll({ sessions, onTake }: { sessions: HallSession[]; onTake: HallSessionsProps['onTake'] }) {
  const t = useTranslations('attendance.hall');
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await onTake(sessions.map(({ id }) => id));
    setBusy(false);
  };
  return (
    <div className="mt-4">
      <Button variant="primary" icon="download" aria-disabled={busy} onClick={() => void (busy || take())}>
        {t('takeAll')}
      </Button>
      <p className="mt-1 text-ink-2 text-sm">{t('takeAllHint', { count: sessions.length })}</p>
    </div>
  );
}

/** Nobody is known here: what waits on the phone is sealed until she signs in. */
function Closed({ state }: { state: HallState }) {
  const t = useTranslations('attendance.hall');
  if (state.phase === 'opening') return null;
  return (
    <main className="grid gap-3 px-4 pt-5">
      <h2>{t('closed.title')}</h2>
      <p>{t(state.stop === 'refused' ? 'closed.refused' : 'closed.lead')}</p>
      <Sealed count={state.sealed} />
      <p>
        <ButtonLink href="/dang-nhap?callbackUrl=%2Fadmin%2Fattendance" variant="primary">
          {t('signIn')}
        </ButtonLink>
      </p>
    </main>
  );
}

/** The marks that somebody could not send before she signed out: known by number alone. */
function Sealed({ count }: { count: number }) {
  const t = useTranslations('attendance.hall');
  if (count === 0) return null;
  return (
    <p className="flex gap-2 font-semibold">
      <Icon name="clock" className="mt-0.5 flex-none" />
      {t('sealed', { count })}
    </p>
  );
}
