import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/locales';
import en from '@/i18n/messages/en/subscriptions.json';
import vi from '@/i18n/messages/vi/subscriptions.json';
import { demoMark } from '@/server/outgoing/demo-mark';

const messages = { vi, en };

/** Words that travel with what a device is told, for there is nowhere else that it could read them. */
export function pushWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale] });
  return {
    end: t('push.end'),
    ended: t('push.ended'),
    stayed: t('push.stayed'),
    demo: demoMark[locale],
    inOther: (told: Locale) => t(`push.inOther.${told}`),
  };
}
