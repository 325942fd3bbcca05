import { getRequestConfig } from 'next-intl/server';
import { timeZone } from '@/domain/days/day';
import { getSpokenLocale } from '@/server/sign-in/session';
import { defaultLocale, isLocale } from './locales';
import { messagesOf } from './messages';

/** Public pages name their language themselves (setRequestLocale); the signed-in area speaks the viewer's. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : ((await getSpokenLocale()) ?? defaultLocale);
  return { locale, timeZone, messages: await messagesOf(locale) };
});
