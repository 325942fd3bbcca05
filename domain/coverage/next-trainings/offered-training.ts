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
