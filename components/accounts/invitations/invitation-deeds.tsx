'use client';

import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { MadeLink } from './made-link';

export type Deeds = { sendAgain: FormAction; withdraw: FormAction };

/** Sends an invitation again, with the new link shown once beside it, or withdraws it. */
export function InvitationDeeds({ id, contact, sendAgain, withdraw }: Deeds & { id: string; contact: string }) {
  const t = useTranslations('accounts.invitation.open');
  const to = <span className="sr-only">{t('sendAgainTo', { contact })}</span>;
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2">
      <Form action={sendAgain} concept="accounts" className="min-w-0 max-w-full">
        <MadeLink />
        <HiddenField name="invitationId" value={id} />
        <SubmitButton variant="secondary" compact>
          {t('sendAgain')} {to}
        </SubmitButton>
      </Form>
      <Form action={withdraw} concept="accounts">
        <HiddenField name="invitationId" value={id} />
        <SubmitButton variant="danger" compact>
          {t('withdraw')} {to}
        </SubmitButton>
      </Form>
    </div>
  );
}
