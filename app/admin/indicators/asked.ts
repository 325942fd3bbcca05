import { oneOf } from '@/app/address';
import { type Sort, sorts } from '@/components/indicators/part-table';
import { type AskedDay, askedDay } from '@/domain/coverage/coverage';
import { readYears, type TrendYears } from '@/domain/coverage/view/span';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import type { IndicatorCode } from '@/domain/indicators/indicator';

export const indicatorsPath = '/admin/indicators';
export const indicatorPath = (code: IndicatorCode) => `${indicatorsPath}/${code}`;

export type Asked = AskedDay & { unitId: string | null; sort: Sort; topicId: string | undefined; years: TrendYears };
type Query = Record<string, string | string[] | undefined>;

/** What the address asks: a day, a place (null: her own), an order, a course or skill, how far the trend looks back. */
export function askedOf(query: Query): Asked {
  const unitId = oneOf(query.unit);
  const topicId = oneOf(query.topic);
  return {
    ...askedDay(query.on),
    years: readYears(oneOf(query.years)),
    unitId: unitId && isId(unitId) ? unitId : null,
    topicId: topicId && isId(topicId) ? topicId : undefined,
    sort: sorts.find((each) => each === oneOf(query.sort)) ?? 'name',
  };
}

/** The address that asks the same; what it asks anyway is left out. */
export function addressOf(
  path: string,
  {
    day,
    unitId,
    sort,
    topicId,
    years,
    after,
  }: Pick<Asked, 'day' | 'unitId'> & Partial<Pick<Asked, 'sort' | 'topicId' | 'years'>> & { after?: string },
): string {
  const entries = Object.entries({
    topic: topicId,
    unit: unitId ?? undefined,
    on: day === today() ? undefined : day,
    sort: sort === 'name' ? undefined : sort,
    after,
    years: years === undefined || years === 1 ? undefined : String(years),
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}
