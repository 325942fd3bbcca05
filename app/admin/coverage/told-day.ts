import { type Day, today } from '@/domain/days/day';

/** The word of `coverage` for a day: what is still to come is a plan, on a page, in a sheet and in a drawing alike. */
export const toldDay = (day: Day) => (day > today() ? 'planned' : 'asOf');
