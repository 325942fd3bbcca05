import { z } from 'zod';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import type { Times } from './session';

/** When a session was to be before it was moved. */
export type Before = Times & { allDay: boolean };

/** The state of a session before a `moved` decision, for messages and pages. */
export const asBefore = ({
  startsAt,
  endsAt,
  allDay,
  venueId,
  mode,
}: Before & { venueId: string | null; mode: DeliveryMode }) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  allDay,
  venueId,
  mode,
});

const kept = z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date(), allDay: z.boolean().default(false) });

/** The times in what a decision keeps; null where it keeps none. */
export const readBefore = (before: unknown): Before | null => kept.safeParse(before).data ?? null;
