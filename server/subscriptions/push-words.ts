import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/i18n/locales';
import enPush from '@/i18n/messages/en/subscriptions.json';
import enUi from '@/i18n/messages/en/ui.json';
import viPush from '@/i18n/messages/vi/subscriptions.json';
import viUi from '@/i18n/messages/vi/ui.json';

const messages = {
  vi: { subscriptions: viPush, ui: viUi },
  en: { subscriptions: enPush, ui: enUi },
};

/** Words that travel with what a device is told, for there is nowhere else that it could read them. */
export function pushWords(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale] });
  return {
    end: t('subscriptions.push.end'),
    ended: t('subscriptions.push.ended'),
    stayed: t('subscriptions.push.stayed'),
    demo: t('ui.demo'),
  };
}
