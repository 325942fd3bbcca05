'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '../notice';
import { fieldId, ownSentence, useErrorWords, useFormFacts } from './form-context';

/** The outcome of sending the form, above its fields. It takes the focus, so that it is heard and seen first. */
export function FormAnswer({ done }: { done?: string | undefined }) {
  const { state } = useFormFacts();
  if (state.status === 'invalid') return <WrongFields fields={state.fields} />;
  if (state.status === 'problem') return <Problem problem={state.problem} detail={state.detail} />;
  return state.status === 'done' && done ? <Notice title={done} /> : null;
}

function AnswerBox({ title, children }: { title: string; children: ReactNode }) {
  const { state } = useFormFacts();
  const box = useRef<HTMLDivElement>(null);
  // Each answer is a new state: the second failure is said as clearly as the first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is what makes it new
  useEffect(() => box.current?.focus(), [state]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="problem-box">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function WrongFields({ fields }: { fields: Record<string, string[]> }) {
  const t = useTranslations('ui.form');
  const { id, labels } = useFormFacts();
  const errorWords = useErrorWords();
  const order = [...labels.keys()];
  const names = Object.keys(fields).sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return (
    <AnswerBox title={t('summary', { count: names.length })}>
      <ul>
        {names.map((name) => {
          const label = labels.get(name);
          const sentence = (fields[name] ?? []).map((key) => errorWords(key, label)).join(' ');
          return (
            <li key={name}>
              {label ? <a href={`#${fieldId(id, name)}`}>{t('wrong', { label, sentence })}</a> : sentence}
            </li>
          );
        })}
      </ul>
      <p>{t('kept')}</p>
    </AnswerBox>
  );
}

function Problem({ problem, detail }: { problem: string; detail: Record<string, string> | undefined }) {
  const t = useTranslations('ui');
  const { state } = useFormFacts();
  const general = `problems.${problem}` as 'problems.unknown';
  return (
    <AnswerBox title={t('form.refused')}>
      <p className="mt-1">
        {ownSentence(state, problem) ?? t(t.has(general) ? general : 'problems.unknown', detail ?? {})}
      </p>
      {'way' in state && state.way && (
        <p className="mt-1">
          <a href={state.way.href}>{state.way.label}</a>
        </p>
      )}
      <p className="mt-1">{t('form.kept')}</p>
    </AnswerBox>
  );
}
