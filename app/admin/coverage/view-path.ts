import { oneOf } from '@/app/address';
import { coverageLevels } from '@/domain/coverage/coverage';
import { type CoverageView, viewQuery } from '@/domain/coverage/view/view';
import { coverageIndicator, isIndicator } from '@/domain/indicators/indicator';
import { addressOf, indicatorPath } from '../indicators/asked';

export const coveragePath = '/admin/coverage';

/** The address that a view of coverage is opened by, at the page or at what lies below it. */
export function viewPath(view: CoverageView, below = ''): string {
  const query = new URLSearchParams(viewQuery(view)).toString();
  return `${coveragePath}${below}${query && `?${query}`}`;
}

/**
 * Where another indicator than the coverage of a level is told, of the same place, day and years; null where the address asks for none. Its trend, parts and targets stand
 * on a page of its own.
 */
export function otherIndicatorPath(
  query: Record<string, string | string[] | undefined>,
  { day: { day }, years }: CoverageView,
  communeId: string | undefined,
): string | null {
  const code = oneOf(query.indicator) ?? '';
  if (!isIndicator(code) || coverageLevels.some((level) => coverageIndicator(level) === code)) return null;
  return addressOf(indicatorPath(code), { day, years, unitId: communeId ?? null });
}
