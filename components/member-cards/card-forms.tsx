import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { EndCardInput } from '@/domain/member-cards/member-card';

export type CardActions = { make: FormAction; handOver: FormAction; end: FormAction };

/** Makes a card; where one stands, says that it ends. */
export function MakeCardForm({ action, personId, again }: { action: FormAction; personId: string; again: boolean }) {
  const t = useTranslations('member-cards.make');
  return (
    <Form action={action} concept="member-cards">
      <HiddenField name="personId" value={personId} />
      <p className="mb-3">{t(again ? 'againText' : 'text')}</p>
      <SubmitButton variant={again ? 'secondary' : 'primary'}>{t(again ? 'again' : 'send')}</SubmitButton>
    </Form>
  );
}

/** The woman herself types her six digits, twice, on the official's device. They go back into no form, and no browser keeps what is for once. */
export function HandOverForm({ action, cardId }: { action: FormAction; cardId: string }) {
  const t = useTranslations('member-cards.handOver');
  const digits = { type: 'password', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 8 } as const;
  return (
    <Form action={action} concept="member-cards">
      <HiddenField name="cardId" value={cardId} />
      <p className="mb-4">{t('text')}</p>
      <TextField name="password" label={t('digits')} hint={t('hint')} {...digits} />
      <TextField name="repeatedPassword" label={t('again')} {...digits} />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}

/** One tap ends it: a lost card must not wait for a question. */
export function EndCardForm({ action, cardId, reason }: { action: FormAction } & EndCardInput) {
  const t = useTranslations('member-cards.end');
  return (
    <Form action={action} concept="member-cards">
      <HiddenField name="cardId" value={cardId} />
      <HiddenField name="reason" value={reason} />
      <SubmitButton variant={reason === 'lost' ? 'danger' : 'secondary'}>
        {t(reason === 'lost' ? 'lost' : 'givenBack')}
      </SubmitButton>
    </Form>
  );
}
