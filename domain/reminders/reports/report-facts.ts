import { toDate, today } from '@/domain/days/day';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import type { Signer } from '@/domain/reports/signers/signer';
import type { MissingReport } from './report-reminder';

type Facts = Record<string, string>;

/** What the words of a period speak of. */
export const periodFacts = ({ kind, from, due }: Pick<ReportPeriod, 'kind' | 'from' | 'due'>): Facts => ({
  periodKind: kind,
  from,
  due,
  isLate: due < today() ? 'yes' : 'no',
});

/** One who signs, and for which of these communes. */
export type AskedSigner = { accountId: string; missing: MissingReport[] };

/** Everybody who signs for communes that are missing, each once. */
export function askedSigners(missing: readonly MissingReport[], signers: readonly Signer[]): AskedSigner[] {
  const each = new Map<string, MissingReport[]>();
  for (const one of missing)
    for (const { unitId, accountId } of signers)
      if (unitId === one.unitId) each.set(accountId, [...(each.get(accountId) ?? []), one]);
  return [...each].map(([accountId, all]) => ({ accountId, missing: all }));
}

/** Reminders of a report that keep it from being asked for again, as a Prisma filter. */
export const restingOf = (periodId: string, unitIds: readonly string[]) => ({
  kind: 'report' as const,
  subjectId: periodId,
  unitId: { in: [...unitIds] },
  againFrom: { gt: toDate(today()) },
});
