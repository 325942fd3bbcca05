import pg from 'pg';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { type PlanInput, planInput } from '@/domain/units/restructuring/change';
import { confirmPlan, planChange } from '@/domain/units/restructuring/plan-commands';
import { previewPlan } from '@/domain/units/restructuring/plan-queries';
import { db } from '@/prisma/client';
import type { TestUnit } from '@/test/union';

export const yesterday = () => addDays(today(), -1);

type Asked = Pick<PlanInput, 'kind' | 'unitId'> &
  Partial<Omit<PlanInput, 'keep' | 'declare'>> & {
    keep?: 'on';
    declare?: 'on';
    parts?: string[];
  };

/** A restructuring as a form would ask for it, from today unless told otherwise. */
export const asked = ({ parts = [], ...input }: Asked) =>
  planInput.parse({ from: today(), ...Object.fromEntries(parts.map((name, at) => [`part${at + 1}`, name])), ...input });

/** Prepares a plan and looks at its preview; answers with what the confirming form would send. */
export async function prepared(viewer: Viewer, input: Asked) {
  const planned = await planChange(viewer, asked(input));
  if (!planned.ok) throw new Error(planned.problem);
  const seen = await previewPlan(viewer, planned.value.id);
  if (!seen.ok) throw new Error(`${seen.problem} ${JSON.stringify(seen.detail ?? '')}`);
  return { planId: planned.value.id, ...seen.value };
}

/** The obstacle to a plan: to preparing it, or to carrying it out. */
export async function refusedBy(viewer: Viewer, input: Asked): Promise<string | null> {
  const planned = await planChange(viewer, asked(input));
  if (!planned.ok) return planned.problem;
  const seen = await previewPlan(viewer, planned.value.id);
  return seen.ok ? null : seen.problem;
}

/** Prepares, looks, confirms. Answers with the preview that was confirmed and where it leads. */
export async function carriedOut(viewer: Viewer, input: Asked) {
  const { planId, digest, preview } = await prepared(viewer, input);
  const done = await confirmPlan(viewer, { planId, digest });
  if (!done.ok) throw new Error(done.problem);
  if (done.value.state === 'stale') throw new Error('stale');
  return { unitId: done.value.unitId, preview };
}

/** Open memberships of a unit on a day. */
export const membersOf = (unitId: string, day = today()) =>
  db.membership.count({
    where: {
      unitId,
      validFrom: { lte: new Date(day) },
      OR: [{ validTo: null }, { validTo: { gt: new Date(day) } }],
    },
  });

/** Files figures of some units as a report does: a snapshot with its rows. Answers with what was filed. By the owner. */
export async function fileFigures(commune: TestUnit, units: TestUnit[], day: Day): Promise<unknown[]> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  const ids = units.map(({ id }) => id);
  const rows = `SELECT u.unit_id, u.level, n.name, u.path, '{"members": 3}'::jsonb AS figures FROM unit_span u JOIN unit_name n USING (unit_id)
    WHERE u.unit_id = ANY ($2::uuid[])`;
  await owner.query('BEGIN');
  await owner.query(
    `INSERT INTO snapshot (id, unit_id, as_of, tree_version, reading, editions, row_count, sha256)
     SELECT app.uuid7(), $1, $3, (SELECT max(version) FROM tree_version), 'tied', '{}', cardinality($2::uuid[]),
       sha256(convert_to((SELECT string_agg(jsonb_build_array(unit_id, level, name, NULL::unit_kind_name, path, figures)::text, E'\n'
         ORDER BY path COLLATE "C", unit_id) FROM (${rows}) x), 'UTF8'))`,
    [commune.id, ids, day],
  );
  await owner.query(
    `INSERT INTO snapshot_row (snapshot_id, unit_id, level, name, path, figures)
     SELECT s.id, x.* FROM snapshot s, (${rows}) x WHERE s.unit_id = $1`,
    [commune.id, ids],
  );
  await owner.query('COMMIT');
  await owner.end();
  return filedFigures(commune);
}

/** The figures filed for a commune, as they stand. */
export const filedFigures = (commune: TestUnit) =>
  db.$queryRaw<unknown[]>`SELECT s.sha256::text, s.row_count, r.name, r.path, r.figures::text FROM snapshot s
    JOIN snapshot_row r ON r.snapshot_id = s.id WHERE s.unit_id = ${commune.id}::uuid ORDER BY r.path`;
