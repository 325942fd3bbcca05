'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useActionState, useContext, useId, useState } from 'react';
import { FormAnswer } from '@/components/ui/forms/form-answer';
import { FormContext } from '@/components/ui/forms/form-context';
import type { FormAction, FormState } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

const Answer = createContext<FormState>({ status: 'new' });

const numberIn = (state: FormState, messageId: string) => {
  const said = state.status === 'done' ? state.said : undefined;
  const phone = said?.[`phone ${messageId}`];
  return phone ? { phone, ticket: said?.[`ticket ${messageId}`] } : undefined;
};

/** Her number and the address of her ticket, once they were asked for: alone, or with all of her list. */
export function useNumber(messageId: string, alone: FormState) {
  const together = useContext(Answer);
  return numberIn(alone, messageId) ?? numberIn(together, messageId);
}

type BookProps = { action: FormAction; messageIds: readonly string[]; children: ReactNode };

/** Above a list of women: one button that asks for all their numbers. Each look is kept in the trail, a line for each woman. */
export function NumberBook({ action, messageIds, children }: BookProps) {
  const t = useTranslations('messages.number');
  const id = useId();
  const [labels] = useState(() => new Map<string, string>());
  const [state, send] = useActionState(action, { status: 'new', concept: 'messages' });
  const hidden = messageIds.filter((messageId) => !numberIn(state, messageId));
  return (
    <Answer value={state}>
      {hidden.length > 1 && (
        <form action={send} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1">
          <FormContext value={{ id, state, labels }}>
            <FormAnswer />
          </FormContext>
          {hidden.map((messageId) => (
            <input key={messageId} type="hidden" name="messageIds[]" value={messageId} />
          ))}
          <SubmitButton variant="secondary" compact icon="phone">
            {t('showAll', { count: hidden.length })}
          </SubmitButton>
          <span className="text-ink-2 text-sm">{t('kept')}</span>
        </form>
      )}
      {children}
    </Answer>
  );
}
