'use client';

import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useState, useSyncExternalStore } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { timeZone } from '@/domain/days/day';
import type { LessonTopic } from '@/domain/peer-lessons/peer-lesson';
import type { LessonNotes, NotesState } from '@/domain/peer-lessons/phone/lesson-notes';
import type { Locale } from '@/i18n/locales';
import { keepNotes, openNotes } from './lesson-browser';
import { NoteScreen } from './note-screen';
import { NotesBar } from './notes-bar';

type Words = NonNullable<ComponentProps<typeof NextIntlClientProvider>['messages']>;

type LessonAppProps = {
  /** both languages: the page is kept for whoever is signed in when there is no signal */
  words: Record<Locale, Words>;
  /** until the phone remembers whose it is */
  locale: Locale;
  topics: readonly LessonTopic[];
  demo: boolean;
};

const nothing = () => () => {};

/** The app for lessons among women: one page, which the browser keeps and opens without a network. */
export function LessonApp({ words, locale, topics, demo }: LessonAppProps) {
  const { notes, broken, kept } = useNotes();
  const state = useSyncExternalStore<NotesState | null>(
    notes?.subscribe ?? nothing,
    () => notes?.snapshot() ?? null,
    () => null,
  );
  const spoken = state?.locale ?? locale;
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return (
    <NextIntlClientProvider locale={spoken} messages={words[spoken]} timeZone={timeZone}>
      {notes && state && state.phase !== 'broken' ? (
        <div className="under-bar mx-auto flex min-h-dvh max-w-[46rem] flex-col">
          <NotesBar state={state} demo={demo} onSend={() => void notes.connect()} />
          {state.phase === 'open' && <NoteScreen notes={notes} state={state} topics={topics} kept={kept} />}
          {state.phase === 'closed' && <Closed state={state} />}
          {state.phase === 'opening' && <Reading />}
        </div>
      ) : (
        <Opening broken={broken || state?.phase === 'broken'} />
      )}
    </NextIntlClientProvider>
  );
}

function useNotes() {
  const [notes, setNotes] = useState<LessonNotes | null>(null);
  const [broken, setBroken] = useState(false);
  const [kept, setKept] = useState(true);
  useEffect(() => {
    let left = false;
    let leave = () => {};
    openNotes().then(
      (opened) => {
        if (left) return opened.leave();
        leave = opened.leave;
        setNotes(opened.notes);
        void keepNotes().then(setKept);
        return opened.notes.connect();
      },
      () => setBroken(true),
    );
    return () => {
      left = true;
      leave();
    };
  }, []);
  return { notes, broken, kept };
}

/** Nobody is known here: what waits on the phone is sealed until she signs in. */
function Closed({ state }: { state: NotesState }) {
  const t = useTranslations('peer-lessons.phone');
  return (
    <main className="grid gap-3 px-4 pt-5">
      <h2>{t('closed.title')}</h2>
      <p>{t(state.stop === 'refused' ? 'closed.refused' : 'closed.lead')}</p>
      {state.sealed > 0 && <p className="font-semibold">{t('sealed', { count: state.sealed })}</p>}
      <p>
        <ButtonLink href="/dang-nhap?callbackUrl=%2Fadmin%2Fpeer-lessons%2Fphone" variant="primary">
          {t('signIn')}
        </ButtonLink>
      </p>
    </main>
  );
}

function Reading() {
  const t = useTranslations('peer-lessons.phone');
  return <p className="p-4">{t('opening')}</p>;
}

function Opening({ broken }: { broken: boolean }) {
  const t = useTranslations('peer-lessons.phone');
  const form = <a href="/admin/peer-lessons/new">{t('toForm')}</a>;
  return (
    <main className="p-4">
      <h1>{t('title')}</h1>
      <p role="status">{t(broken ? 'broken' : 'opening')}</p>
      {/* Shown by the styles alone once opening takes too long: no script has to run for it. */}
      {broken ? (
        <p>{form}</p>
      ) : (
        <div className="hall-overdue mt-4 max-w-[34em]">
          <p className="font-semibold">{t('overdue')}</p>
          {form}
        </div>
      )}
      <noscript>
        <p className="font-semibold">{t('noScript')}</p>
        {form}
      </noscript>
    </main>
  );
}
