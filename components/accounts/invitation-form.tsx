'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Notice } from '@/components/ui/notice';

/** The form of an invitation; its link is shown once, here, and nowhere else. */
export function InvitationForm({ action, children }: { action: FormAction; children: ReactNode }) {
  return (
    <Form action={action} concept="accounts">
      <MadeLink />
      {children}
    </Form>
  );
}

function MadeLink() {
  const t = useTranslations('accounts.invitation');
  const { state } = useFormFacts();
  const link = state.status === 'done' ? state.said?.link : undefined;
  if (!link) return null;
  return (
    <Notice title={t('made')}>
      {t('madeLead')}
      <label className="mt-3 block font-semibold">
        {t('link')}
        <input
          className="control mt-1 text-ink"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
    </Notice>
  );
}
