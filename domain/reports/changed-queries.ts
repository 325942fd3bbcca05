import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { type KeptFigures, movedCodes, timedFigure } from './content/figures';
import { type Placed, seenId } from './content/placed';
import { type DeedRows, deedsOf } from './deeds';
import { deedsSql } from './deeds-queries';
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
  deeds: DeedRows | null;
};

/**
 * What moved since the report of a unit for a period was signed last: the place itself first, then its units, each with what was done there
 * since then.
 */
export async function listChangedFigures(viewer: Viewer, unit: Placed, periodId: string): Promise<ChangedFigure[]> {
  const rows = await db.$queryRaw<ChangedRow[]>`
    WITH filed AS MATERIALIZED (SELECT r.unit_id, r.snapshot_id, (SELECT max(a.taken_at) FROM report_action a WHERE a.report_id = r.id AND a.kind = 'submitted') AS at FROM report r
        WHERE r.unit_id = ${seenId(viewer, unit)}::uuid AND r.period_id = ${periodId}::uuid AND r.snapshot_id IS NOT NULL),
      stretch AS MATERIALIZED (SELECT 1 AS id, f.unit_id AS place, f.at AS since, 'infinity'::timestamptz AS until FROM filed f),
      moved AS MATERIALIZED (SELECT 1 AS stretch, m.* FROM filed f CROSS JOIN LATERAL app.moved_since(f.snapshot_id) m), ${deedsSql()}
    SELECT m.unit_id::text AS "unitId", m.name, m.code, m.was, m.now, d.deeds
    FROM moved m JOIN filed f ON true LEFT JOIN done d ON d.unit_id = m.unit_id AND d.code = m.code
    ORDER BY m.unit_id <> f.unit_id, m.name, m.code LIMIT ${CHANGED_MAX}`;
  return rows.map(({ was, now, deeds, ...row }) => ({
    ...row,
    isFact: typeof was === 'boolean' || typeof now === 'boolean',
    was: toldOf(was),
    now: toldOf(now),
    deeds: deedsOf(deeds),
  }));
}

const toldOf = (kept: Kept): number | boolean | null =>
  kept === null || typeof kept === 'boolean' ? kept : (kept.since ?? kept.done ?? null);

type RestatementRow = Omit<Restatement, 'figures'> & {
  was: KeptFigures;
  now: KeptFigures;
  deeds: Record<string, DeedRows> | null;
};

/**
 * How often the report of a unit for a period was signed anew, the newest first: what it said, what it says, who, when, why it was opened, and
 * what was done between the two signings where a figure moved.
 */
export async function listRestatements(viewer: Viewer, unit: Placed, periodId: string): Promise<Restatement[]> {
  const rows = await db.$queryRaw<RestatementRow[]>`
    WITH filing AS MATERIALIZED (SELECT a.id, a.report_id, a.snapshot_id, a.taken_at, a.taken_by_id, lag(a.snapshot_id) OVER signing AS old, lag(a.taken_at) OVER signing AS since FROM report r
        JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted' WHERE r.unit_id = ${seenId(viewer, unit)}::uuid AND r.period_id = ${periodId}::uuid WINDOW signing AS (ORDER BY a.taken_at, a.id)),
      stretch AS MATERIALIZED (SELECT f.id, ${unit.id}::uuid AS place, f.since, f.taken_at AS until FROM filing f WHERE f.old IS NOT NULL ORDER BY f.taken_at DESC, f.id DESC LIMIT ${FILINGS_MAX}),
      moved AS MATERIALIZED (SELECT f.id AS stretch, x.unit_id, k.code FROM filing f
        CROSS JOIN LATERAL (SELECT unit_id, coalesce(o.figures, '{}') AS was, coalesce(n.figures, '{}') AS now FROM (SELECT r.unit_id, r.figures FROM snapshot_row r WHERE r.snapshot_id = f.old) o
          FULL JOIN (SELECT r.unit_id, r.figures FROM snapshot_row r WHERE r.snapshot_id = f.snapshot_id) n USING (unit_id)) x
        CROSS JOIN LATERAL jsonb_object_keys(x.was || x.now) k (code) WHERE f.old IS NOT NULL AND x.was IS DISTINCT FROM x.now AND x.was -> k.code IS DISTINCT FROM x.now -> k.code), ${deedsSql()}
    SELECT f.id::text, c.display_name AS by, f.taken_at AS at, o.figures AS was, n.figures AS now, (SELECT jsonb_object_agg(d.code, d.deeds) FROM done d WHERE d.stretch = f.id AND d.unit_id = ${unit.id}::uuid) AS deeds,
      (SELECT x.remark FROM report_action x WHERE x.report_id = f.report_id AND x.kind IN ('returned', 'reopened') AND x.taken_at < f.taken_at ORDER BY x.taken_at DESC LIMIT 1) AS why,
      (SELECT count(*)::int FROM (SELECT * FROM snapshot_row x WHERE x.snapshot_id = f.old) a FULL JOIN (SELECT * FROM snapshot_row x WHERE x.snapshot_id = f.snapshot_id) b USING (unit_id)
        WHERE coalesce(a.level, b.level) IN ('sub_association', 'group') AND (a.figures ->> 'covered', a.figures ->> 'family', a.figures ->> 'pair', a.figures ->> 'tied') IS DISTINCT FROM
          (b.figures ->> 'covered', b.figures ->> 'family', b.figures ->> 'pair', b.figures ->> 'tied')) AS units
    FROM filing f JOIN snapshot_row o ON o.snapshot_id = f.old AND o.unit_id = ${unit.id}::uuid JOIN snapshot_row n ON n.snapshot_id = f.snapshot_id AND n.unit_id = ${unit.id}::uuid
      LEFT JOIN account c ON c.id = f.taken_by_id
    ORDER BY f.taken_at DESC, f.id DESC LIMIT ${FILINGS_MAX}`;
  return rows.map(({ was, now, deeds, ...row }) => ({
    ...row,
    figures: movedCodes(was, now).map((code) => ({
      code,
      was: timedFigure(code, was),
      now: timedFigure(code, now),
      deeds: deedsOf(deeds?.[code]),
    })),
  }));
}
