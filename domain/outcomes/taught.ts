import { z } from 'zod';
import type { Day } from '@/domain/days/day';

/** Headings by which the figures are put together. */
export const taughtBy = ['commune', 'trainer', 'course', 'month'] as const;
export type TaughtBy = (typeof taughtBy)[number];

export type TaughtFilter = {
  by: TaughtBy;
  communeId?: string | undefined;
  courseId?: string | undefined;
  /** first and last day, in Viet Nam */
  from: Day;
  to: Day;
};

/**
 * The figures of sessions that were held. `people` are distinct women, a visitor without a record one each time;
 * `attendances` counts every time ("lượt người"). `demo`: some of it was made up for the demonstration.
 */
export type TaughtFigures = { sessions: number; hours: number; attendances: number; people: number; demo: boolean };

/** `name` is a month's first day where it is by month. A trainer's hours are hers, also where two taught together. */
export type TaughtRow = TaughtFigures & { key: string; name: string };
export type Taught = { rows: TaughtRow[]; total: TaughtFigures };

/**
 * Priority groups are counted for whole calendar years, by commune, and for the whole province by topic too: see
 * docs/decisions/0024-priority-groups-in-tens.md.
 */
export const priorityInput = z.object({ year: z.coerce.number().int().min(2025).max(2100) });
export type PriorityInput = z.output<typeof priorityInput>;

/** Courses with fewer women who agree to be counted stand in one row together. */
export const POOLED_BELOW = 50;

export type PriorityRow = {
  /** of a commune or course; null: the courses of few women together */
  key: string | null;
  name: string;
  /** women reached whose record is on hand */
  people: number;
  /** how many of them agree that sensitive data are kept, in tens; null: fewer than ten */
  consenting: number | null;
  /** by priority group in the order of domain/consents, in tens; null: fewer than ten, or not told of topics */
  counts: (number | null)[];
};

/**
 * `total` by group: different women in the communes that are told, in tens, so it is at least so many. `topics` is null for
 * who does not see the whole province; `until` is the last day that counts.
 */
export type PriorityTables = {
  communes: PriorityRow[];
  topics: PriorityRow[] | null;
  total: (number | null)[];
  until: Day;
};
