import { isId } from '@/domain/id';
import { type SessionState, sessionStates } from '@/domain/trainings/session';
import { oneOf } from '../digital-models/host-choices';

/** What the list is narrowed to. */
export type Asked = {
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

/** What an address asks for; what it should not say is left out. */
export const askedOf = (query: Query): Asked => ({
  when: oneOf(query.when) === 'past' ? 'past' : 'coming',
  state: sessionStates.find((each) => each === oneOf(query.state)),
  communeId: idOf(query.commune),
  courseId: idOf(query.course),
});

/** The address of the list that answers this. */
export function addressOf({ when, communeId, courseId, ...asked }: Asked & { after?: string }): string {
  const query = { ...asked, when: when === 'past' ? when : undefined, commune: communeId, course: courseId };
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length ? `${trainingsPath}?${new URLSearchParams(entries)}` : trainingsPath;
}
