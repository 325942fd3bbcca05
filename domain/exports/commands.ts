import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { firstIdAt } from '@/domain/id';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { ALONE, type Deed, EXPORT_PERSONS } from '@/domain/second-pairs/second-pair';
import { bySecond } from '@/domain/second-pairs/second-pair-writes';
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
 * hour for one account (0037), and a long one by the word of two (0262).
 */
export async function recordExport(viewer: Viewer, asked: ExportAsked): Promise<Result<RecordedExport, ExportProblem>> {
  const { list, format, total, narrowedBy, sessionId } = asked;
  const unitId = viewer.grants[0]?.unitId ?? null;
  if (!mayAnywhere(viewer, exportRight[list])) return problem('not-found');
  if (namesPersons(list) && (total ?? 0) > PERSONS_MAX) return problem('too-many-rows', { max: String(PERSONS_MAX) });
  return transaction(async (tx) => {
    if (namesPersons(list)) {
      const taken = await rowsThisHour(tx, viewer, actions[list]);
      if (taken + (total ?? 0) > PERSONS_MAX)
        return problem('too-often', { max: String(PERSONS_MAX), taken: String(taken) });
    }
    const standing = namesPersons(list) ? await bySecond(tx, viewer, exportDeed(asked, unitId)) : ok(ALONE);
    if (!standing.ok) return standing;
    if (standing.value.asked) return problem('second-asked');
    const { requestId } = standing.value;
    return ok(
      await unveilPhones(tx, viewer, {
        verb: 'exported',
        action: actions[list],
        ...(sessionId ? { subjectType: 'session', subjectId: sessionId } : { subjectType: 'list' }),
        unitId,
        change: {
          format,
          narrowedBy,
          ...(total === null ? {} : { rows: total }),
          ...(requestId && { requestId }),
        },
      }),
    );
  });
}

/** What two decide of a list: which, how narrowed, and of how many. */
const exportDeed = (
  { list, format, total, narrowedBy, sessionId, asked = '' }: ExportAsked,
  unitId: string | null,
): Deed => ({
  what: EXPORT_PERSONS,
  unitId,
  count: total ?? 0,
  content: { list: actions[list], format, rows: total, narrowedBy, asked, sessionId: sessionId ?? null },
});

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
