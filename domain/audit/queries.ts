import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf } from '@/domain/days/day';
import { firstIdAt, isId } from '@/domain/id';
import { behindId, pageOf } from '@/domain/page';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { type AuditFilter, type AuditRow, auditKinds } from './audit';
import { listAuditNames } from './name-queries';

const PAGE = 50;
/** Records, pairs, enrolments and certificates of one woman. */
const SUBJECTS_MAX = 2000;

export type AuditPage = { entries: AuditRow[]; next: string | null };

/** The trail, newest first, a page at a time, for those whose reach is the whole province; empty for everyone else. */
export async function listAuditEntries(viewer: Viewer, filter: AuditFilter): Promise<AuditPage> {
  const where = reach(viewer, 'audit.see').length > 0 ? await narrowed(viewer, filter) : null;
  if (!where) return { entries: [], next: null };
  const rows = await db.auditEntry.findMany({
    where: { AND: where },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      at: true,
      actorId: true,
      verb: true,
      action: true,
      subjectType: true,
      subjectId: true,
      unitId: true,
      change: true,
    },
    take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, PAGE);
  const names = await listAuditNames(viewer, page);
  const named = (id: string | null) => {
    const name = id && names.get(id);
    return id && name ? { id, name } : null;
  };
  const entries = page.map(({ actorId, unitId, subjectId, ...row }) => ({
    ...row,
    change: row.change as Record<string, unknown> | null,
    actor: named(actorId),
    subject: named(subjectId),
    unitName: named(unitId)?.name ?? null,
  }));
  return { entries, next };
}

/** The filters as conditions; null where nothing can answer them. */
async function narrowed(viewer: Viewer, { personId, accountId, unitId, kind, actions, after, ...span }: AuditFilter) {
  const [subjects, units] = await Promise.all([
    personId === undefined ? undefined : subjectsOf(personId),
    unitId === undefined ? undefined : unitsOf(viewer, unitId),
  ]);
  if (subjects?.length === 0 || units?.length === 0 || actions?.length === 0) return null;
  if (accountId !== undefined && !isId(accountId)) return null;
  return [
    subjects ? { subjectId: { in: subjects } } : {},
    units ? { unitId: { in: units } } : {},
    accountId ? { actorId: accountId } : {},
    kind ? { verb: { in: [...auditKinds[kind]] } } : {},
    actions ? { action: { in: [...actions] } } : {},
    ...spanned(span),
    behindId(after, 'desc'),
  ];
}

/** Ids grow with time: they lead to the days, whose ends `at` then draws. */
function spanned({ from, to }: Pick<AuditFilter, 'from' | 'to'>) {
  return [
    ...(from ? [{ id: { gte: firstIdAt(startOf(addDays(from, -1))) } }, { at: { gte: startOf(from) } }] : []),
    ...(to ? [{ id: { lt: firstIdAt(startOf(addDays(to, 2))) } }, { at: { lt: startOf(addDays(to, 1)) } }] : []),
  ];
}

async function subjectsOf(personId: string): Promise<string[]> {
  if (!isId(personId)) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH her AS MATERIALIZED (SELECT id FROM app.records_of(${personId}::uuid))
    SELECT id FROM her
    UNION ALL SELECT id FROM pair WHERE instructor_id IN (SELECT id FROM her) OR learner_id IN (SELECT id FROM her)
    UNION ALL SELECT id FROM enrolment WHERE person_id IN (SELECT id FROM her)
    UNION ALL SELECT id FROM certificate WHERE person_id IN (SELECT id FROM her) LIMIT ${SUBJECTS_MAX}`;
  return rows.map(({ id }) => id);
}

async function unitsOf(viewer: Viewer, unitId: string): Promise<string[] | undefined> {
  const unit = await findUnit(viewer, unitId);
  if (!unit) return [];
  if (unit.level === 'province') return undefined;
  const rows = await db.$queryRaw<{ unit_id: string }[]>`SELECT unit_id FROM app.subtree(${unit.path})`;
  return [...new Set([unit.id, ...rows.map(({ unit_id }) => unit_id)])];
}
