import { mayAnywhere, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { firstIdAt } from '@/domain/id';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { ALONE, type Content, EXPORT_PERSONS, refusedOfSecond, type Standing } from '@/domain/second-pairs/second-pair';
import { bySecond } from '@/domain/second-pairs/second-pair-writes';
import { db, refusal, transaction } from '@/prisma/client';
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
  if (!mayAnywhere(viewer, exportRight[list])) return problem('not-found');
  if (namesPersons(list) && (total ?? 0) > PERSONS_MAX) return problem('too-many-rows', { max: String(PERSONS_MAX) });
  const unitId = await unitOf(viewer, asked);
  const leaving = transaction(async (tx): Promise<Result<RecordedExport, ExportProblem>> => {
    if (namesPersons(list)) {
      const taken = await rowsThisHour(tx, viewer, actions[list]);
      if (taken + (total ?? 0) > PERSONS_MAX)
        return problem('too-often', { max: String(PERSONS_MAX), taken: String(taken) });
    }
    const standing = namesPersons(list) ? await standingOf(tx, viewer, asked, unitId) : ok(ALONE);
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
  return leaving.catch((error: unknown) => {
    const refused = refusedOfSecond[refusal(error) ?? ''];
    if (refused) return problem(refused);
    throw error;
  });
}

/** Where a list belongs: to its session's unit, or to the highest at which she may take it out. */
async function unitOf(viewer: Viewer, { list, sessionId }: ExportAsked): Promise<string | null> {
  if (sessionId)
    return (await db.session.findUnique({ where: { id: sessionId }, select: { unitId: true } }))?.unitId ?? null;
  const [path] = [...reach(viewer, exportRight[list])].sort((a, b) => a.length - b.length);
  return viewer.grants.find((grant) => grant.path === path)?.unitId ?? null;
}

/**
 * What two decide of a list: which, how narrowed, and of how many persons. Lists that she took within a day without anybody's word count with
 * it, as the database counts them too.
 */
async function standingOf(
  tx: Transaction,
  viewer: Viewer,
  { list, format, total, narrowedBy, sessionId, asked = '' }: ExportAsked,
  unitId: string | null,
): Promise<Result<Standing, ExportProblem>> {
  const rows = total ?? 0;
  const [persons] = await tx.$queryRaw<{ inAll: number; count: number }[]>`
    SELECT app.persons_taken(${actions[list]}, ${rows}::int, ${viewer.accountId}::uuid) AS "inAll", app.persons_taken(${actions[list]}, ${rows}::int, NULL) AS count`;
  const { inAll = rows, count = rows } = persons ?? {};
  const content: Content = { list: actions[list], format, narrowedBy, asked, sessionId: sessionId ?? null };
  return bySecond(tx, viewer, { what: EXPORT_PERSONS, unitId, count, countInAll: inAll, content });
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
