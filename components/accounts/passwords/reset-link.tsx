'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ReadyLink } from '@/components/messages/ready-link';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** A link for a new password of somebody without an e-mail address; it is shown once, here, and nowhere else. */
export function ResetLink({ accountId, action }: { accountId: string; action: FormAction }) {
  const t = useTranslations('accounts.invitation.reset');
  return (
    <section id="reset" className="mt-12 max-w-xl">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-4">{t('lead')}</p>
      <Form action={action} concept="accounts">
        <Made />
        <HiddenField name="accountId" value={accountId} />
        <SubmitButton variant="secondary">{t('make')}</SubmitButton>
      </Form>
    </section>
  );
}

function Made() {
  const t = useTranslations('accounts.invitation.reset');
  const locale = useLocale() as Locale;
  const { state } = useFormFacts();
  const { link, words, until } = (state.status === 'done' && state.said) || {};
  if (!link || !words || !until) return null;
  return (
    <Notice title={t('made')}>
      {t('madeLead', { at: formatInstant(locale, new Date(until)) })}
      <ReadyLink link={link} words={words} />
    </Notice>
  );
}
