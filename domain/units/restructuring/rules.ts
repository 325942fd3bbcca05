import { addDays, type Day, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { lockedUntil } from '../period/period';
import type { Tile } from '../tile';
import { nameToday, type UnitKind, type UnitLevel } from '../unit';
import {
  BACK_DAYS_MAX,
  type ChangePlan,
  type ChangeProblem,
  closing,
  emptied,
  kindsOf,
  levelBelow,
  successors,
} from './change';
import type { Hanging } from './hanging';
import type { Remaining } from './preview';

/** A unit as it stands, locked by the tree's lock: what the rules ask. */
export type Facts = {
  id: string;
  level: UnitLevel;
  kind: UnitKind | null;
  parentId: string | null;
  tile: Tile | null;
  name: string;
  /** the last one; empty: a change that founded it was taken back, and it never was */
  path: string;
  opened: Day;
  closed: Day | null;
  version: number;
  /** the youngest of its names, kinds and places, and of the places of what hangs below it */
  latest: { name: Day | null; kind: Day | null; place: Day | null; below: Day | null };
};

/** Changes of the tree wait for each other: the second one sees what the first one made. */
export const lockTree = (tx: Transaction) => tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('unit tree'))::text`;

/** Nobody joins these units, and nothing is founded there, until the change is over: who was about to waits and sees it. */
export const lockUnits = (tx: Transaction, unitIds: readonly string[]) =>
  tx.$queryRaw`SELECT 1 FROM unit WHERE id = ANY (${[...unitIds]}::uuid[]) ORDER BY id FOR UPDATE`;

export async function readFacts(tx: Transaction, ids: readonly string[]): Promise<Facts[]> {
  type Row = Omit<Facts, 'latest' | 'tile'> &
    Record<'q' | 'r', number | null> &
    Record<'latestName' | 'latestKind' | 'latestPlace' | 'latestBelow', Day | null>;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.id::text, u.level::text, k.kind::text, p.parent_id::text AS "parentId", n.name, coalesce(s.path, '') AS path, u.opened_on::text AS opened,
      u.closed_on::text AS closed, u.version, u.grid_q AS q, u.grid_r AS r,
      (SELECT max(valid_from)::text FROM unit_name x WHERE x.unit_id = u.id AND valid_from IS DISTINCT FROM valid_to) AS "latestName",
      (SELECT max(valid_from)::text FROM unit_kind x WHERE x.unit_id = u.id AND valid_from IS DISTINCT FROM valid_to) AS "latestKind",
      (SELECT max(valid_from)::text FROM unit_parent x WHERE x.unit_id = u.id AND valid_from IS DISTINCT FROM valid_to) AS "latestPlace",
      (SELECT max(x.valid_from)::text FROM unit_parent x JOIN unit_parent y ON y.unit_id = x.unit_id
        WHERE y.parent_id = u.id AND x.parent_id <> u.id AND x.valid_from > y.valid_from) AS "latestBelow"
    FROM unit u
      LEFT JOIN LATERAL (SELECT name FROM unit_name x WHERE x.unit_id = u.id AND valid_from IS DISTINCT FROM valid_to ORDER BY valid_from DESC LIMIT 1) n ON true
      LEFT JOIN LATERAL (SELECT kind FROM unit_kind x WHERE x.unit_id = u.id AND valid_from IS DISTINCT FROM valid_to ORDER BY valid_from DESC LIMIT 1) k ON true
      LEFT JOIN LATERAL (SELECT parent_id FROM unit_parent x WHERE x.unit_id = u.id AND valid_from IS DISTINCT FROM valid_to ORDER BY valid_from DESC LIMIT 1) p ON true
      LEFT JOIN unit_span s ON s.unit_id = u.id AND s.is_last
    WHERE u.id = ANY (${[...ids]}::uuid[]) ORDER BY u.id`;
  return rows.map(({ q, r, latestName, latestKind, latestPlace, latestBelow, ...row }) => ({
    ...row,
    tile: q === null || r === null ? null : { q, r },
    latest: { name: latestName, kind: latestKind, place: latestPlace, below: latestBelow },
  }));
}

type Refused = ReturnType<typeof problem<ChangeProblem>>;

/** Why a plan cannot be carried out, or null: levels, days, closed periods, and nobody left without a place. */
export async function refusalOfPlan(
  tx: Transaction,
  plan: ChangePlan,
  facts: readonly Facts[],
  hanging: Hanging | null,
): Promise<Refused | null> {
  const subject = facts.find(({ id }) => id === plan.unitId);
  if (!subject) return problem('not-found');
  if (facts.some(({ path }) => path === '')) return problem('changed-meanwhile');
  const refused = refusalOfKind(plan, subject, facts) ?? refusalOfDay(plan, facts) ?? refusalOfEmpty(plan, hanging);
  if (refused) return refused;
  const taken = await refusalOfCode(
    tx,
    plan.parts.flatMap(({ code }) => code ?? []),
  );
  if (taken) return taken;
  for (const { id } of facts) {
    const until = await lockedUntil(tx, { unitId: id }, plan.from);
    if (until) return problem('period-locked', { until });
  }
  return null;
}

function refusalOfKind(plan: ChangePlan, subject: Facts, facts: readonly Facts[]): Refused | null {
  const { kind, unitKind, name } = plan;
  const target = facts.find(({ id }) => id === plan.targetId);
  if (kind === 'found') {
    const level = levelBelow[subject.level];
    if (!level) return problem('no-level-below');
    return unitKind && kindsOf[level].includes(unitKind) ? null : problem('kind-differs');
  }
  if (!subject.parentId) return problem('no-place');
  if (kind === 'rename') return name === subject.name ? problem('same-name') : null;
  if (kind === 'change_kind') {
    if (!unitKind || !kindsOf[subject.level].includes(unitKind)) return problem('kind-differs');
    return unitKind === subject.kind ? problem('same-kind') : null;
  }
  if (plan.targetId && !target) return problem('not-found');
  if (target && [subject.id, ...(kind === 'merge' ? plan.sources : [])].includes(target.id))
    return problem('into-itself');
  const sources = facts.filter(({ id }) => id !== target?.id);
  if (target && sources.some(({ path }) => target.path.startsWith(path))) return problem('inside-itself');
  if (kind === 'move') {
    if (!target || levelBelow[target.level] !== subject.level) return problem('level-differs');
    return target.id === subject.parentId ? problem('same-parent') : null;
  }
  return facts.some(({ level }) => level !== subject.level) ? problem('level-differs') : null;
}

function refusalOfDay(plan: ChangePlan, facts: readonly Facts[]): Refused | null {
  const { from } = plan;
  const [first, last] = [addDays(today(), -BACK_DAYS_MAX), addDays(today(), AHEAD_DAYS_MAX)];
  if (from < first) return problem('too-far-back', { day: first });
  if (from > last) return problem('too-far-ahead', { day: last });
  const ending = closing(plan);
  for (const { id, opened, closed, latest } of facts) {
    if (closed) return problem('closed-already', { day: closed });
    if (from < opened || (from === opened && ending.includes(id))) return problem('before-opened', { day: opened });
    const asked = id === plan.unitId || plan.sources.includes(id);
    const days: Record<ChangePlan['kind'], (Day | null)[]> = {
      found: [],
      rename: asked ? [latest.name] : [],
      change_kind: [latest.kind, plan.name ? latest.name : null],
      move: asked ? [latest.place] : [],
      merge: asked ? Object.values(latest) : [plan.name ? latest.name : null],
      split: asked ? Object.values(latest) : [],
      close: asked ? Object.values(latest) : [],
    };
    const later = days[plan.kind].find((day) => day !== null && day > from);
    if (later) return problem('later-change', { day: later });
  }
  return null;
}

/** An official code belongs to one commune for good, also to one that is no more. */
export async function refusalOfCode(tx: Transaction, codes: string[], exceptId?: string) {
  const taken = await tx.unit.findFirst({
    where: { code: { in: codes }, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { code: true, slug: true, unitNames: nameToday() },
  });
  if (!taken) return null;
  return problem('code-taken', { code: taken.code ?? '', name: taken.unitNames[0]?.name ?? taken.slug });
}

/** A unit closes only when everybody and everything has a place. */
function refusalOfEmpty(plan: ChangePlan, hanging: Hanging | null): Refused | null {
  if (!hanging || emptied(plan).length === 0 || successors(plan).length > 0) return null;
  const counts: Remaining = {
    people: hanging.people.length,
    units: hanging.subUnits.length,
    models: hanging.models.filter(({ standing }) => standing).length,
    pairs: hanging.pairs.filter(({ standing }) => standing).length,
  };
  const words = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));
  return Object.values(counts).some((count) => count > 0) ? problem('not-empty', words) : null;
}
