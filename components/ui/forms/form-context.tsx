'use client';

import { useTranslations } from 'next-intl';
import { createContext, useContext, useEffect } from 'react';
import { type FormState, LABEL } from './form-state';

type FormFacts = {
  id: string;
  state: FormState;
  /** names of the fields in their order, for the summary */
  labels: Map<string, string>;
};

export const FormContext = createContext<FormFacts | null>(null);

export function useFormFacts(): FormFacts {
  const facts = useContext(FormContext);
  if (!facts) throw new Error('A field stands outside a <Form>.');
  return facts;
}

/** "skills[]" is sent several times and answered once, as "skills". */
export const fieldName = (name: string) => name.replace(/\[\]$/, '');
export const fieldId = (formId: string, name: string) => `${formId}-${fieldName(name)}`;

/** The values that she typed; undefined before anything was sent. */
export const keptValues = (state: FormState) => ('values' in state ? state.values : undefined);

/** The values on the server now, when somebody else changed them while she was typing. */
export const newerValues = (state: FormState) =>
  state.status === 'problem' && state.problem === 'changed-meanwhile' ? state.detail : undefined;

/** What the form's concept says of this error or problem, if it has words of its own; they come with the answer. */
export const ownSentence = (state: FormState, key: string): string | undefined =>
  'sentences' in state ? state.sentences?.[key] : undefined;

/** An error's sentence about the field of this label: the concept's own if it has one, else the general one. */
export function useErrorWords() {
  const t = useTranslations('ui.errors');
  const { state } = useFormFacts();
  return (key: string, label: string | undefined): string => {
    if (key === 'required' && label === undefined) return t('blank');
    const own = ownSentence(state, key);
    if (own !== undefined) return own.replaceAll(LABEL, () => label ?? '');
    return t((t.has(key as 'unknown') ? key : 'unknown') as 'unknown', { label: label ?? '' });
  };
}

/** Everything a field shows of the form's answer. */
export function useField(name: string, label: string) {
  const { id, state, labels } = useFormFacts();
  const errorWords = useErrorWords();
  const plain = fieldName(name);

  useEffect(() => {
    labels.set(plain, label);
  }, [labels, plain, label]);

  const kept = keptValues(state);
  const current = newerValues(state)?.[plain];
  return {
    id: fieldId(id, name),
    errors: state.status === 'invalid' ? state.fields[plain]?.map((key) => errorWords(key, label)) : undefined,
    kept: kept && (kept[plain] ?? ''),
    newer: current !== undefined && current !== kept?.[plain] ? current : undefined,
  };
}
