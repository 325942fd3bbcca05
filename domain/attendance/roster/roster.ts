import type { Listed } from '../register/register-view';

/** Days ahead whose lists a phone takes along. */
export const AHEAD_DAYS = 7;
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
