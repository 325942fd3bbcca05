import type { Slot } from '@/domain/trainings/booking/suggestion';
import type { Hall, HallBeside } from './hall-choice';
import type { NextTraining } from './next-training';
import type { Gain } from './replay';
import type { OfferedUnit } from './unit-choice';

/** A place where a class should be held next, with all that its form is filled with. */
export type OfferedTraining = NextTraining & {
  units: OfferedUnit[];
  hall: Hall | null;
  /** of a commune that has no hall: one over its border, to be asked for */
  beside: HallBeside | null;
  slot: Slot | null;
  seats: number;
  /** for the units that are ticked; null where too little was seen so far */
  gain: Gain | null;
  mayPropose: boolean;
};

/** What the form of the session is filled with for it, as an address hands it over; the units are those that were ticked. */
export const draftOf = ({ place, course, trainer, hall, slot, seats }: OfferedTraining): Record<string, string> => ({
  commune: place.communeId,
  courseId: course.id,
  language: course.language,
  audience: course.audience,
  mode: hall ? 'in_person' : 'unit_meeting',
  seats: String(seats),
  ...(hall && { venueId: hall.id }),
  ...(trainer && { trainerIds: trainer.id }),
  ...(slot && { day: slot.day, from: slot.from, to: slot.to }),
});
