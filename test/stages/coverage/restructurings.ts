import { addDays, today } from '@/domain/days/day';
import type { Result } from '@/domain/result';
import { undoChange } from '@/domain/units/carrying-out/undo-commands';
import { previewUndo } from '@/domain/units/carrying-out/undo-queries';
import type { PlanInput } from '@/domain/units/restructuring/change';
import { confirmPlan, planChange } from '@/domain/units/restructuring/plan-commands';
import { findPlan, previewPlan } from '@/domain/units/restructuring/plan-queries';
import { db } from '@/prisma/client';
import { asked } from '../units';
import { anyDay, type Chance } from './changes';

type Units = Record<'communes' | 'subAssociations' | 'groups', string[]>;
type Stage = Units & { official: Parameters<typeof planChange>[0]; provinceId: string; chance: Chance };
type Asked = Parameters<typeof asked>[0];
type Done = Result<unknown, string> | null;

/** Of these none is merged away or closed when so few are left. */
const COMMUNES_MIN = 2;
const COMMUNES_MAX = 6;

/** Most changes are of today or of the next days: dated back before the last one of a unit they are refused. */
const dayOf = (chance: Chance) => (chance.next(3) ? addDays(today(), chance.next(4)) : anyDay(chance));

/** Plans, looks and confirms; what is founded on the way joins `into`. Nothing that was stale is done. */
async function restructure({ official }: Stage, input: Asked, into: string[]): Promise<Done> {
  const planned = await planChange(official, asked(input));
  if (!planned.ok) return planned;
  const planId = planned.value.id;
  const [plan, seen] = [await findPlan(official, planId), await previewPlan(official, planId)];
  if (!seen.ok) return seen;
  const done = await confirmPlan(official, { planId, digest: seen.value.digest });
  if (done.ok && done.value.state === 'stale') return null;
  if (done.ok) into.push(...(plan?.parts ?? []).map(({ id }) => id));
  return done;
}

const kinds = { subAssociations: 'neighbourhood', groups: 'group' } as const;
type Low = keyof typeof kinds;
const low = ({ chance }: Stage): Low => chance.from(['subAssociations', 'groups', 'groups']);
/** Names differ by length of the list alone, so that a seed always says the same. */
const nameIn = (ids: readonly string[], word: string) => `${word} ${ids.length}`;

const plan = (run: (stage: Stage) => Promise<Done>, often = 1) => ({ concept: 'units', often, run });

/** Every change of the tree, from days of the past and to come: founding, renaming, moving, merging, splitting, closing, and taking back. */
export const restructurings = {
  'a unit is founded': plan((stage) => {
    const level = low(stage);
    const above = level === 'groups' ? stage.subAssociations : stage.communes;
    const facts = { name: nameIn(stage[level], 'Mới'), unitKind: kinds[level], from: dayOf(stage.chance) };
    return restructure(stage, { kind: 'found', unitId: stage.chance.from(above), ...facts }, stage[level]);
  }),
  'a unit is renamed': plan((stage) => {
    const level = stage.chance.from(['communes', 'subAssociations', 'groups'] as const);
    const facts = { name: `Tên ${stage.chance.next(99)}`, from: dayOf(stage.chance) };
    return restructure(stage, { kind: 'rename', unitId: stage.chance.from(stage[level]), ...facts }, []);
  }),
  'a commune becomes a ward, or a ward a commune': plan((stage) => {
    const facts = { unitKind: stage.chance.from(['commune', 'ward'] as const), from: dayOf(stage.chance) };
    return restructure(stage, { kind: 'change_kind', unitId: stage.chance.from(stage.communes), ...facts }, []);
  }),
  'a unit moves under another one, of any commune': plan((stage) => {
    const level = low(stage);
    const targetId = stage.chance.from(level === 'groups' ? stage.subAssociations : stage.communes);
    const from = dayOf(stage.chance);
    return restructure(stage, { kind: 'move', unitId: stage.chance.from(stage[level]), targetId, from }, []);
  }, 3),
  'units are merged, of whatever communes': plan((stage) => {
    const level = low(stage);
    const [unitId, source, targetId] = [0, 1, 2].map(() => stage.chance.from(stage[level])) as [string, string, string];
    const sources = stage.chance.next(2) ? [source] : [];
    return restructure(stage, { kind: 'merge', unitId, targetId, sources, from: dayOf(stage.chance) }, []);
  }, 2),
  'a commune is merged into another one, heard or silent': plan(async (stage) => {
    const open = await openOf(stage.communes);
    if (open.length <= COMMUNES_MIN) return null;
    const [unitId, targetId] = [stage.chance.from(open), stage.chance.from(open)];
    const declare = stage.chance.next(3) ? {} : ({ declare: 'on' } as const);
    return restructure(stage, { kind: 'merge', unitId, targetId, from: dayOf(stage.chance), ...declare }, []);
  }),
  'a unit is split, and goes on or does not': plan((stage) => {
    const level = low(stage);
    return restructure(stage, splitOf(stage, stage.chance.from(stage[level]), stage[level]), stage[level]);
  }, 2),
  'a commune is split': plan(async (stage) => {
    const open = await openOf(stage.communes);
    if (open.length >= COMMUNES_MAX) return null;
    return restructure(stage, splitOf(stage, stage.chance.from(open), stage.communes), stage.communes);
  }),
  'a unit closes, with or without one that takes over': plan((stage) => {
    const level = low(stage);
    const target = stage.chance.next(3) ? { targetId: stage.chance.from(stage[level]) } : {};
    const from = dayOf(stage.chance);
    return restructure(stage, { kind: 'close', unitId: stage.chance.from(stage[level]), from, ...target }, []);
  }),
  'the last change is taken back': plan(async ({ official }) => {
    const last = await db.unitChange.findFirst({
      where: { undoneAt: null },
      orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    });
    const seen = last && (await previewUndo(official, last.id));
    if (!last || !seen?.ok) return seen;
    const done = await undoChange(official, { changeId: last.id, digest: seen.value.digest });
    return done.ok && done.value.state === 'stale' ? null : done;
  }),
};

function splitOf({ chance }: Stage, unitId: string, ids: readonly string[]): Asked {
  const parts = [nameIn(ids, 'Phần một'), nameIn(ids, 'Phần hai')];
  const rule: PlanInput['rule'] = chance.from(['first', 'in_order', 'alternate'] as const);
  const keep = chance.next(2) ? ({ keep: 'on' } as const) : {};
  return { kind: 'split', unitId, parts, rule, from: dayOf(chance), ...keep };
}

async function openOf(ids: readonly string[]): Promise<string[]> {
  const rows = await db.unit.findMany({
    where: { id: { in: [...ids] }, closedOn: null },
    select: { id: true },
    take: ids.length,
  });
  return ids.filter((id) => rows.some((row) => row.id === id));
}
