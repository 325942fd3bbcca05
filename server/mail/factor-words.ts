import { createTranslator } from 'use-intl/core';
import { factorEvents } from '@/domain/accounts/second-factors/second-factor';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import en from '@/i18n/messages/en/second-factors.json';
import vi from '@/i18n/messages/vi/second-factors.json';

const messages = { vi, en };
export const secondFactorTranslator = (locale: Locale) => createTranslator({ locale, messages: messages[locale] });

/** What a mail says that changed in how she signs in. */
export function secondFactorWords(locale: Locale, facts: Readonly<Record<string, string>>) {
  const t = secondFactorTranslator(locale);
  const what = factorEvents.find((each) => each === facts.what) ?? 'factor-removed';
  const left = Number(facts.left ?? 0);
  return {
    subject: t(`mail.${what}.subject`),
    sentences: [
      t(`mail.${what}.text`, { left }),
      t(what.startsWith('provider-') ? 'mail.notYouProvider' : 'mail.notYou'),
    ],
    at: facts.at ? [[t('mail.at'), formatInstant(locale, new Date(facts.at))] satisfies [string, string]] : [],
  };
}
