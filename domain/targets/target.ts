import { z } from 'zod';
import type { CommuneCoverage, CoverageLevel } from '@/domain/coverage/coverage';
import { type Day, today } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { IndicatorCode, UnitOfMeasure } from '@/domain/indicators/indicator';
import { line, prose } from '@/domain/texts/text';
import type { UnitLevel } from '@/domain/units/unit';
import { type Pace, wantedOf } from './pace';

/** The first year of the campaign, and how many years ahead of this one targets are set. */
export const FIRST_YEAR = 2025;
const YEARS_AHEAD = 5;

export const yearOf = (day: Day) => Number(day.slice(0, 4));
export const lastDayOf = (year: number) => `${year}-12-31` as Day;
export const targetYears = (): number[] =>
  Array.from({ length: yearOf(today()) + YEARS_AHEAD - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);

/** The day whose units a year's page lists: today, or the end of the year nearer to it. */
export const dayOfYear = (year: number): Day =>
  year === yearOf(today()) ? today() : year < yearOf(today()) ? lastDayOf(year) : (`${year}-01-01` as Day);

/** The indicator of each level of coverage, as the table of indicators calls them. */
export const coverageIndicators: Record<CoverageLevel, string> = {
  sub_association: 'coverage_sub_association',
  group: 'coverage_group',
};

/** The target of each level, in percent. */
export type CoverageTargets = Record<CoverageLevel, number>;
/** With whose they are, and how fast they are come to; null of a day that has not come. */
export type PlacePace = {
  targets: CoverageTargets;
  sources: Record<CoverageLevel, TargetSource>;
  paces: Record<CoverageLevel, Pace | null>;
};

/** How many of the communes that report have reached their own target, of one level. */
export const countAtTarget = (
  rows: readonly Pick<CommuneCoverage, 'communeId' | 'level' | 'units' | 'covered' | 'percent'>[],
  targets: Readonly<Record<string, CoverageTargets>>,
): number =>
  rows.filter(({ communeId, level, units, covered, percent }) => {
    const target = targets[communeId]?.[level];
    return percent !== null && target !== undefined && covered >= wantedOf(target, units);
  }).length;

/** The target that all of these places have, for a line across their bars; null where they differ. */
export function commonTarget(
  places: readonly (CoverageTargets | undefined)[],
  levels: readonly CoverageLevel[],
): number | null {
  const values = new Set(places.flatMap((targets) => levels.map((level) => targets?.[level] ?? null)));
  const [only = null] = values.size === 1 ? values : [];
  return only;
}

/** The city asks of a unit; those who answer for a commune pledge as much or more. The higher one holds. */
export const targetVoices = ['asked', 'pledged'] as const;
export type TargetVoice = (typeof targetVoices)[number];

/** Whose target holds: what the campaign asks of everybody, where nobody has said anything else. */
export type TargetSource = 'campaign' | TargetVoice;

/** One word of the history. `value` null: what was said before is taken back. */
export type TargetWord = {
  voice: TargetVoice;
  number: number;
  value: number | null;
  reason: string;
  /** who said it, by the name of her account; null where the portal was laid out with it */
  by: string | null;
  at: Date;
};

export type Target = {
  unitId: string;
  name: string;
  level: UnitLevel;
  indicator: string;
  year: number;
  /** null: there is none, here or above */
  value: number | null;
  source: TargetSource | null;
  /** the unit it was said for, when that is another one; null: for this unit itself, or for everybody */
  from: { id: string; name: string } | null;
  /** what the city asks: nobody pledges less */
  asked: number | null;
  /** the newest first */
  history: TargetWord[];
};

/** A target that a unit has on a day, its own or inherited, and how far and how fast it is come to. */
export type UnitPace = {
  code: IndicatorCode;
  measure: UnitOfMeasure;
  target: number;
  source: TargetSource;
  /** the unit above that it was said for */
  from: { name: string } | null;
  /** null of a day to come */
  pace: Pace | null;
};

/** An indicator that a target can be set for. */
export type TargetIndicator = { code: string; unit: 'percent' | 'count' | 'hours'; nameVi: string; nameEn: string };

/** How many words a voice has said of this: what a form was drawn from. */
export const saidBy = ({ history }: Pick<Target, 'history'>, voice: TargetVoice): number =>
  Math.max(0, ...history.filter((word) => word.voice === voice).map(({ number }) => number));

/** Does the newest word of this voice hold a value, so that it can be taken back? */
export const isSaidBy = ({ history }: Pick<Target, 'history'>, voice: TargetVoice): boolean =>
  (history.find((word) => word.voice === voice)?.value ?? null) !== null;

const PERCENT_MAX = 100;
const mostOf = (unit: TargetIndicator['unit']) => (unit === 'percent' ? PERCENT_MAX : 999_999_999);

/** A number as either language writes it: "92,5" and "92.5"; nothing below nothing. */
const valueInput = z
  .string()
  .trim()
  .min(1, 'required')
  .regex(/^\d{1,9}([.,]\d)?$/, 'not-a-number')
  .transform((text) => Number(text.replace(',', '.')));

const about = z.object({
  unitId: idInput,
  indicator: line(1, 60),
  year: z.coerce
    .number()
    .int()
    .min(FIRST_YEAR, 'out-of-range')
    .refine((year) => targetYears().includes(year), 'out-of-range'),
  /** how many words of her voice she saw */
  version: z.coerce.number().int().min(0),
  reason: prose(3, 500),
});

export const withdrawTargetInput = about;
export type WithdrawTargetInput = z.output<typeof withdrawTargetInput>;
export type SetTargetInput = WithdrawTargetInput & { value: number };

/** Between which numbers a target may lie. */
export type TargetLimits = { least: number; most: number };

/** Nobody pledges less than the city asks, and no share is above all. */
export const limitsOf = (unit: TargetIndicator['unit'], voice: TargetVoice, asked: number | null): TargetLimits => ({
  least: voice === 'pledged' ? (asked ?? 0) : 0,
  most: mostOf(unit),
});

/** What is wrong with a value within these limits; null: nothing. */
export const faultOf = (value: number, { least, most }: TargetLimits): 'value-too-high' | 'below-asked' | null =>
  value > most ? 'value-too-high' : value < least ? 'below-asked' : null;

/** A value is judged as soon as it is one, whatever is wrong with the other fields. */
const judged = z.object({ value: z.number(), least: z.number(), most: z.number() });
const unless = (fault: 'value-too-high' | 'below-asked') => ({
  path: ['value'],
  error: fault,
  when: ({ value }: { value: unknown }) => judged.safeParse(value).success,
});

/** The form repeats the limits it was drawn with, so that the value is judged beside all other fields; the command reads them anew. */
export const setTargetInput = about
  .extend({ value: valueInput, least: z.coerce.number().min(0), most: z.coerce.number().min(0) })
  .refine(({ value, ...limits }) => faultOf(value, limits) !== 'value-too-high', unless('value-too-high'))
  .refine(({ value, ...limits }) => faultOf(value, limits) !== 'below-asked', unless('below-asked'));

export type TargetProblem =
  | 'not-found'
  | 'not-allowed'
  | 'level-differs'
  | 'no-such-indicator'
  | 'unit-not-there'
  | 'year-locked'
  | 'value-too-high'
  | 'below-asked'
  | 'said-already'
  | 'nothing-said'
  | 'changed-meanwhile';
