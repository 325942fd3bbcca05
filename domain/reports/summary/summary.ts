import type { UnitKind } from '@/domain/units/unit';
import type { ReportPeriod } from '../periods/period';
import type { ReportContent } from '../report-content';

/** A commune whose share of sub-associations moved, in percentage points. */
export type MovedCommune = { id: string; name: string; kind: UnitKind; was: number; now: number; change: number };

export type WaitingCommune = { id: string; name: string; kind: UnitKind; waits: 'missing' | 'to-accept' };

/** Half a page of the city: what its report says, and what waits and is due today. */
export type Summary = {
  content: ReportContent;
  /** what it says is what was signed */
  isFiled: boolean;
  waiting: WaitingCommune[];
  /** the period whose reports are due next */
  next: ReportPeriod | null;
  /** the periods of the same kind before and after it that have begun */
  before: ReportPeriod | null;
  after: ReportPeriod | null;
};

/** So many are named each way. */
const NAMED = 3;

/** The communes whose share moved most since the period before, up and down; the same shares always tell the same. */
export function movedMost({ communes }: Pick<ReportContent, 'communes'>): { up: MovedCommune[]; down: MovedCommune[] } {
  const moved = communes.flatMap(({ id, name, kind, percents, before }): MovedCommune[] => {
    const [now, was] = [percents.sub_association, before?.sub_association ?? null];
    if (now === null || was === null || now === was) return [];
    return [{ id, name, kind, was, now, change: Math.round((now - was) * 10) / 10 }];
  });
  const sorted = moved.sort((one, other) => other.change - one.change || (one.id < other.id ? -1 : 1));
  return {
    up: sorted.filter(({ change }) => change > 0).slice(0, NAMED),
    down: sorted
      .filter(({ change }) => change < 0)
      .reverse()
      .slice(0, NAMED),
  };
}
