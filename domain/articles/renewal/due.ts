import { toDate, today } from '@/domain/days/day';

/** Of articles those that readers see and whose day of review has come (a day of Viet Nam). */
export const dueForReview = () => ({
  reviewOn: { lte: toDate(today()) },
  publications: { some: { publishedAt: { not: null }, endedAt: null } },
});
