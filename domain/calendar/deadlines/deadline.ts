import { addDays, type Day, startOf } from '@/domain/days/day';
import type { PeriodKind } from '@/domain/reports/periods/period';
import type { ReportState } from '@/domain/reports/report';
import type { UnitKind } from '@/domain/units/unit';

/** The day on which a report is due, as a calendar of who signs it holds it until the report is closed. */
export type Deadline = {
  unitId: string;
  level: 'province' | 'commune';
  name: string;
  kind: UnitKind | null;
  periodId: string;
  periodKind: PeriodKind;
  from: Day;
  due: Day;
  state: ReportState;
  /** how much was done to it: an entry that comes back is newer than the one that went */
  sequence: number;
  changedAt: Date;
  demo: boolean;
};

/** It lasts its whole day in Viet Nam. */
export const lastingOf = ({ due }: Pick<Deadline, 'due'>) => ({
  startsAt: startOf(due),
  endsAt: startOf(addDays(due, 1)),
  allDay: true,
});

/** The same entry however often it changes: a report of a place. */
export const deadlineId = ({ unitId, periodId }: Pick<Deadline, 'unitId' | 'periodId'>) => `${periodId}.${unitId}`;
