'use client';

import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

type Asked = { action: FormAction; sessionId: string; enrolmentId: string };

type PhoneProps = Asked & { masked: string; label: string; of: string };

/** A masked number, and the button that asks for all of it: each look is kept in the trail. */
export function ParticipantPhone({ action, sessionId, enrolmentId, ...shown }: PhoneProps) {
  return (
    <Form action={action} concept="enrolments">
      <HiddenField name="sessionId" value={sessionId} />
      <HiddenField name="enrolmentId" value={enrolmentId} />
      <Shown {...shown} />
    </Form>
  );
}

function Shown({ masked, label, of }: Omit<PhoneProps, keyof Asked>) {
  const { state } = useFormFacts();
  const phone = state.status === 'done' ? state.said?.phone : undefined;
  if (phone)
    return (
      <a href={`tel:${phone.replace(/\s/g, '')}`} className="inline-flex min-h-11 items-center font-semibold">
        <output>{phone}</output>
      </a>
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-1 max-md:justify-end">
      <span className="whitespace-nowrap">{masked}</span>
      <SubmitButton variant="text" compact>
        {label}
        <span className="sr-only">: {of}</span>
      </SubmitButton>
    </span>
  );
}

type Change = Asked & { name: string; from: string };

const ChangeFields = ({ sessionId, enrolmentId, from }: Omit<Change, 'action' | 'name'>) => (
  <>
    <HiddenField name="sessionId" value={sessionId} />
    <HiddenField name="enrolmentId" value={enrolmentId} />
    <HiddenField name="from" value={from} />
  </>
);

/** She said by telephone that she takes the seat she is offered. */
export function AcceptForm({ action, name, ...asked }: Change) {
  const t = useTranslations('enrolments.list');
  return (
    <Form action={action} concept="enrolments">
      <ChangeFields {...asked} />
      <SubmitButton variant="secondary" compact icon="check">
        {t('accept')}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </Form>
  );
}

/** A removal is asked once more: it opens first. */
export function RemoveForm({ action, name, ...asked }: Change) {
  const t = useTranslations('enrolments.list');
  return (
    <Form
      action={action}
      concept="enrolments"
      className="grid justify-items-start gap-2"
      fold={{ summary: t('removeOpen'), of: name }}
    >
      <ChangeFields {...asked} />
      <p className="text-sm">{t('removeAsk', { name })}</p>
      <SubmitButton variant="danger" compact>
        {t('removeDo')}
      </SubmitButton>
    </Form>
  );
}
