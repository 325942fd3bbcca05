'use client';

import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useState, useSyncExternalStore } from 'react';
import type { Hall, HallState } from '@/domain/attendance/hall';
import { timeZone } from '@/domain/days/day';
import type { Locale } from '@/i18n/locales';
import { HallBar } from './hall-bar';
import { keepHall, openHall } from './hall-browser';
import { HallSessions } from './hall-sessions';
import { LockScreen, useLocked } from './lock-screen';
import { RollCall } from './roll-call';

type Words = NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>;

type HallAppProps = {
  /** both languages: the page is kept for whoever is signed in when there is no signal */
  words: Record<Locale, Words>;
  /** until the phone remembers whose it is */
  locale: Locale;
};

/** The app in the hall: one page, which the browser keeps and opens without a network. */
export function HallApp({ words, locale }: HallAppProps) {
  const [hall, setHall] = useState<Hall | null>(null);
  const [broken, setBroken] = useState(false);
  const [kept, setKept] = useState(true);
  useEffect(() => {
    let left = false;
    let leave = () => {};
    openHall().then(
      (opened) => {
        if (left) return opened.leave();
        leave = opened.leave;
        setHall(opened.hall);
        void keepHall().then(setKept);
        return opened.hall.connect();
      },
      () => setBroken(true),
    );
    return () => {
      left = true;
      leave();
    };
  }, []);

  return (
    <Spoken words={words} locale={locale} hall={hall}>
      {(state) =>
        hall && state && state.phase !== 'broken' ? (
          <Screens hall={hall} state={state} kept={kept} />
        ) : (
          <Opening broken={broken || state?.phase === 'broken'} />
        )
      }
    </Spoken>
  );
}

type SpokenProps = HallAppProps & { hall: Hall | null; children: (state: HallState | null) => React.ReactNode };

const nothing = () => () => {};

function Spoken({ words, locale, hall, children }: SpokenProps) {
  const state = useSyncExternalStore<HallState | null>(
    hall?.subscribe ?? nothing,
    () => hall?.snapshot() ?? null,
    () => null,
  );
  const spoken = state?.locale ?? locale;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return (
    <NextIntlClientProvider locale={spoken} messages={words[spoken]} timeZone={timeZone}>
      {children(state)}
    </NextIntlClientProvider>
  );
}

/** Which session is open is said by the address after "#": it can be reloaded, and "back" leads back. */
function Screens({ hall, state, kept }: { hall: Hall; state: HallState; kept: boolean }) {
  const t = useTranslations('attendance.hall');
  const wanted = useHash();
  const roster = state.rosters.find(({ id }) => id === wanted);
  const isMissing = wanted !== '' && !roster && state.phase === 'open';
  const [asked, setAsked] = useState('');
  const [locked, setLocked] = useLocked();
  useEffect(() => {
    if (isMissing) void hall.take([wanted]).then(() => setAsked(wanted));
  }, [hall, isMissing, wanted]);
  const isGone = isMissing && asked === wanted && !state.stop;
  return (
    <div className="under-bar mx-auto flex min-h-dvh max-w-[70rem] flex-col">
      <HallBar state={state} roster={roster} onSend={() => void hall.connect()} onLock={() => setLocked(true)} />
      {roster ? (
        <RollCall key={roster.id} hall={hall} roster={roster} taps={state.taps} signal={state.stop !== 'offline'} />
      ) : (
        <HallSessions state={state} kept={kept} gone={isGone} onTake={(ids) => hall.take(ids)} />
      )}
      {locked && <LockScreen onOpen={() => setLocked(false)} />}
      {state.phase === 'opening' && <p className="p-4">{t('opening')}</p>}
    </div>
  );
}

function Opening({ broken }: { broken: boolean }) {
  const t = useTranslations('attendance.hall');
  return (
    <main className="p-4">
      <h1>{t('title')}</h1>
      <p role="status">{t(broken ? 'broken' : 'opening')}</p>
      {/* Shown by the styles alone once opening takes too long: no script has to run for it. */}
      {!broken && (
        <div className="hall-overdue mt-4 max-w-[34em]">
          <p className="font-semibold">{t('overdue')}</p>
          <a href="/admin/trainings">{t('toSessions')}</a>
        </div>
      )}
      <noscript>
        <p className="font-semibold">{t('noScript')}</p>
        <a href="/admin/trainings">{t('toSessions')}</a>
      </noscript>
    </main>
  );
}

const onHash = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

const useHash = () =>
  useSyncExternalStore(
    onHash,
    () => window.location.hash.slice(1),
    () => '',
  );
