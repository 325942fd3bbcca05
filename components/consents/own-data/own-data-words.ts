import type { useTranslations } from 'next-intl';
import type { OwnData, OwnDays } from '@/domain/consents/own-data/own-data';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The words of the whole portal in one language. */
export type AllWords = ReturnType<typeof useTranslations<never>>;
/** One line of a section, with what belongs to it below. */
export type OwnLine = { text: string; below?: string[] };
export type OwnSection = { key: keyof OwnData; lines: OwnLine[] };

/** "từ 01/07/2025", "từ 01/07/2025 đến hết 31/01/2026". */
export function daysIn(t: AllWords, locale: Locale, { from, lastDay, never }: OwnDays): string {
  const first = formatDay(locale, from);
  if (never) return t('own-data.days.never', { from: first });
  if (!lastDay) return t('own-data.days.since', { from: first });
  return t('own-data.days.between', { from: first, to: formatDay(locale, lastDay) });
}
