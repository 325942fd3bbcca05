'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { type PaperLine, readPaperLine } from '@/domain/attendance/paper';

type PaperEntryProps = { sessionId: string; lines: readonly PaperLine[]; action: FormAction };

/**
 * Typing a register back from paper without a mouse: a number and a letter, Enter, the next. What is not understood is
 * said at once and stays in the field; what was typed outlives the page. It is sent as text, which the portal reads again.
 */
export function PaperEntry({ sessionId, lines, action }: PaperEntryProps) {
  const t = useTranslations('attendance.paper');
  const marks = useTranslations('attendance.register.marksInSentence');
  const register = useMemo(() => new Map(lines.map((line) => [line.no, line])), [lines]);
  const [typed, setTyped] = useKept(`paper-${sessionId}`);
  const [said, setSaid] = useState<{ words: string; wrong: boolean } | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const wordsOf = (text: string) => {
    const reading = readPaperLine(text, register);
    if (!reading.ok) return { wrong: true, words: t(`wrong.${reading.problem}`, { typed: text, no: reading.no ?? 0 }) };
    const [first, last] = [reading.lines[0], reading.lines.at(-1)];
    const named =
      reading.lines.length > 3 && first && last
        ? t('range', { count: reading.lines.length, first: first.name, last: last.name })
        : reading.lines.map((line) => t('line', line)).join(', ');
    return { wrong: false, words: t('read', { lines: named, mark: marks(reading.mark) }) };
  };
  const add = () => {
    const text = field.current?.value.trim() ?? '';
    const next = wordsOf(text);
    setSaid(next);
    if (next.wrong) return field.current?.select();
    setTyped([...typed, text]);
    if (field.current) field.current.value = '';
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.currentTarget.value.trim()) add();
    else if (typed.length > 0) event.currentTarget.form?.requestSubmit();
  };
  return (
    <Form action={action} concept="attendance" className="grid items-start gap-8 lg:grid-cols-2">
      <div>
        <HiddenField name="sessionId" value={sessionId} />
        <input type="hidden" name="typed" value={typed.join('\n')} />
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
        <p
          id="paper-said"
          role="status"
          className={`flex min-h-12 items-center gap-2 py-2 ${said?.wrong ? 'font-semibold text-basalt' : ''}`}
        >
          {said && <Icon name={said.wrong ? 'warning' : 'check'} />}
          {said?.words}
        </p>
        <SubmitButton icon="check">{t('send')}</SubmitButton>
        <p className="mt-4 font-semibold">{typed.length > 0 ? t('typed', { count: typed.length }) : t('nothing')}</p>
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
                onClick={() => setTyped(typed.filter((_, other) => other !== at))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ol>
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

/** Kept for this tab, as what was typed: numbers and letters, no names. A register that was recorded leads away from here. */
function useKept(name: string) {
  const [typed, setTyped] = useState<string[]>([]);
  useEffect(() => {
    setTyped(sessionStorage.getItem(name)?.split('\n').filter(Boolean) ?? []);
  }, [name]);
  const keep = (next: string[]) => {
    sessionStorage.setItem(name, next.join('\n'));
    setTyped(next);
  };
  return [typed, keep] as const;
}
