import { isDay } from '@/domain/days/day';
import type { Result } from '@/domain/result';
import { formatDay } from '@/i18n/format';
import { defaultLocale, type Locale } from '@/i18n/locales';

/** A problem's days as people read them: 24/11/2026, the same in both languages. Values of fields stay as fields hold them. */
export function spoken<Value, Problem extends string>(
  result: Result<Value, Problem>,
  locale: Locale = defaultLocale,
): Result<Value, Problem> {
  if (result.ok || !result.detail || result.problem === 'changed-meanwhile') return result;
  const words = Object.entries(result.detail).map(([name, value]) => [
    name,
    isDay(value) ? formatDay(locale, value) : value,
  ]);
  return { ...result, detail: Object.fromEntries(words) };
}
