'use client';

import { useActionState, useId, useState } from 'react';
import { FormAnswer } from '../forms/form-answer';
import { FormContext, keptValues } from '../forms/form-context';
import type { FormAction } from '../forms/form-state';

type StrayProps = {
  action: FormAction;
  concept: string;
  /** where its form said that it stands */
  address: string;
  /** names of the fields whose words are told */
  words: readonly string[];
};

/** Stands where a form is drawn no more: the answer to one sent without a script, and what was typed into it. Beside the form itself it would say both twice. */
export function StrayAnswer({ action, concept, address, words }: StrayProps) {
  const id = useId();
  const [labels] = useState(() => new Map<string, string>());
  const [state] = useActionState(action, { status: 'new', concept }, address);
  const kept = keptValues(state);
  if (!kept) return null;
  const typed = words.flatMap((name) => kept[name] ?? []).filter(Boolean);
  return (
    <FormContext value={{ id, state, labels }}>
      <div className="mb-4">
        <FormAnswer />
        {typed.map((each) => (
          <blockquote key={each} className="whitespace-pre-wrap break-words border-rule border-l-4 pl-3">
            {each}
          </blockquote>
        ))}
      </div>
    </FormContext>
  );
}
