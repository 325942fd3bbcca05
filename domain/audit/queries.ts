import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { AuditRow } from './audit';

const PAGE = 50;

export type AuditFilter = { action?: string; subjectId?: string; actorId?: string; after?: string };

/** The trail, newest first, a page at a time, for those whose reach is the whole province; empty for everyone else. */
export async function listAuditEntries(
  viewer: Viewer,
  filter: AuditFilter,
): Promise<{ entries: AuditRow[]; next: string | null }> {
  if (reach(viewer, 'audit.see').length === 0) return { entries: [], next: null };
  const rows = await db.auditEntry.findMany({
    where: {
      ...(filter.action ? { action: filter.action } : {}),
      ...(filter.subjectId ? { subjectId: filter.subjectId } : {}),
      ...(filter.actorId ? { actorId: filter.actorId } : {}),
      ...(filter.after ? { id: { lt: filter.after } } : {}),
    },
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
  const page = rows.slice(0, PAGE);
  const [actors, units] = await Promise.all([
    namesOfAccounts(page.map((row) => row.actorId)),
    namesOfUnits(page.map((row) => row.unitId)),
  ]);
  const entries = page.map(({ actorId, unitId, ...row }) => ({
    ...row,
    change: row.change as Record<string, unknown> | null,
    actorName: (actorId && actors.get(actorId)) || null,
    unitName: (unitId && units.get(unitId)) || null,
  }));
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null };
}

const given = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

// The trail has no foreign keys, it outlives everything: names are looked up beside it.
async function namesOfAccounts(ids: (string | null)[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: given(ids) } },
    select: { id: true, displayName: true },
    take: PAGE,
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

async function namesOfUnits(ids: (string | null)[]): Promise<Map<string, string>> {
  const rows = await db.unit.findMany({
    where: { id: { in: given(ids) } },
    select: { id: true, unitNames: nameToday() },
    take: PAGE,
  });
  return new Map(rows.map(({ id, unitNames }) => [id, unitNames[0]?.name ?? '']));
}
