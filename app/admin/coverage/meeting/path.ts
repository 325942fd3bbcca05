import { monthText } from '@/domain/coverage/meeting/meeting';
import type { Day } from '@/domain/days/day';

/** The page of a meeting over a month; without one, over the month that is met over now. */
export const meetingPath = (month?: Day) => `/admin/coverage/meeting${month ? `?month=${monthText(month)}` : ''}`;

/** The same on a wall. */
export const projectedMeeting = (day: Day, earlier: Day | null) =>
  `/admin/coverage/projector?${new URLSearchParams({ on: day, ...(earlier && { with: earlier }), slide: 'changes' })}`;
