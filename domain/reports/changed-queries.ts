import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { type Placed, seenId } from './content/placed';
import type { ChangedFigure } from './report';

const CHANGED_MAX = 400;

type Kept = { done?: number; since?: number } | boolean | null;
type ChangedRow = { unitId: string; name: string; code: string; was: Kept; now: Kept };

/** What moved since the report of a unit for a period was signed last: the place itself first, then its units. */
export async function listChangedFigures(viewer: Viewer, unit: Placed, periodId: string): Promise<ChangedFigure[]> {
  const rows = await db.$queryRaw<ChangedRow[]>`
    SELECT m.unit_id::text AS "unitId", m.name, m.code, m.was, m.now FROM report r CROSS JOIN LATERAL app.moved_since(r.snapshot_id) m
    WHERE r.unit_id = ${seenId(viewer, unit)}::uuid AND r.period_id = ${periodId}::uuid AND r.snapshot_id IS NOT NULL
    ORDER BY m.unit_id <> r.unit_id, m.name, m.code LIMIT ${CHANGED_MAX}`;
  return rows.map(({ was, now, ...row }) => ({
    ...row,
    isFact: typeof was === 'boolean' || typeof now === 'boolean',
    was: toldOf(was),
    now: toldOf(now),
  }));
}

const toldOf = (kept: Kept): number | boolean | null =>
  kept === null || typeof kept === 'boolean' ? kept : (kept.since ?? kept.done ?? null);
