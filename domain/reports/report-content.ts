import type { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import type { CoverageLevel, CoverageState, MissingPart } from '@/domain/coverage/coverage';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import type { Day } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { Figure, IndicatorCode, UnitOfMeasure } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import type { Pace, Verdict } from '@/domain/targets/pace';
import type { TargetSource } from '@/domain/targets/target';
import type { UnitKind } from '@/domain/units/unit';
import type { City } from './issuer';
import type { ReportPeriod, Stretch } from './periods/period';
import type { ReportState } from './report';

/** Raised when its shape changes: what was signed keeps the shape it was signed in. */
export const REPORT_FORM = 1;

/**
 * All that a report says, as plain data that JSON holds: pages, files and prints draw it and count nothing. A draft's is read from the
 * records, a signed one's is kept with its signing and stays byte for byte.
 */
export type ReportContent = {
  form: typeof REPORT_FORM;
  unit: ReportedUnit;
  period: ReportPeriod;
  /** the day that figures are of: the last one, or today while the period goes on */
  day: Day;
  before: Stretch | null;
  yearBefore: Stretch | null;
  demo: boolean;
  reading: SignableReading;
  /** the ruling of the day asks for a board and a household; not said in what was signed before it could */
  households?: boolean;
  coverage: Record<CoverageLevel, CoverageTold>;
  /** every indicator, in the order of lists */
  figures: FigureTold[];
  models: ModelsTold[];
  topics: TopicTold[];
  priorityGroups: PriorityTold;
  targets: Record<CoverageLevel, TargetTold>;
  /** of a commune: what its units lack */
  gaps: GapTold[];
  /** of the province: how far each commune is, in Vietnamese order */
  communes: CommuneTold[];
  notes: NoteTold[];
  restated: Restated[];
  /** the short text that rules draft from the numbers, to be worded in either language */
  sentences: Sentence[];
  /** the same as somebody rewrote it; null where nobody did */
  text: Record<Locale, string | null>;
  comment: Record<Locale, string | null>;
  /** names the figures of the place: what is signed is what was seen */
  digest: string;
  /** of what was signed: what is called otherwise later on is called so in its files; a draft has none */
  named?: NamedThen;
};

/** It is what was signed: a draft leaves women of priority groups to be counted then. */
export const isAsSigned = ({ priorityGroups }: Pick<ReportContent, 'priorityGroups'>) =>
  priorityGroups.state !== 'when-signed';

/** Names as they were at a signing. */
export type NamedThen = {
  signer: string;
  city: City;
  indicators: Record<Locale, Partial<Record<IndicatorCode, string>>>;
};

/** As it was called on the last day. */
export type ReportedUnit = { id: string; level: 'commune' | 'province'; name: string; kind: UnitKind | null };

/** One indicator on a day; `since`: what of it belongs to the days of the period, null of what is counted on a day. */
export type TimedFigure = Figure & { since: number | null };
export type FigureTold = {
  code: IndicatorCode;
  measure: UnitOfMeasure;
  now: TimedFigure;
  /** of the period before, as it was filed, or else by the records of today; null where there was none */
  before: TimedFigure | null;
  yearBefore: TimedFigure | null;
};

/** No unit stands in two of tied, both untied, family only, pair only and neither. */
export type CoverageTold = {
  units: number;
  covered: number;
  percent: number | null;
  state: CoverageState;
  bothUntied: number;
  familyOnly: number;
  pairOnly: number;
  /** in percent, of the day on which the period before ended, and a year ago */
  before: number | null;
  yearBefore: number | null;
};

export type ModelNamed = { name: string; day: Day };
/** Models of one kind on the day, and what began and ended in the period; of many only the first are named. */
export type ModelsTold = {
  kind: ModelKind;
  planned: number;
  active: number;
  paused: number;
  began: number;
  ended: number;
  beganNamed: ModelNamed[];
  endedNamed: ModelNamed[];
};

/** Sessions held in the period, by course. */
export type TopicTold = {
  courseId: string;
  title: Record<Locale, string>;
  sessions: number;
  hours: number;
  attendances: number;
  people: number;
};

/** In tens, null for fewer than ten (decision 0024); counted when it is signed, by who may read sensitive fields. */
export type PriorityTold =
  | { state: 'when-signed' | 'not-counted' | 'nobody-reached' }
  | {
      state: 'counted';
      until: Day;
      people: number | null;
      counts: { group: (typeof priorityGroups)[number]; count: number | null }[];
    };

export type TargetTold = { target: number; source: TargetSource; pace: Pace | null };

/** Units that lack a part; of many only the first are named. */
export type GapTold = { part: MissingPart; count: number; names: string[] };

export type CommuneTold = {
  id: string;
  name: string;
  kind: UnitKind;
  /** null: it owes none of this period */
  report: ReportState | null;
  percents: Record<CoverageLevel, number | null>;
  /** of its sub-associations; not in reports that were signed before it was told */
  state?: CoverageState;
  /** of the day on which the period before ended; not in reports that were signed before it was told */
  before?: Record<CoverageLevel, number | null>;
};

/** What happened to the place in the period, and so to its figures. */
export type NoteTold =
  | { note: 'kept-since'; day: Day }
  | { note: 'became'; day: Day; kind: UnitKind }
  | { note: 'renamed'; day: Day; name: string }
  | { note: 'took-over'; day: Day; name: string; kind: UnitKind | null };

/** A figure of an earlier period that is told otherwise now: filed anew, or moved in the records since it was filed. */
export type Restated = {
  period: Pick<ReportPeriod, 'kind' | 'from' | 'to'>;
  /** in the report of the city: the commune that filed anew, as it was called on the last day */
  place?: string;
  code: IndicatorCode;
  was: TimedFigure | null;
  now: TimedFigure | null;
  /** who filed anew, when and why it was opened; null where the records alone moved */
  filed: { by: string | null; on: Day; why: string | null } | null;
};

/** A sentence that the rules draft: what it says, and the numbers in it. Its words stand in the messages, in both languages. */
export type Sentence =
  | {
      say: 'coverage';
      level: CoverageLevel;
      covered: number;
      units: number;
      percent: number;
      /** percentage points since the period before; null where nothing is known of it */
      change: number | null;
    }
  | { say: 'not-reported' }
  | {
      say: 'communes';
      done: number;
      communes: number;
      silent: number;
      /** what was signed before these were told apart counts them as silent */
      withoutUnits?: number;
    }
  | { say: 'gaps'; parts: Partial<Record<MissingPart, number>> }
  | { say: 'untied'; count: number }
  | { say: 'models'; active: number; began: number; ended: number }
  | { say: 'trainings'; sessions: number; hours: number; attendances: number; people: number; before: number | null }
  | { say: 'no-trainings' }
  | { say: 'pairs'; pairs: number; guided: number; reach: number }
  | { say: 'waiting'; count: number }
  | { say: 'pace'; level: CoverageLevel; verdict: Verdict['name']; target: number; weeks: number | null }
  | { say: 'restated'; count: number }
  | NoteSentence;
type NoteSentence = { say: 'note' } & NoteTold;
