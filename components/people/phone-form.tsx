'use client';

import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';

type PhoneFormProps = { action: FormAction; personId: string; masked: string; label: string };

/** A masked phone, and the button that asks for all of it: each look is kept in the trail. */
export function PhoneForm({ action, personId, masked, label }: PhoneFormProps) {
  return (
    <Form action={action} concept="people">
      <HiddenField name="personId" value={personId} />
      <Shown masked={masked} label={label} />
    </Form>
  );
}

function Shown({ masked, label }: { masked: string; label: string }) {
  const t = useTranslations('people.phone');
  const { state } = useFormFacts();
  const phone = state.status === 'done' ? state.said?.phone : undefined;
  if (phone)
    return (
      <a href={`tel:${phone.replace(/\s/g, '')}`} className="inline-flex min-h-11 items-center font-semibold">
        <span className="sr-only">{t('call', { phone: '' })}</span>
        <output>{phone}</output>
      </a>
    );
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      <span className="whitespace-nowrap">{masked}</span>
      <SubmitButton variant="secondary" compact icon="phone">
        {label}
      </SubmitButton>
      <span className="w-full font-normal text-ink-2 text-sm">{t('hint')}</span>
    </div>
  );
}
