'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ReadyLink } from '@/components/messages/ready-link';
import { Form, HiddenField } from '@/components/ui/forms/form';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Notice } from '@/components/ui/notice';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type LinkFormProps = { action: FormAction; articleId: string; title: string };

/** Makes an address for looking before; it is shown once, here, with words that are ready to be sent. */
export function LinkForm({ action, articleId, title }: LinkFormProps) {
  const t = useTranslations('previews.links');
  return (
    <Form action={action} concept="newsroom">
      <Made title={title} />
      <HiddenField name="articleId" value={articleId} />
      <SubmitButton variant="secondary" icon="plus">
        {t('make')}
      </SubmitButton>
    </Form>
  );
}

function Made({ title }: Pick<LinkFormProps, 'title'>) {
  const t = useTranslations('previews.links');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const { state } = useFormFacts();
  const { address, until } = (state.status === 'done' && state.said) || {};
  // The list beside the form knows of the new one at once.
  useEffect(() => {
    if (address) router.refresh();
  }, [address, router]);
  if (!address || !until) return null;
  const words = `${t('words', { title, at: formatInstant(locale, new Date(until)) })}\n${address}`;
  return (
    <Notice title={t('made')}>
      {t('madeLead')}
      <ReadyLink link={address} words={words} />
    </Notice>
  );
}
