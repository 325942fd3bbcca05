import { oneOf } from '@/app/address';
import { type Day, today } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { isId } from '@/domain/id';
import { type TaughtFilter, taughtBy } from '@/domain/outcomes/taught';

export const taughtPath = '/admin/trainings/reach';

type Query = Record<string, string | string[] | undefined>;

const idOf = (value: string | string[] | undefined) => {
  const id = oneOf(value);
  return id && isId(id) ? id : undefined;
};
const dayOr = (value: string | string[] | undefined, otherwise: Day): Day => {
  const read = readDay(oneOf(value) ?? '');
  return read.ok ? read.value : otherwise;
};

/** The filters of an address; without a period it is this year so far. */
export const askedOf = (query: Query): TaughtFilter => ({
  by: taughtBy.find((each) => each === oneOf(query.by)) ?? 'commune',
  communeId: idOf(query.commune),
  courseId: idOf(query.course),
  from: dayOr(query.from, `${today().slice(0, 4)}-01-01` as Day),
  to: dayOr(query.to, today()),
});

/** The address of the page that answers this. */
export function addressOf({ by, communeId, courseId, from, to }: TaughtFilter): string {
  const asked = { by, commune: communeId, course: courseId, from, to };
  const entries = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${taughtPath}?${new URLSearchParams(entries)}`;
}
