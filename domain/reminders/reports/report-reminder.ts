import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { PeriodKind, ReportPeriod } from '@/domain/reports/periods/period';
import type { Signer } from '@/domain/reports/signers/signer';
import { optional, prose } from '@/domain/texts/text';
import type { UnitKind } from '@/domain/units/unit';
import type { LastReminder, Reminded } from '../reminder';

/** A commune that has not signed its report of a period that is over, or got it back. */
export type MissingReport = { unitId: string; name: string; kind: UnitKind; state: 'draft' | 'returned' };

/** Who is missing of a period, who signs there, and which of them were reminded a short while ago. */
export type MissingReports = {
  period: ReportPeriod;
  missing: MissingReport[];
  signers: Signer[];
  resting: Map<string, LastReminder>;
};

/** A report that the viewer was asked for and that still waits to be signed. */
export type ReportAsked = {
  unitId: string;
  name: string;
  kind: UnitKind;
  periodId: string;
  periodKind: PeriodKind;
  from: Day;
  due: Day;
  /** her own words; null where the portal words it */
  text: string | null;
  by: string;
  askedOn: Day;
};

/** So long it stands on the first page, unless the report is signed before. */
export const STANDS_DAYS = 60;
/** So long a mail of it is still sent. */
export const MAIL_DAYS = 7;
export const TEXT_MAX = 600;

/** All communes that have not signed are asked, in these words; without any in the portal's. Sent twice with one `askingId` it is one. */
export const remindOfReportsInput = z.object({
  askingId: idInput,
  periodId: idInput,
  text: optional(prose(10, TEXT_MAX)),
});
export type RemindOfReportsInput = z.output<typeof remindOfReportsInput>;

export type RemindOfReportsProblem = 'not-found' | 'all-reported' | 'nobody-to-remind' | 'reminded-already';

/** How many communes were asked and people told; how many were asked already, and how many have nobody who signs. */
export type ReportsReminded = Reminded & { already: number; nobody: number };
