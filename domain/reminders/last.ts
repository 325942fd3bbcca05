import { addDays, fromDate } from '@/domain/days/day';
import type { Prisma } from '@/prisma/generated/client';
import type { LastReminder } from './reminder';

/** The columns of a reminder as it is told. */
export const lastSelect = () =>
  ({
    unitId: true,
    askedOn: true,
    againFrom: true,
    lapsesOn: true,
    askedBy: { select: { displayName: true } },
  }) as const;

type Row = Prisma.ReminderGetPayload<{ select: ReturnType<typeof lastSelect> }>;

export const toLast = ({ unitId, askedOn, againFrom, lapsesOn, askedBy }: Row): LastReminder => ({
  unitId,
  askedOn: fromDate(askedOn),
  by: askedBy.displayName,
  again: fromDate(againFrom),
  lastDay: addDays(fromDate(lapsesOn), -1),
});

/** The newest of each unit. */
export const newest = (rows: readonly Row[]): LastReminder[] => [
  ...new Map([...rows].reverse().map((row) => [row.unitId, toLast(row)])).values(),
];

export const newestFirst = [{ askedOn: 'desc' as const }, { id: 'desc' as const }];
