import type { Day } from '@/domain/day';
import type { Audience, DeliveryMode } from '@/domain/trainings/session';

/** What the fields hold before anybody types. */
export type SessionValues = {
  courseId: string;
  unitId: string;
  venueId: string;
  day: Day;
  from: string;
  to: string;
  seats: string;
  mode: DeliveryMode;
  audience: Audience;
  notes: string;
  trainerIds: string[];
};
