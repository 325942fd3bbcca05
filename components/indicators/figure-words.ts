import type { Figure, UnitOfMeasure } from '@/domain/indicators/indicator';
import { numberOf } from '@/domain/indicators/indicator';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Words = (key: 'states.not_reported' | 'states.nothing') => string;

/** A value as it is read: "57,9%", "1.234,5". */
export const formatValue = (locale: Locale, value: number, measure: UnitOfMeasure) =>
  measure === 'percent' ? formatPercent(locale, value) : formatNumber(locale, value);

/** A figure as it is read, or the word for why there is none: what is not known is never a number. */
export function figureWord(t: Words, locale: Locale, figure: Figure, measure: UnitOfMeasure): string {
  const value = numberOf(figure, measure);
  if (value !== null) return formatValue(locale, value, measure);
  return t(`states.${figure.state === 'not_reported' ? 'not_reported' : 'nothing'}`);
}
