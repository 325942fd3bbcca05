import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  EXPORTS_AN_HOUR,
  type ExportAsked,
  type ExportList,
  type ExportProblem,
  exportRight,
  namesPersons,
  PERSONS_MAX,
} from './export';

const actions: Record<ExportList, string> = {
  people: 'exportPeople',
  'digital-models': 'exportModels',
  pairs: 'exportPairs',
  units: 'exportUnits',
  trainings: 'exportTrainings',
  participants: 'exportParticipants',
  reach: 'exportReach',
};
const NAMING_PERSONS = (Object.keys(actions) as ExportList[]).filter(namesPersons).map((list) => actions[list]);

/**
 * Leaves the trail of an export before its first row goes out. Lists that name persons: at most 50,000 rows, five an hour
 * for one account, counted in the trail itself.
 */
export async function recordExport(viewer: Viewer, asked: ExportAsked): Promise<Result<null, ExportProblem>> {
  const { list, format, total, narrowedBy } = asked;
  if (!mayAnywhere(viewer, exportRight[list])) return problem('not-found');
  if (namesPersons(list) && (total ?? 0) > PERSONS_MAX) return problem('too-many-rows', { max: String(PERSONS_MAX) });
  return transaction(async (tx) => {
    if (namesPersons(list) && (await takenThisHour(tx, viewer)) >= EXPORTS_AN_HOUR)
      return problem('too-often', { count: String(EXPORTS_AN_HOUR) });
    await record(tx, viewer, {
      verb: 'exported',
      action: actions[list],
      subjectType: 'list',
      unitId: viewer.grants[0]?.unitId ?? null,
      change: { format, narrowedBy, ...(total === null ? {} : { rows: total }) },
    });
    return ok(null);
  });
}

async function takenThisHour(tx: Transaction, { accountId }: Viewer): Promise<number> {
  // one after the other for one account: of six at once the sixth counts the five
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`export ${accountId}`}, 0))`;
  const since = new Date(Date.now() - 60 * 60 * 1000);
  return tx.auditEntry.count({
    where: { actorId: accountId, verb: 'exported', action: { in: NAMING_PERSONS }, at: { gt: since } },
  });
}
