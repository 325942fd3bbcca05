import { oneOf } from '@/app/address';
import { type CalendarView, calendarViews } from '@/domain/calendar/calendar';
import { type Day, isDay, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { type SessionState, sessionStates } from '@/domain/trainings/session';

/** How sessions are looked at, and what they are narrowed to. */
export type Asked = {
  view: Exclude<CalendarView, 'map'>;
  /** the day, or a day of the week or month, that is looked at; today where none is named */
  day?: Day | undefined;
  /** only what she teaches or proposed herself */
  own?: boolean | undefined;
  when: 'coming' | 'past';
  state?: SessionState | undefined;
  communeId?: string | undefined;
  courseId?: string | undefined;
};

export const trainingsPath = '/admin/trainings';

type Query = Record<string, string | string[] | undefined>;

const idOf = (value: string | string[] | undefined) => {
  const id = oneOf(value);
  return id && isId(id) ? id : undefined;
};

const views = calendarViews.filter((view) => view !== 'map');

const dayOf = (query: Query): Day | undefined => {
  const named = oneOf(query.day) ?? (oneOf(query.month) && `${oneOf(query.month)}-01`);
  return named && isDay(named) ? named : undefined;
};

/** The filters of an address; a value that it should not hold is left out. */
export const askedOf = (query: Query): Asked => ({
  view: views.find((view) => view === oneOf(query.view)) ?? 'list',
  day: dayOf(query),
  own: oneOf(query.own) === 'yes' || undefined,
  when: oneOf(query.when) === 'past' ? 'past' : 'coming',
  state: sessionStates.find((each) => each === oneOf(query.state)),
  communeId: idOf(query.commune),
  courseId: idOf(query.course),
});

/** The address of the list or calendar that answers this. */
export function addressOf({ view, day, own, when, communeId, courseId, ...asked }: Asked & { after?: string }): string {
  const query = {
    view: view === 'list' ? undefined : view,
    day: view === 'day' || view === 'week' ? day : undefined,
    month: view === 'month' ? day?.slice(0, 7) : undefined,
    own: own ? 'yes' : undefined,
    ...asked,
    when: when === 'past' && view === 'list' ? when : undefined,
    commune: communeId,
    course: courseId,
  };
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length ? `${trainingsPath}?${new URLSearchParams(entries)}` : trainingsPath;
}

export const dayLookedAt = ({ day }: Asked): Day => day ?? today();
