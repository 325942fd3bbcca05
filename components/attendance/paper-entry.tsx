'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Icon } from '@/components/ui/icon';
import { type PaperLine, readPaperLine } from '@/domain/attendance/register/paper';
import { normalPhone, shownPhone } from '@/domain/people/phones/phone';

type PaperEntryProps = { sessionId: string; lines: readonly PaperLine[]; action: FormAction };

/**
 * Typing a register back from paper without a mouse: a number and a letter, Enter, the next; what is not understood
 * stays in the field. Without a script the whole page is typed as one text.
 */
export function PaperEntry({ sessionId, lines, action }: PaperEntryProps) {
  const t = useTranslations('attendance.paper');
  return (
    <Form action={action} concept="attendance" className="grid items-start gap-8 lg:grid-cols-2">
      <div>
        <HiddenField name="sessionId" value={sessionId} />
        <Typing name={`paper-${sessionId}`} lines={lines} />
      </div>
      <section className="max-lg:hidden">
        <h2 className="mb-2">{t('lines')}</h2>
        <ol className="columns-2 text-ink-2 text-sm">
          {lines.map(({ no, name }) => (
            <li key={no}>{t('line', { no, name })}</li>
          ))}
        </ol>
      </section>
    </Form>
  );
}

function Typing({ name, lines }: { name: string; lines: readonly PaperLine[] }) {
  const t = useTranslations('attendance.paper');
  const wordsOf = useWords(lines);
  const [typed, setTyped] = useKept(name);
  if (!typed)
    return (
      <noscript>
        <TextArea name="typed" label={t('label')} rows={20} />
        <SubmitButton icon="check">{t('send')}</SubmitButton>
      </noscript>
    );
  return (
    <>
      <input type="hidden" name="typed" value={typed.join('\n')} />
      <LineField wordsOf={wordsOf} isFirst={typed.length === 0} onAdd={(text) => setTyped([...typed, text])} />
      <SubmitButton icon="check">{t('send')}</SubmitButton>
      <p className="mt-4 font-semibold">{typed.length > 0 ? t('typed', { count: typed.length }) : t('nothing')}</p>
      <TypedLines
        typed={typed}
        wordsOf={wordsOf}
        onRemove={(at) => setTyped(typed.filter((_, other) => other !== at))}
      />
    </>
  );
}

type WordsOf = (typed: string) => Said;
type LineFieldProps = { wordsOf: WordsOf; isFirst: boolean; onAdd: (text: string) => void };

/** The field of the next line, and how the last one was understood. Enter in the empty field sends all that was typed. */
function LineField({ wordsOf, isFirst, onAdd }: LineFieldProps) {
  const t = useTranslations('attendance.paper');
  const [said, setSaid] = useState<Said | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    const text = field.current?.value.trim() ?? '';
    const next = wordsOf(text);
    setSaid(next);
    if (next.wrong) return field.current?.select();
    onAdd(text);
    if (field.current) field.current.value = '';
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.currentTarget.value.trim()) add();
    else if (!isFirst) event.currentTarget.form?.requestSubmit();
  };
  return (
    <>
      <label htmlFor="paper-line" className="field-label">
        {t('label')}
      </label>
      <div className="flex gap-2.5">
        <input
          ref={field}
          id="paper-line"
          className="control"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: typing is all that this page is for
          autoFocus
          onKeyDown={onKey}
          aria-describedby="paper-said"
          aria-invalid={said?.wrong ?? false}
        />
        <Button onClick={add}>{t('add')}</Button>
      </div>
      <SaidWords said={said} />
    </>
  );
}

function SaidWords({ said }: { said: Said | null }) {
  return (
    <p
      id="paper-said"
      role="status"
      className={`flex min-h-12 items-center gap-2 py-2 ${said?.wrong ? 'font-semibold text-basalt' : ''}`}
    >
      {said && <Icon name={said.wrong ? 'warning' : 'check'} className="flex-none" />}
      {said?.words}
    </p>
  );
}

type TypedLinesProps = { typed: readonly string[]; wordsOf: WordsOf; onRemove: (at: number) => void };

/** The lines so far, each as it was read, and taken back by its own button. */
function TypedLines({ typed, wordsOf, onRemove }: TypedLinesProps) {
  const t = useTranslations('attendance.paper');
  if (typed.length === 0) return null;
  return (
    <ol className="mt-1 grid">
      {typed.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be typed twice, and is taken back by its place
        <li key={at} className="flex min-h-12 items-center justify-between gap-3 border-rule border-t">
          <span>
            <b>{text}</b> <span className="text-ink-2">{wordsOf(text).words}</span>
          </span>
          <button
            type="button"
            className="grid size-12 flex-none place-items-center"
            aria-label={t('remove', { typed: text })}
            onClick={() => onRemove(at)}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ol>
  );
}

type Said = { words: string; wrong: boolean };

/** The words that read a typed line back. */
function useWords(lines: readonly PaperLine[]) {
  const t = useTranslations('attendance.paper');
  const marks = useTranslations('attendance.register.marksInSentence');
  const register = useMemo(() => new Map(lines.map((line) => [line.no, line])), [lines]);
  const named = (said: readonly PaperLine[]) => {
    const [first, last] = [said[0], said.at(-1)];
    if (said.length > 3 && first && last) return t('range', { count: said.length, first: first.name, last: last.name });
    return said.map((line) => t('line', line)).join(', ');
  };
  return (typed: string): Said => {
    const reading = readPaperLine(typed, register);
    if (!reading.ok) return { wrong: true, words: t(`wrong.${reading.problem}`, { typed, no: reading.no ?? 0 }) };
    const { walkIn, mark } = reading;
    const phone = normalPhone(walkIn?.phone ?? '');
    const who = walkIn
      ? t(phone ? 'walkInWithPhone' : 'walkIn', { name: walkIn.name, phone: phone ? shownPhone(phone) : '' })
      : named(reading.lines);
    return { wrong: false, words: t('read', { lines: who, mark: marks(mark) }) };
  };
}

/**
 * Keeps typed lines over a reload, in this tab alone, and until they are recorded: there may be names in them.
 * Recorded means that the page is left while they are being sent. Null until the browser was asked.
 */
function useKept(name: string) {
  const { pending } = useFormStatus();
  const sending = useRef(pending);
  sending.current = pending;
  const [typed, setTyped] = useState<string[] | null>(null);
  useEffect(() => {
    setTyped(sessionStorage.getItem(name)?.split('\n').filter(Boolean) ?? []);
    return () => {
      if (sending.current) sessionStorage.removeItem(name);
    };
  }, [name]);
  const keep = (next: string[]) => {
    sessionStorage.setItem(name, next.join('\n'));
    setTyped(next);
  };
  return [typed, keep] as const;
}
