import { z } from 'zod';
import type { Day } from '@/domain/day';

/** By what the figures are put together. */
export const reachedBy = ['commune', 'trainer', 'course', 'month'] as const;
export type ReachedBy = (typeof reachedBy)[number];

export type ReachFilter = {
  by: ReachedBy;
  communeId?: string | undefined;
  courseId?: string | undefined;
  /** first and last day, in Viet Nam */
  from: Day;
  to: Day;
};

/**
 * What sessions that were held came to. `people` are distinct persons, `attendances` counts each time one was there
 * ("lượt người"). Who came without a record of hers counts as a person each time. `demo`: some of it was made up for
 * the demonstration.
 */
export type ReachFigures = { sessions: number; hours: number; attendances: number; people: number; demo: boolean };

/** `name` is a month's first day where it is by month. A trainer's hours are hers, also where two taught together. */
export type ReachRow = ReachFigures & { key: string; name: string };
export type Reach = { rows: ReachRow[]; total: ReachFigures };

/** Priority groups are counted for whole calendar years and by commune only: see docs/decisions/0021-counting-sealed-fields.md. */
export const priorityInput = z.object({ year: z.coerce.number().int().min(2025).max(2100) });
export type PriorityInput = z.output<typeof priorityInput>;

export type PriorityRow = {
  communeId: string;
  commune: string;
  /** women reached whose record is on hand, and how many of them agree that sensitive data are kept */
  people: number;
  consenting: number;
};

/** Counts by priority group in the order of domain/consents, hidden below ten. */
export type PriorityTable = { rows: PriorityRow[]; cells: (number | null)[][]; atLeast: number[]; until: Day };
