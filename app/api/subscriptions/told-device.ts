import { getTranslations } from 'next-intl/server';
import { followWords } from '@/components/subscriptions/follow-words';
import type { Device } from '@/domain/subscriptions/subscription';
import type { Locale } from '@/i18n/locales';

/** What a device is told of itself: each thing that it follows, in words and as its choice on the page, and the language. */
export async function toldDevice({ follows, locale: language }: Device, locale: Locale) {
  const [t, kinds] = await Promise.all([
    getTranslations({ locale, namespace: 'subscriptions' }),
    getTranslations({ locale, namespace: 'coverage.kindName' }),
  ]);
  return {
    language,
    follows: follows.map((followed) => ({
      id: followed.id,
      words: followWords(t, kinds, followed),
      commune: followed.commune?.slug ?? '',
      topic: followed.topic?.code ?? '',
      alertsAlone: followed.alertsAlone,
    })),
  };
}
