import type { z } from 'zod';
import { fromDate, toDate } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { line, optional } from '@/domain/texts/text';
import { tick } from '@/domain/tick';
import type { DigitalModel } from '@/prisma/generated/client';

/**
 * What is said of a model besides its kind, place, people and state, when it is founded and when it is corrected. A new
 * fact stands in each of the four below.
 */
export const factInputs = {
  name: line(3, 120),
  foundedOn: dayInput,
  launchedOn: optional(dayInput),
  decision: optional(line(1, 120)),
  /** when and where its people meet as a rule, as they say it themselves */
  meets: optional(line(3, 120)),
  pilot: tick,
};
type Facts = z.output<z.ZodObject<typeof factInputs>>;

export const factsSelect = {
  name: true,
  foundedOn: true,
  launchedOn: true,
  decision: true,
  meets: true,
  pilot: true,
} as const;
type FactColumns = Pick<DigitalModel, keyof typeof factsSelect>;

/** The facts as the columns of a model hold them. */
export const toFactColumns = (facts: Facts): FactColumns => ({
  name: facts.name,
  foundedOn: toDate(facts.foundedOn),
  launchedOn: facts.launchedOn ? toDate(facts.launchedOn) : null,
  decision: facts.decision ?? null,
  meets: facts.meets ?? null,
  pilot: facts.pilot,
});

/** The facts as the form's fields hold them. Days are "2026-11-27". */
export const toFactFields = (columns: FactColumns): Record<keyof typeof factInputs, string> => ({
  name: columns.name,
  foundedOn: fromDate(columns.foundedOn),
  launchedOn: columns.launchedOn ? fromDate(columns.launchedOn) : '',
  decision: columns.decision ?? '',
  meets: columns.meets ?? '',
  pilot: columns.pilot ? 'on' : '',
});

export type FactFields = ReturnType<typeof toFactFields>;
export const factNames = Object.keys(factInputs) as (keyof FactFields)[];
