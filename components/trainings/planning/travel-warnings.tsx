import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { TravelWarning } from '@/domain/trainings/booking/travel';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { whenWords } from '../time-words';

/** Warnings that a trainer would have to hurry: told to whoever proposes or decides, who may go on all the same. */
export function TravelWarnings({ warnings }: { warnings: TravelWarning[] }) {
  const t = useTranslations('trainings.travel');
  const words = useTranslations('trainings');
  const locale = useLocale() as Locale;
  if (warnings.length === 0) return null;
  return (
    <Notice tone="information" title={t('title')}>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.trainer} ${warning.startsAt.toISOString()}`}>
            {t(warning.when, {
              trainer: warning.trainer,
              session: warning.session ?? t('other'),
              place: warning.place,
              when: whenWords(words, locale, warning),
              needed: formatNumber(locale, warning.minutesNeeded),
              free: formatNumber(locale, warning.minutesFree),
            })}
          </li>
        ))}
      </ul>
      <p>{t('note')}</p>
    </Notice>
  );
}
