import type { CoverageChange } from '@/domain/coverage/changes/change';
import type { CoverageState } from '@/domain/coverage/coverage';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Words of `coverage`. */
type Words = (key: string, values?: Record<string, string>) => string;

/** How a share moved, in words that everybody sees: "Tăng 2,3 điểm"; where no share is known, why there is none. */
export const changeInWords = (t: Words, locale: Locale, { way, points }: CoverageChange, state: CoverageState) =>
  way === 'unknown'
    ? t(`states.${state}`)
    : t(`changes.short.${way}`, { points: formatNumber(locale, Math.abs(points ?? 0)) });
