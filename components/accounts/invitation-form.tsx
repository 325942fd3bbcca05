'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Form } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';

/** The form of an invitation; its link is shown once, here, and nowhere else. */
export function InvitationForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const t = useTranslations('accounts.invitation');
  const [link, setLink] = useState<string>();
  const send: FormAction = async (state, form) => {
    const next = await action(state, form);
    setLink(next.status === 'done' ? next.said?.link : undefined);
    return next;
  };
  return (
    <>
      {link && (
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
      )}
      <Form action={send} concept="accounts">
        {children}
      </Form>
    </>
  );
}
