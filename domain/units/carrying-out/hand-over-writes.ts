import type { Day } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import { type ChangePlan, closing, emptied, successors } from '../restructuring/change';
import { type Hanging, readHanging } from '../restructuring/hanging';
import { type Placement, placeByRule, placeWith, rowsOf } from '../restructuring/placing';
import type { Moved } from '../restructuring/preview';
import { noteMoves } from './due-move-writes';

type Placed = Record<keyof Moved, Placement> & {
  /** who and what goes where, by the ids of people, sub-units, models and pairs */
  places: Record<string, string>;
};

/**
 * The places of everything: people and sub-units by the rule, what belongs to people with them, a pair with the family it is tied
 * to, the rest to the first successor.
 */
export function placeAll(plan: ChangePlan, hanging: Hanging, parentId: string | null): Placed {
  const stay = plan.kind === 'split' && plan.keep ? plan.unitId : null;
  const targets = successors(plan);
  const rows = (places: Map<string, string | null>, items: Parameters<typeof rowsOf>[0]) => rowsOf(items, places, stay);
  if (targets.length === 0) return leaveToParent(hanging, parentId);

  const people = placeByRule(plan, hanging.people, targets);
  const subUnits = placeByRule(plan, hanging.subUnits, targets);
  const whereabouts = new Map(
    hanging.below.flatMap(({ personId, unitId }) => {
      const target = subUnits.get(unitId);
      return target ? [[personId, target] as const] : [];
    }),
  );
  for (const [id, target] of people) whereabouts.set(id, target);
  const going = (items: Parameters<typeof placeWith>[1]) => placeWith(plan, items, whereabouts, targets);
  const along = (items: Parameters<typeof placeWith>[1]) => rows(going(items), items);
  const models = going(hanging.models);
  const pairs = placeWith(plan, hanging.pairs, new Map([...whereabouts, ...models]), targets);
  return {
    places: Object.fromEntries([...people, ...subUnits, ...models, ...pairs]),
    people: rows(people, hanging.people),
    subUnits: rows(subUnits, hanging.subUnits),
    models: rows(models, hanging.models),
    pairs: rows(pairs, hanging.pairs),
    households: along(hanging.households),
    networks: along(hanging.networks),
    venues: along(hanging.venues),
    sessions: along(hanging.sessions),
    records: along(hanging.records),
  };
}

/** A unit closes empty: what has ended ends there, what lasts goes to the unit above. */
function leaveToParent(hanging: Hanging, parentId: string | null): Placed {
  const to = (items: readonly { id: string; rows: string[] }[], target: string | null) =>
    rowsOf(items, new Map(items.map(({ id }) => [id, target])), null);
  return {
    places: {},
    people: to(hanging.people, null),
    subUnits: to(hanging.subUnits, null),
    models: to(hanging.models, null),
    pairs: to(hanging.pairs, null),
    households: to(hanging.households, parentId),
    networks: to(hanging.networks, parentId),
    venues: to(hanging.venues, parentId),
    sessions: to(hanging.sessions, parentId),
    records: to(hanging.records, parentId),
  };
}

/**
 * Hands over everything at the units of a plan, from its day: dated rows end and go on at the successor, so that old
 * figures stand; what has no days goes over on the day (decision 0022).
 */
export async function handOver(
  tx: Transaction,
  plan: ChangePlan,
  placed: Placed,
  parentId: string | null,
): Promise<{ countedOnce: number }> {
  const { from } = plan;
  const { people, subUnits, models, pairs } = placed;
  await tx.$executeRaw`
    WITH ended AS (UPDATE unit_parent h SET valid_to = greatest(h.valid_from, ${from}::date)
      FROM unit_parent o JOIN unnest(${subUnits.rows}::uuid[], ${subUnits.targets}::uuid[]) v (row_id, target) ON v.row_id = o.id
      WHERE h.id = o.id RETURNING o.unit_id, v.target, greatest(o.valid_from, ${from}::date) AS valid_from, o.valid_to, o.decision)
    INSERT INTO unit_parent (id, unit_id, parent_id, valid_from, valid_to, decision)
      SELECT app.uuid7(), unit_id, target, valid_from, valid_to, decision FROM ended WHERE target IS NOT NULL`;
  await tx.$executeRaw`
    WITH ended AS (UPDATE model_host h SET valid_to = greatest(h.valid_from, ${from}::date)
      FROM model_host o JOIN unnest(${models.rows}::uuid[], ${models.targets}::uuid[]) v (row_id, target) ON v.row_id = o.id
      WHERE h.id = o.id RETURNING o.model_id, v.target, greatest(o.valid_from, ${from}::date) AS valid_from, o.valid_to)
    INSERT INTO model_host (id, model_id, unit_id, valid_from, valid_to)
      SELECT app.uuid7(), model_id, target, valid_from, valid_to FROM ended WHERE target IS NOT NULL`;
  await tx.$executeRaw`
    WITH ended AS (UPDATE pair_host h SET valid_to = greatest(h.valid_from, ${from}::date)
      FROM pair_host o JOIN unnest(${pairs.rows}::uuid[], ${pairs.targets}::uuid[]) v (row_id, target) ON v.row_id = o.id
      WHERE h.id = o.id RETURNING o.pair_id, v.target, greatest(o.valid_from, ${from}::date) AS valid_from, o.valid_to)
    INSERT INTO pair_host (id, pair_id, unit_id, valid_from, valid_to)
      SELECT app.uuid7(), pair_id, target, valid_from, valid_to FROM ended WHERE target IS NOT NULL`;
  const countedOnce = await moveMembers(tx, from, people);
  await noteMoves(tx, plan, placed, parentId);
  return { countedOnce };
}

/** A member who belongs to the successor already, on some of the days, is not written twice: she is counted once. */
async function moveMembers(tx: Transaction, from: Day, people: Placement): Promise<number> {
  const written = await tx.$executeRaw`
    INSERT INTO membership (id, person_id, unit_id, kind, valid_from, valid_to, end_reason, import_batch_id)
    SELECT app.uuid7(), o.person_id, o.target, o.kind, lower(piece), upper(piece),
      CASE WHEN upper(piece) IS NOT DISTINCT FROM o.valid_to THEN o.end_reason END, o.import_batch_id
    FROM (SELECT m.*, v.target, datemultirange(daterange(greatest(m.valid_from, ${from}::date), m.valid_to))
        - coalesce((SELECT range_agg(daterange(e.valid_from, e.valid_to)) FROM membership e
            WHERE e.person_id = m.person_id AND e.unit_id = v.target), '{}')
        - coalesce(range_agg(daterange(greatest(m.valid_from, ${from}::date), m.valid_to)) OVER (PARTITION BY m.person_id, v.target
            ORDER BY m.valid_from, m.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '{}') AS pieces
      FROM membership m JOIN unnest(${people.rows}::uuid[], ${people.targets}::uuid[]) v (row_id, target) ON v.row_id = m.id
    ) o, unnest(o.pieces) piece`;
  await tx.$executeRaw`UPDATE membership SET valid_to = greatest(valid_from, ${from}::date) WHERE id = ANY (${people.rows}::uuid[])`;
  return Math.max(0, people.rows.length - written);
}

/** Reads what hangs on the units of a plan; nothing where nobody is placed anew. */
export const hangingOf = async (tx: Transaction, plan: ChangePlan): Promise<Hanging | null> =>
  emptied(plan).length > 0 ? readHanging(tx, emptied(plan), plan.from) : null;

/** Rows that still point at a unit that ended: there must be none, nobody is dropped. */
export async function leftBehind(tx: Transaction, plan: ChangePlan): Promise<string[]> {
  const closed = closing(plan);
  if (closed.length === 0) return [];
  const rows = await tx.$queryRaw<{ what: string }[]>`
    WITH c AS (SELECT unnest(${closed}::uuid[]) AS id)
    SELECT what FROM (
      SELECT 'membership' AS what, unit_id, valid_from, valid_to FROM membership UNION ALL SELECT 'model_host', unit_id, valid_from, valid_to FROM model_host
      UNION ALL SELECT 'pair_host', unit_id, valid_from, valid_to FROM pair_host UNION ALL SELECT 'unit_parent', parent_id, valid_from, valid_to FROM unit_parent
      UNION ALL SELECT 'office', unit_id, valid_from, valid_to FROM office UNION ALL SELECT 'role_grant', unit_id, valid_from, valid_to FROM role_grant
      UNION ALL SELECT 'term', unit_id, valid_from, valid_to FROM term UNION ALL SELECT 'record_keeping', unit_id, valid_from, valid_to FROM record_keeping
      UNION ALL SELECT 'unit_name', unit_id, valid_from, valid_to FROM unit_name
    ) x JOIN c ON c.id = x.unit_id WHERE daterange(x.valid_from, x.valid_to) && daterange(${plan.from}::date, NULL)
    UNION ALL SELECT k.what FROM unnest(ARRAY['person', 'household', 'network', 'venue', 'session']) k (what),
      app.rows_at(k.what, ${closed}::uuid[], ${plan.from}::date)`;
  return [...new Set(rows.map(({ what }) => what))];
}
