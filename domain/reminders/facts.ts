import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import type { Commune } from '@/domain/units/unit';
import { type Answering, answeringFor } from './answering';
import type { Due } from './reminder';

/** What the words of a reminder speak of; kept with a mail, which is worded when it is sent. No person is among it. */
export type ReminderFacts = {
  about: 'units' | 'commune' | 'records';
  count: string;
  /** the sub-association, or the commune with its kind */
  placeKind: string;
  placeName: string;
  /** whose the asking is: the union of the city, or of a commune with its kind */
  fromKind: string;
  fromName: string;
  lastDay: Day;
};

type Communes = ReadonlyMap<string, Pick<Commune, 'kind' | 'name'>>;
type Asking = { viewer: Viewer; communes: Communes; lastDay: Day };

/** One who answers, and what of it all is hers. */
export type Asked = { who: Answering; due: Due[] };

/** Those who answer for these units with what is due at theirs, each once: who can mend it in the portal, and who is told otherwise. */
export function askedOf(due: readonly Due[], all: readonly Answering[]): Asked[] {
  const each = new Map<string, Asked>();
  for (const one of due)
    for (const who of answeringFor(all, one.answering)) {
      const key = who.accountId ?? who.personId ?? '';
      const known = each.get(key) ?? { who, due: [] };
      each.set(key, { ...known, due: [...known.due, one] });
    }
  return [...each.values()];
}

/** Units that nobody answers for, as far as is on record. */
export const withNobody = (due: readonly Due[], all: readonly Answering[]): Due[] =>
  due.filter(({ answering }) => answeringFor(all, answering).length === 0);

/** What one of them is told. */
export function factsOf({ viewer, communes, lastDay }: Asking, due: readonly Due[]): ReminderFacts {
  const [first] = due;
  const commune = communes.get(first?.communeId ?? first?.unitId ?? '');
  const names = new Set(due.map(({ name, parentName }) => parentName ?? name));
  const [only = ''] = names.size === 1 ? names : [];
  const inUnit = first?.communeId != null && only !== '';
  const from = mayForProvince(viewer, 'reminders.remind') ? undefined : commune;
  return {
    about: first?.communeId != null ? 'units' : first?.parts.includes('records') ? 'records' : 'commune',
    count: String(due.length),
    placeKind: inUnit ? 'unit' : (commune?.kind ?? 'commune'),
    placeName: inUnit ? only : (commune?.name ?? ''),
    fromKind: from?.kind ?? 'city',
    fromName: from?.name ?? '',
    lastDay,
  };
}
