import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormAnswer } from '@/components/ui/forms/form-answer';
import { FormContext } from '@/components/ui/forms/form-context';
import type { FormState } from '@/components/ui/forms/form-state';
import { today } from '@/domain/days/day';
import type { LessonTopic } from '@/domain/peer-lessons/peer-lesson';
import type { LessonNotes, NotesState } from '@/domain/peer-lessons/phone/lesson-notes';
import { readTaps } from '@/domain/peer-lessons/taps';
import type { Locale } from '@/i18n/locales';
import { LessonFields } from '../lesson-fields';
import { topicName } from '../topic-name';
import { LastNoted } from './last-noted';
import { RefusedList } from './refused-list';

type NoteScreenProps = {
  notes: LessonNotes;
  state: NotesState;
  topics: readonly LessonTopic[];
  /** whether the browser opens the page without signal */
  kept: boolean;
};

const NOBODY = { pairs: [], women: [], me: null };

/** The three taps, with what was just noted above them. */
export function NoteScreen({ notes, state, topics, kept }: NoteScreenProps) {
  const t = useTranslations('peer-lessons.phone');
  const locale = useLocale() as Locale;
  const nameOf = (id: string) => {
    const topic = topics.find((each) => each.id === id);
    return topic ? topicName(locale, topic) : '';
  };
  return (
    <main className="px-4 pt-5 pb-10">
      {!kept && <p className="mb-4 font-semibold text-basalt">{t('notKept')}</p>}
      <LastNoted notes={notes} state={state} nameOf={nameOf} />
      <RefusedList notes={notes} state={state} nameOf={nameOf} />
      {state.places.length > 1 && <Places notes={notes} state={state} />}
      <TapForm key={state.last?.lesson.id ?? 'first'} notes={notes} state={state} topics={topics} />
      {!state.near && <p className="mt-4 text-ink-2 text-sm">{t('noNames')}</p>}
    </main>
  );
}

function Places({ notes, state }: Pick<NoteScreenProps, 'notes' | 'state'>) {
  const t = useTranslations('peer-lessons.form');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {t('place')}
      </label>
      <select
        id={id}
        className="control"
        value={state.placeId ?? ''}
        onChange={(event) => void notes.choose(event.target.value)}
      >
        {state.places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A lesson is noted by the tap on how long it took; what is missing is said where it is missing. */
function TapForm({ notes, state, topics }: Omit<NoteScreenProps, 'kept'>) {
  const id = useId();
  const [labels] = useState(() => new Map<string, string>());
  const [answer, setAnswer] = useState<FormState>({ status: 'new' });
  const busy = useRef(false);
  const { placeId } = state;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current || !placeId) return;
    const form = formOf(event);
    const lesson = readTaps(form, { id: newId(), unitId: placeId, today: today() });
    if ('wrong' in lesson) return setAnswer({ status: 'invalid', fields: lesson.wrong, values: valuesOf(form) });
    busy.current = true;
    await notes.noteLesson(lesson).finally(() => {
      busy.current = false;
    });
    window.scrollTo({ top: 0 });
  };
  return (
    <FormContext value={{ id, state: answer, labels }}>
      <form noValidate onSubmit={(event) => void send(event)}>
        <FormAnswer />
        <LessonFields
          topics={topics}
          near={state.near ?? NOBODY}
          today={today()}
          send={({ value, words, first }) => (
            <Button
              key={value}
              type="submit"
              name="minutes"
              value={value}
              variant={first ? 'primary' : 'secondary'}
              className="min-h-16"
            >
              {words}
            </Button>
          )}
        />
      </form>
    </FormContext>
  );
}

/** With the button that sent it: older browsers leave it out. */
function formOf(event: FormEvent<HTMLFormElement>): FormData {
  const form = new FormData(event.currentTarget);
  const { submitter } = event.nativeEvent as SubmitEvent;
  if (submitter instanceof HTMLButtonElement && submitter.name) form.set(submitter.name, submitter.value);
  return form;
}

const valuesOf = (form: FormData) =>
  Object.fromEntries([...new Set(form.keys())].map((key) => [key.replace(/\[\]$/, ''), form.getAll(key).join('\n')]));

/** An id as the portal makes them; made of random bytes where the browser has no maker of its own. */
function newId(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
