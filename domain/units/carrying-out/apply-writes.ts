import { startOf } from '@/domain/days/day';
import { slugOf } from '@/domain/slug';
import { freeSlug } from '@/domain/slug-writes';
import type { Transaction } from '@/prisma/transaction';
import type { ChangePlan } from '../restructuring/change';
import { closing, successors } from '../restructuring/change';
import { freeTile, type Tile } from '../tile';
import type { UnitKind, UnitLevel } from '../unit';

/** Names, kinds and places: the running row ends on the day, a new one begins. What it was before that day stays. */
export async function rename(tx: Transaction, unitId: string, { name, from, decision }: ChangePlan): Promise<void> {
  await tx.$executeRaw`UPDATE unit_name SET valid_to = ${from}::date WHERE unit_id = ${unitId}::uuid AND valid_to IS NULL`;
  await tx.$executeRaw`INSERT INTO unit_name (id, unit_id, name, valid_from, decision)
    VALUES (app.uuid7(), ${unitId}::uuid, ${name}, ${from}::date, ${decision})`;
}

export async function changeKind(
  tx: Transaction,
  unitId: string,
  { unitKind, from, decision }: ChangePlan,
): Promise<void> {
  await tx.$executeRaw`UPDATE unit_kind SET valid_to = ${from}::date WHERE unit_id = ${unitId}::uuid AND valid_to IS NULL`;
  await tx.$executeRaw`INSERT INTO unit_kind (id, unit_id, kind, valid_from, decision)
    VALUES (app.uuid7(), ${unitId}::uuid, ${unitKind}::unit_kind_name, ${from}::date, ${decision})`;
}

export async function move(tx: Transaction, { unitId, targetId, from, decision }: ChangePlan): Promise<void> {
  await tx.$executeRaw`UPDATE unit_parent SET valid_to = ${from}::date WHERE unit_id = ${unitId}::uuid AND valid_to IS NULL`;
  await tx.$executeRaw`INSERT INTO unit_parent (id, unit_id, parent_id, valid_from, decision)
    VALUES (app.uuid7(), ${unitId}::uuid, ${targetId}::uuid, ${from}::date, ${decision})`;
}

type NewUnit = {
  id: string;
  name: string;
  level: UnitLevel;
  kind: UnitKind | null;
  parentId: string | null;
  code: string | null;
  near: Tile | null;
};

/** A unit that exists from the day on. A commune gets a free tile of the map, next to where it came from. */
export async function found(tx: Transaction, { from, decision }: ChangePlan, unit: NewUnit): Promise<void> {
  const { id, name, level, kind, parentId, code, near } = unit;
  const tile = level === 'commune' ? freeTile(await takenTiles(tx), near ?? { q: 0, r: 0 }) : null;
  const words = level === 'commune' ? name : `${name} ${level === 'group' ? 'to' : 'chi hoi'}`;
  const slug = await freeSlug(tx, 'unit', slugOf(words) || 'don-vi');
  await tx.$executeRaw`INSERT INTO unit (id, level, code, slug, opened_on, grid_q, grid_r)
    VALUES (${id}::uuid, ${level}::unit_level, ${code}, ${slug}, ${from}::date, ${tile?.q ?? null}, ${tile?.r ?? null})`;
  await tx.$executeRaw`INSERT INTO unit_name (id, unit_id, name, valid_from, decision)
    VALUES (app.uuid7(), ${id}::uuid, ${name}, ${from}::date, ${decision})`;
  await tx.$executeRaw`INSERT INTO unit_kind (id, unit_id, kind, valid_from, decision)
    SELECT app.uuid7(), ${id}::uuid, ${kind}::unit_kind_name, ${from}::date, ${decision} WHERE ${kind}::text IS NOT NULL`;
  await tx.$executeRaw`INSERT INTO unit_parent (id, unit_id, parent_id, valid_from, decision)
    VALUES (app.uuid7(), ${id}::uuid, ${parentId}::uuid, ${from}::date, ${decision})`;
}

const takenTiles = (tx: Transaction) =>
  tx.$queryRaw<Tile[]>`SELECT grid_q AS q, grid_r AS r FROM unit WHERE grid_q IS NOT NULL AND grid_r IS NOT NULL`;

/** The units of a plan end on its day, and with them their names, terms, offices and roles in the portal. */
export async function close(tx: Transaction, plan: ChangePlan): Promise<void> {
  const ids = closing(plan);
  const { from } = plan;
  await tx.$executeRaw`UPDATE unit SET closed_on = ${from}::date WHERE id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`UPDATE unit_name SET valid_to = ${from}::date WHERE unit_id = ANY (${ids}::uuid[]) AND valid_to IS NULL`;
  await tx.$executeRaw`UPDATE unit_kind SET valid_to = ${from}::date WHERE unit_id = ANY (${ids}::uuid[]) AND valid_to IS NULL`;
  await tx.$executeRaw`UPDATE unit_parent SET valid_to = ${from}::date WHERE unit_id = ANY (${ids}::uuid[]) AND valid_to IS NULL`;
  await tx.$executeRaw`UPDATE office SET valid_to = greatest(valid_from, ${from}::date)
    WHERE unit_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${from}::date)`;
  await tx.$executeRaw`UPDATE term SET valid_to = greatest(valid_from, ${from}::date)
    WHERE unit_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${from}::date)`;
  await tx.$executeRaw`UPDATE role_grant SET valid_to = greatest(valid_from, ${from}::date)
    WHERE unit_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${from}::date)`;
  await tx.$executeRaw`UPDATE record_keeping SET valid_to = greatest(valid_from, ${from}::date)
    WHERE unit_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${from}::date)`;
  await tx.$executeRaw`UPDATE invitation SET expires_at = least(expires_at, ${startOf(from)})
    WHERE unit_id = ANY (${ids}::uuid[]) AND accepted_at IS NULL`;
}

/** Communes made out of one that keeps its records here keep theirs here too: they are not "not reported". */
export async function keepRecordsAlong(tx: Transaction, plan: ChangePlan): Promise<void> {
  const ids = plan.parts.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO record_keeping (id, unit_id, valid_from, declared_by_id)
    SELECT app.uuid7(), n.id, ${plan.from}::date, k.declared_by_id
    FROM record_keeping k CROSS JOIN unnest(${ids}::uuid[]) n (id)
    WHERE k.unit_id = ${plan.unitId}::uuid AND k.valid_from < ${plan.from}::date
      AND (k.valid_to IS NULL OR k.valid_to >= ${plan.from}::date)`;
}

/**
 * A silent commune that takes over one that is heard is heard from the day on, where that was asked for: it may have been declared for
 * a later day already.
 */
export async function keepRecordsOn(tx: Transaction, plan: ChangePlan): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO record_keeping (id, unit_id, valid_from, valid_to, declared_by_id)
    SELECT app.uuid7(), t.id, ${plan.from}::date,
      (SELECT min(l.valid_from) FROM record_keeping l WHERE l.unit_id = t.id AND l.valid_from > ${plan.from}::date),
      (SELECT k.declared_by_id FROM record_keeping k WHERE k.unit_id = ANY (${closing(plan)}::uuid[]) ORDER BY k.valid_from DESC LIMIT 1)
    FROM unit t WHERE t.id = ${plan.targetId}::uuid AND t.level = 'commune'
      AND NOT EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = t.id AND app.active_on(k.valid_from, k.valid_to, ${plan.from}::date))`;
}

/** The thread from the old unit to the new one, for readers and old addresses. */
export async function writeLineage(tx: Transaction, plan: ChangePlan, changeId: string): Promise<void> {
  const into = plan.kind === 'split' ? plan.parts.map(({ id }) => id) : successors(plan);
  const from = plan.kind === 'split' ? [plan.unitId] : closing(plan);
  const kind = plan.kind === 'split' ? 'split_into' : plan.kind === 'merge' ? 'merged_into' : 'replaced_by';
  if (into.length === 0 || from.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO unit_lineage (id, change_id, kind, predecessor_id, successor_id, on_day)
    SELECT app.uuid7(), ${changeId}::uuid, ${kind}::lineage_kind, p.id, s.id, ${plan.from}::date
    FROM unnest(${from}::uuid[]) p (id) CROSS JOIN unnest(${into}::uuid[]) WITH ORDINALITY s (id, place) ORDER BY s.place`;
}

/** A unit that a change touched counts as changed: a plan made before it is no longer carried out. */
export const raiseVersions = (tx: Transaction, unitIds: readonly string[]) =>
  tx.$executeRaw`UPDATE unit SET id = id WHERE id = ANY (${[...unitIds]}::uuid[])`;
