'use client';

import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Icon } from '@/components/ui/icon';
import { useNumber } from './number-book';

type NumberFormProps = {
  action: FormAction;
  messageId: string;
  name: string;
  masked: string;
  /** what is to be said, with marks and without */
  text: string;
  plain: string;
};

/** Her masked number and the button that asks for all of it; then the ways to write to her. Each look is kept in the trail. */
export function NumberForm({ action, messageId, masked, ...rest }: NumberFormProps) {
  return (
    <Form action={action} concept="messages">
      <HiddenField name="messageIds[]" value={messageId} />
      <Shown masked={masked} messageId={messageId} {...rest} />
    </Form>
  );
}

function Shown({ messageId, name, masked, text, plain }: Omit<NumberFormProps, 'action'>) {
  const t = useTranslations('messages.number');
  const known = useNumber(messageId, useFormFacts().state);
  if (!known)
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="whitespace-nowrap">{masked}</span>
        <SubmitButton variant="secondary" compact icon="phone">
          {t('show')} <span className="sr-only">{t('of', { name })}</span>
        </SubmitButton>
      </div>
    );
  const { phone, ticket } = known;
  const digits = phone.replace(/\s/g, '');
  const sms = (body: string) => `sms:${digits}?body=${encodeURIComponent([body, ticket].filter(Boolean).join('\n'))}`;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <a href={`tel:${digits}`} className="inline-flex min-h-11 items-center gap-2 font-semibold whitespace-nowrap">
        <Icon name="phone" />
        <output>{phone}</output>
      </a>
      <a
        href={`https://zalo.me/${digits}`}
        target="_blank"
        rel="noopener noreferrer"
        className="button secondary compact"
      >
        Zalo
      </a>
      <a href={sms(text)} className="button secondary compact">
        SMS
      </a>
      <a href={sms(plain)} className="button secondary compact">
        {t('plainSms')}
      </a>
      {ticket && (
        <p className="w-full text-sm">
          {t('ticket')} <span className="select-all break-all">{ticket}</span>
        </p>
      )}
    </div>
  );
}
