import { addDays, dayOf, instantAt } from '@/domain/days/day';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import type { Clash } from '@/domain/trainings/booking/clash';
import type { Before } from '@/domain/trainings/move';
import type { SessionState, Times } from '@/domain/trainings/session';
import type { ChangeSeriesInput } from './inputs';

/** A session of a series as its page lists it. `open`: it can still be changed with the rest. */
export type Member = Times & {
  id: string;
  version: number;
  state: SessionState;
  allDay: boolean;
  mode: DeliveryMode;
  seats: number;
  venueId: string | null;
  trainerIds: string[];
  place: string;
  unitId: string;
  unitPath: string;
  open: boolean;
};

/** One session of the rest as it is and as it would be. */
export type ChangedMember = Member & { after: Before; clashes: Clash[]; overlapsOwn: boolean };

/** The hall and trainers that the rest will have. */
export const wantedOf = ({ venueId, trainerIds }: ChangeSeriesInput, mode: DeliveryMode) => ({
  venueId: mode === 'online' ? null : (venueId ?? null),
  trainerIds: [...new Set(trainerIds)],
});

/** Other hours on the day it has, or so many days on; without hours it keeps its own, or its whole days. */
export function timesAfter(session: Before, { from, to, overnight, shiftDays }: ChangeSeriesInput): Before {
  const day = addDays(dayOf(session.startsAt), shiftDays);
  if (from && to)
    return { startsAt: instantAt(day, from), endsAt: instantAt(addDays(day, overnight ? 1 : 0), to), allDay: false };
  const shift = shiftDays * 86_400_000;
  return {
    startsAt: new Date(+session.startsAt + shift),
    endsAt: new Date(+session.endsAt + shift),
    allDay: session.allDay,
  };
}
