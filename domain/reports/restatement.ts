import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { DeedsTold } from './deeds';
import type { TimedFigure } from './report-content';

/** A report that was signed anew: what it said before and since, who signed, and why it had been opened. */
export type Restatement = {
  id: string;
  by: string | null;
  at: Date;
  why: string | null;
  /** sub-associations and groups that count otherwise */
  units: number;
  figures: { code: IndicatorCode; was: TimedFigure; now: TimedFigure; deeds: DeedsTold }[];
};
