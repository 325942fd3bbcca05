import type { Listed } from '../register/register-view';

/** Days ahead whose lists a phone takes along, and days after a session for which it keeps them. */
export const AHEAD_DAYS = 7;
export const KEPT_DAYS = 3;
/** Taps that go in one delivery. */
export const BATCH_MAX = 100;
/** Women on one list. */
export const ROSTER_MAX = 500;
/** The longest name of a woman at the door. */
export const NAME_MAX = 120;

/** A session that attendance can be taken of, as the phone lists it; instants in milliseconds since 1970. */
export type HallSession = {
  id: string;
  title: string;
  place: string;
  startsAt: number;
  endsAt: number;
  /** she teaches it herself */
  own: boolean;
  demo: boolean;
};

/** Only what is needed in the hall: never a phone number, a birth year or an address. */
export type RosterPerson = Listed & {
  group: string | null;
  /** of her ticket's secret, in hex */
  ticket: string | null;
};

export type Roster = HallSession & {
  people: RosterPerson[];
  /** where a walk-in may belong */
  units: { id: string; name: string }[];
};

/** A list that has had its day is removed from the phone. */
export const isOver = ({ endsAt }: Pick<HallSession, 'endsAt'>, now: number) => endsAt + KEPT_DAYS * 86_400_000 < now;
