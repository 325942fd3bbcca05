import { oneOf } from '@/app/address';
import { type Day, isDay } from '@/domain/days/day';

/** The filters of the list. */
export type AskedLessons = {
  communeId?: string | undefined;
  subAssociationId?: string | undefined;
  topicId?: string | undefined;
  /** the first day of a month */
  month?: Day | undefined;
};

export const lessonsPath = '/admin/peer-lessons';

const monthOf = (said = ''): Day | undefined => {
  const day = `${said}-01`;
  return /^\d{4}-\d\d$/.test(said) && isDay(day) ? day : undefined;
};

/** The filters of an address; a value that it should not hold is left out. A month is written as 2026-11. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedLessons => ({
  communeId: oneOf(query.commune),
  subAssociationId: oneOf(query.unit),
  topicId: oneOf(query.topic),
  month: monthOf(oneOf(query.month)),
});

/** The address of the list that answers this. */
export function addressOf(asked: AskedLessons & { after?: string }): string {
  const { communeId, subAssociationId, topicId, month, after } = asked;
  const query = { commune: communeId, unit: subAssociationId, topic: topicId, month: month?.slice(0, 7), after };
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length ? `${lessonsPath}?${new URLSearchParams(entries)}` : lessonsPath;
}
