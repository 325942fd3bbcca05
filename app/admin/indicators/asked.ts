import { oneOf } from '@/app/address';
import { type Sort, sorts } from '@/components/indicators/part-table';
import { type AskedDay, askedDay } from '@/domain/coverage/coverage';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';

export const indicatorsPath = '/admin/indicators';

export type Asked = AskedDay & { unitId: string | null; sort: Sort; topicId: string | undefined };
type Query = Record<string, string | string[] | undefined>;

/** What the address asks: a day, a place (null: her own), an order, a course or skill. */
export function askedOf(query: Query): Asked {
  const unitId = oneOf(query.unit);
  const topicId = oneOf(query.topic);
  return {
    ...askedDay(query.on),
    unitId: unitId && isId(unitId) ? unitId : null,
    topicId: topicId && isId(topicId) ? topicId : undefined,
    sort: sorts.find((each) => each === oneOf(query.sort)) ?? 'name',
  };
}

/** The address that asks the same; what it asks anyway is left out. */
export function addressOf(
  path: string,
  { day, unitId, sort, topicId }: Pick<Asked, 'day' | 'unitId'> & Partial<Pick<Asked, 'sort' | 'topicId'>>,
): string {
  const entries = Object.entries({
    topic: topicId,
    unit: unitId ?? undefined,
    on: day === today() ? undefined : day,
    sort: sort === 'name' ? undefined : sort,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}
