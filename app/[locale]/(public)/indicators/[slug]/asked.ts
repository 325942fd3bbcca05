import type { Sort } from '@/components/indicators/part-table';
import type { AskedDay } from '@/domain/coverage/coverage';
import { type TrendYears, yearsSaid } from '@/domain/coverage/view/span';
import { type Day, today } from '@/domain/days/day';
import { type IndicatorCode, slugOf, toldOf } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** An indicator as a page is asked for it: of a day, its communes in an order, its trend over some years. */
export type AskedIndicator = AskedDay & { locale: Locale; code: IndicatorCode; sort: Sort; years: TrendYears };

/** The address leaves out what is asked anyway. */
export const onOf = (day: Day) => (day === today() ? undefined : day);

export const queryOf = ({ day, sort, years }: AskedIndicator) => ({
  on: onOf(day),
  sort: sort === 'name' ? undefined : sort,
  years: yearsSaid(years),
});

export const hrefOf = (asked: AskedIndicator) =>
  hrefTo(asked.locale, 'indicator', { slug: slugOf(asked.code, asked.locale) }, queryOf(asked));

/** What a figure is made of; hours of a session without its own are those of its course. */
export function partsOf(code: IndicatorCode) {
  const { group, flow } = toldOf(code);
  if (group === 'peer-lessons') return ['lessons:province'] as const;
  return flow ? (['sessions:province', 'courses'] as const) : (['figures:province'] as const);
}
