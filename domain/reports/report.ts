import { z } from 'zod';
import { type Day, today } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';
import type { UnitKind } from '@/domain/units/unit';
import type { DeedsTold } from './deeds';
import { isOver, type ReportPeriod } from './periods/period';

/** A draft is filled by itself; whoever signs files it, the province returns or accepts it, and what is accepted is locked at once. */
export const reportStates = ['draft', 'submitted', 'returned', 'accepted', 'locked'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportDeeds = [
  'submitted',
  'returned',
  'accepted',
  'locked',
  'reopened',
  'reopen_asked',
  'reopen_refused',
] as const;
export type ReportDeed = (typeof reportDeeds)[number];

/** One report in a list: of a period, and as far as it has come. */
export type ReportRow = {
  period: ReportPeriod;
  state: ReportState;
  /** 1 while nobody has touched it */
  version: number;
  /** the commune keeps its records here on the last day of the period */
  isKept: boolean;
  filedOn: Day | null;
  /** it asks to be reopened, and nobody has answered */
  asked: boolean;
  /** how often it was filed */
  filings: number;
};

/** How a report is shown: a draft is still running, open, late, or not owed at all. */
export const shownStates = [
  'running',
  'not-owed',
  'open',
  'late',
  'returned',
  'submitted',
  'accepted',
  'locked',
] as const;
export type ShownState = (typeof shownStates)[number];

type Standing = { period: ReportPeriod; state: ReportState; isKept: boolean };

export function shownState({ period, state, isKept }: Standing, today: Day): ShownState {
  if (state !== 'draft') return state;
  if (!isOver(period, today)) return 'running';
  if (!isOwed({ period, isKept })) return 'not-owed';
  return period.due < today ? 'late' : 'open';
}

/** A silent commune owes nothing, and neither does a period that was over before reports were kept here. */
export const isOwed = ({ period, isKept }: Pick<Standing, 'period' | 'isKept'>) => period.owed && isKept;

/** Still to be signed, or signed again. */
export const isOpen = (state: ReportState) => state === 'draft' || state === 'returned';
/** It is over, and somebody has to sign it: she who may is named on it. */
export const waitsForSigner = ({ period, state, isKept }: Standing, day: Day = today()) =>
  isOpen(state) && isKept && isOver(period, day);
/** What it says is what was signed. */
export const isFiled = (state: ReportState) => !isOpen(state);
/** It was signed anew: what was said before was something else. */
export const isRestated = ({ state, filings }: Pick<ReportRow, 'state' | 'filings'>) => isFiled(state) && filings > 1;

/** The commune of a row of the province's table, as it was called last, with what it owes of each period of a kind and a year. */
export type CommuneReports = { id: string; name: string; kind: UnitKind; reports: ReportRow[] };

/** The reports of one month, by the commune's id. */
export type MonthReports = { period: ReportPeriod; of: ReadonlyMap<string, ReportRow> };

/** One deed of its history. `sha256` names the figures that were signed. */
export type ReportAction = {
  id: string;
  kind: ReportDeed;
  at: Date;
  by: string | null;
  remark: string | null;
  snapshotId: string | null;
  sha256: string | null;
};

/** A figure that the records tell otherwise than the last signed report: a count, or of a unit whether it counts and why. */
export type ChangedFigure = {
  unitId: string;
  name: string;
  code: string;
  isFact: boolean;
  was: number | boolean | null;
  now: number | boolean | null;
  deeds: DeedsTold;
};

/** A filed report with the figures it was filed with. */
export type Acceptable = { reportId: string; unitId: string; snapshotId: string };

const about = { unitId: idInput, periodId: idInput, version: z.coerce.number().int().positive() };
const REMARK_MAX = 1000;
const WORDS_MAX = 4000;

/** `seen` names the figures that she saw: what is signed is nothing else. */
export const signInput = z.object({ ...about, seen: z.string().regex(/^[0-9a-f]{32}$/) });
export type SignInput = z.output<typeof signInput>;

/** The drafted text as she words it, empty for what the rules draft; and her comment. In the language she writes in. */
export const textInput = z.object({
  ...about,
  locale: z.enum(['vi', 'en']),
  text: optional(prose(1, WORDS_MAX)),
  comment: optional(prose(1, WORDS_MAX)),
});
export type TextInput = z.output<typeof textInput>;

export const returnInput = z.object({ ...about, remark: prose(3, REMARK_MAX) });
export type ReturnInput = z.output<typeof returnInput>;

export const acceptInput = z.object(about);
export type AcceptInput = z.output<typeof acceptInput>;

/** Several of one period at once: each as "unit version". */
export const acceptManyInput = z.object({
  periodId: idInput,
  reports: z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().regex(/^[0-9a-f-]{36} \d{1,9}$/)).max(200),
    )
    .transform((all) => all.map((each) => ({ unitId: each.slice(0, 36), version: Number(each.slice(37)) }))),
});
export type AcceptManyInput = z.output<typeof acceptManyInput>;

export const reopenInput = z.object({ ...about, remark: prose(3, REMARK_MAX) });
export type ReopenInput = z.output<typeof reopenInput>;

type Refused = 'not-found' | 'not-allowed' | 'changed-meanwhile';
export type SignProblem = Refused | 'not-over' | 'not-kept' | 'filed-already' | 'figures-moved';
export type TextProblem = Refused | 'filed-already';
export type DecideProblem = Refused | 'not-filed' | 'moved-since-filed';
export type AcceptManyProblem = 'not-found' | 'nothing-chosen' | 'none-accepted';
export type ReopenProblem = Refused | 'not-locked' | 'asked-already' | 'not-asked' | 'later-first';
