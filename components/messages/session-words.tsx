import { useLocale, useTranslations } from 'next-intl';
import { whenWords } from '@/components/trainings/time-words';
import type { ToldSession } from '@/domain/messages/message';
import type { Locale } from '@/i18n/locales';

/** Which session, in one line; its title in the reader's language. */
export function SessionWords({ session, title }: { session: ToldSession; title: string }) {
  const t = useTranslations('trainings');
  const locale = useLocale() as Locale;
  const { unit, commune } = session;
  const place = commune && commune.name !== unit ? `${unit}, ${commune.name}` : unit;
  return `${title}, ${whenWords(t, locale, session)}, ${place}`;
}
