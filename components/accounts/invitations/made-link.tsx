'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ReadyLink } from '@/components/messages/ready-link';
import { useFormFacts } from '@/components/ui/forms/form-context';
import { Notice } from '@/components/ui/notice';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The link of an invitation that was just made or sent again: shown once, here, and nowhere else. */
export function MadeLink() {
  const t = useTranslations('accounts.invitation');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const { state } = useFormFacts();
  const { link, words, until, by } = (state.status === 'done' && state.said) || {};
  // The list beside the form knows of it at once.
  useEffect(() => {
    if (link) router.refresh();
  }, [link, router]);
  if (!link || !words || !until) return null;
  return (
    <Notice title={t('made')}>
      {t('madeLead', { at: formatInstant(locale, new Date(until)) })} {t(by === 'mail' ? 'byMail' : 'byWords')}
      <ReadyLink link={link} words={words} />
    </Notice>
  );
}
