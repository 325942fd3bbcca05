import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { type KeptFigures, movedCodes, timedFigure } from './content/figures';
import { type Placed, seenId } from './content/placed';
import type { ChangedFigure } from './report';
import type { Restatement } from './restatement';

const CHANGED_MAX = 400;
const FILINGS_MAX = 20;

type Kept = { done?: number; since?: number } | boolean | null;
type ChangedRow = {
  unitId: string;
  name: string;
  code: string;
  was: Kept;
  now: Kept;
  action: string | null;
  on: Day | null;
};

/**
 * What moved since the report of a unit for a period was signed last: the place itself first, then its units, each with what was done there
 * last since then.
 */
export async function listChangedFigures(viewer: Viewer, unit: Placed, periodId: string): Promise<ChangedFigure[]> {
  const rows = await db.$queryRaw<ChangedRow[]>`
    WITH filed AS MATERIALIZED (SELECT r.unit_id, r.snapshot_id, (SELECT max(a.taken_at) FROM report_action a WHERE a.report_id = r.id AND a.kind = 'submitted') AS at FROM report r
        WHERE r.unit_id = ${seenId(viewer, unit)}::uuid AND r.period_id = ${periodId}::uuid AND r.snapshot_id IS NOT NULL)
    SELECT m.unit_id::text AS "unitId", m.name, m.code, m.was, m.now, d.action, (d.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "on"
    FROM filed f CROSS JOIN LATERAL app.moved_since(f.snapshot_id) m
      LEFT JOIN LATERAL (SELECT e.action, e.at FROM audit_entry e WHERE e.unit_id = m.unit_id AND e.at >= f.at AND e.verb IN ('created', 'changed', 'ended') AND e.subject_type <> 'report'
        ORDER BY e.id DESC LIMIT 1) d ON true
    ORDER BY m.unit_id <> f.unit_id, m.name, m.code LIMIT ${CHANGED_MAX}`;
  return rows.map(({ was, now, action, on, ...row }) => ({
    ...row,
    isFact: typeof was === 'boolean' || typeof now === 'boolean',
    was: toldOf(was),
    now: toldOf(now),
    last: action && on ? { action, on } : null,
  }));
}

const toldOf = (kept: Kept): number | boolean | null =>
  kept === null || typeof kept === 'boolean' ? kept : (kept.since ?? kept.done ?? null);

type RestatementRow = Omit<Restatement, 'figures'> & { was: KeptFigures; now: KeptFigures };

/** How often the report of a unit for a period was signed anew, the newest first: what it said, what it says, who, when and why it was opened. */
export async function listRestatements(viewer: Viewer, unit: Placed, periodId: string): Promise<Restatement[]> {
  const rows = await db.$queryRaw<RestatementRow[]>`
    WITH filing AS (SELECT a.id, a.report_id, a.snapshot_id, a.taken_at, a.taken_by_id, lag(a.snapshot_id) OVER (ORDER BY a.taken_at, a.id) AS old FROM report r
        JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted' WHERE r.unit_id = ${seenId(viewer, unit)}::uuid AND r.period_id = ${periodId}::uuid)
    SELECT f.id::text, c.display_name AS by, f.taken_at AS at, o.figures AS was, n.figures AS now,
      (SELECT x.remark FROM report_action x WHERE x.report_id = f.report_id AND x.kind IN ('returned', 'reopened') AND x.taken_at < f.taken_at ORDER BY x.taken_at DESC LIMIT 1) AS why,
      (SELECT count(*)::int FROM (SELECT * FROM snapshot_row x WHERE x.snapshot_id = f.old) a FULL JOIN (SELECT * FROM snapshot_row x WHERE x.snapshot_id = f.snapshot_id) b USING (unit_id)
        WHERE coalesce(a.level, b.level) IN ('sub_association', 'group') AND (a.figures ->> 'covered', a.figures ->> 'family', a.figures ->> 'pair', a.figures ->> 'tied') IS DISTINCT FROM
          (b.figures ->> 'covered', b.figures ->> 'family', b.figures ->> 'pair', b.figures ->> 'tied')) AS units
    FROM filing f JOIN snapshot_row o ON o.snapshot_id = f.old AND o.unit_id = ${unit.id}::uuid JOIN snapshot_row n ON n.snapshot_id = f.snapshot_id AND n.unit_id = ${unit.id}::uuid
      LEFT JOIN account c ON c.id = f.taken_by_id
    ORDER BY f.taken_at DESC, f.id DESC LIMIT ${FILINGS_MAX}`;
  return rows.map(({ was, now, ...row }) => ({
    ...row,
    figures: movedCodes(was, now).map((code) => ({
      code,
      was: timedFigure(code, was),
      now: timedFigure(code, now),
    })),
  }));
}
