import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { firstIdAt } from '@/domain/id';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  type ExportAsked,
  type ExportList,
  type ExportProblem,
  exportRight,
  namesPersons,
  PERSONS_MAX,
  type RecordedExport,
} from './export';

const actions: Record<ExportList, string> = {
  people: 'exportPeople',
  'digital-models': 'exportModels',
  pairs: 'exportPairs',
  'peer-lessons': 'exportLessons',
  units: 'exportUnits',
  trainings: 'exportTrainings',
  participants: 'exportParticipants',
  taught: 'exportReach',
  matrix: 'exportMatrix',
  indicators: 'exportIndicator',
  coverage: 'exportCoverage',
  'spot-checks': 'exportSpotList',
};

/**
 * Leaves the trail of an export before its first row goes out. A list that names persons lets 50,000 rows out in an
 * hour for one account (decision 0037).
 */
export async function recordExport(viewer: Viewer, asked: ExportAsked): Promise<Result<RecordedExport, ExportProblem>> {
  const { list, format, total, narrowedBy, sessionId } = asked;
  if (!mayAnywhere(viewer, exportRight[list])) return problem('not-found');
  if (namesPersons(list) && (total ?? 0) > PERSONS_MAX) return problem('too-many-rows', { max: String(PERSONS_MAX) });
  return transaction(async (tx) => {
    if (namesPersons(list)) {
      const taken = await rowsThisHour(tx, viewer, actions[list]);
      if (taken + (total ?? 0) > PERSONS_MAX)
        return problem('too-often', { max: String(PERSONS_MAX), taken: String(taken) });
    }
    return ok(
      await unveilPhones(tx, viewer, {
        verb: 'exported',
        action: actions[list],
        ...(sessionId ? { subjectType: 'session', subjectId: sessionId } : { subjectType: 'list' }),
        unitId: viewer.grants[0]?.unitId ?? null,
        change: { format, narrowedBy, ...(total === null ? {} : { rows: total }) },
      }),
    );
  });
}

const HOUR = 60 * 60 * 1000;

async function rowsThisHour(tx: Transaction, { accountId }: Viewer, action: string): Promise<number> {
  // one after the other for one account: of two at once the second counts the first
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`export ${accountId}`}, 0))`;
  const since = new Date(Date.now() - HOUR);
  const [row] = await tx.$queryRaw<{ rows: number }[]>`
    SELECT coalesce(sum((change->>'rows')::int), 0)::int AS rows FROM audit_entry
    WHERE actor_id = ${accountId}::uuid AND id > ${firstIdAt(since)}::uuid AND verb = 'exported' AND action = ${action}`;
  return row?.rows ?? 0;
}
