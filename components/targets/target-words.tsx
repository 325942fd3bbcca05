import type { ReactNode } from 'react';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export const strong = (children: ReactNode) => <b>{children}</b>;

/** A target or what is done for it: a share in percent, or a count. */
export const targetText = (locale: Locale, value: number, unit: 'percent' | 'count' | 'hours'): string =>
  unit === 'percent' ? formatPercent(locale, value) : formatNumber(locale, value);
