import type { useTranslations } from 'next-intl';
import type { OwnData } from '@/domain/consents/own-data/own-data';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The words of the whole portal in one language. */
export type AllWords = ReturnType<typeof useTranslations<never>>;
/** One line of a section, with what belongs to it below. */
export type OwnLine = { text: string; below?: string[] };
export type OwnSection = { key: keyof OwnData; lines: OwnLine[] };

export type Days = { from: OwnData['madeOn']; to: OwnData['madeOn'] | null };

/** "từ 01/07/2025", "từ 01/07/2025 đến trước 01/02/2026". */
export const daysIn = (t: AllWords, locale: Locale, { from, to }: Days) =>
  to === null || to > from
    ? t(to ? 'own-data.days.between' : 'own-data.days.since', {
        from: formatDay(locale, from),
        to: to ? formatDay(locale, to) : '',
      })
    : t('own-data.days.never', { from: formatDay(locale, from) });
