import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, startOf, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { db, longTransaction, type Prisma, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { bareName } from '../bare-name';
import { writeLineage } from '../carrying-out/apply-writes';
import { type CarriedOut, carryOut } from '../carrying-out/carry-out-writes';
import { countedTransaction } from '../period/period-writes';
import {
  type ChangeKind,
  type ChangePlan,
  type ChangeProblem,
  type ConfirmInput,
  PLACED_MAX,
  type PlaceInput,
  type PlanInput,
  partsOf,
  successors,
} from './change';
import { allowPlan, findPlan } from './plan-queries';

/** Plans that were never confirmed are forgotten after so many days. */
const KEPT_DAYS = 30;

/**
 * Prepares a restructuring: nothing of the tree changes until it is confirmed. Answers with the id of the plan. What
 * days, levels and people say against it is told by its preview.
 */
export async function planChange(
  viewer: Viewer,
  input: PlanInput,
): Promise<Result<{ id: string; unitId: string; kind: ChangeKind }, 'not-found' | 'not-allowed'>> {
  const allowed = await allowPlan(viewer, toPlan(input));
  if (!allowed.ok) return allowed;
  const plan = toPlan((await namesCommunes(input)) ? withBareNames(input) : input);
  return transaction(async (tx) => {
    await tx.unitPlan.deleteMany({
      where: { accountId: viewer.accountId, createdAt: { lt: startOf(addDays(today(), -KEPT_DAYS)) } },
    });
    const { id } = await tx.unitPlan.create({
      data: { accountId: viewer.accountId, unitId: plan.unitId, plan },
      select: { id: true },
    });
    return ok({ id, unitId: plan.unitId, kind: plan.kind });
  });
}

/** Whether the names of a plan are those of communes, whose kind is said by every page. */
async function namesCommunes({ kind, unitId }: PlanInput): Promise<boolean> {
  const level = kind === 'found' ? 'province' : 'commune';
  return (await db.unit.count({ where: { id: unitId, level } })) > 0;
}

function withBareNames(input: PlanInput): PlanInput {
  const bare = (name: string | undefined) => (name === undefined ? undefined : bareName(name));
  const { name, part1, part2, part3, part4 } = input;
  return { ...input, name: bare(name), part1: bare(part1), part2: bare(part2), part3: bare(part3), part4: bare(part4) };
}

const toPlan = (input: PlanInput): ChangePlan => ({
  kind: input.kind,
  unitId: input.unitId,
  from: input.from,
  decision: input.decision ?? null,
  name: input.name ?? null,
  unitKind: input.unitKind ?? null,
  targetId: ['move', 'merge', 'close'].includes(input.kind) ? (input.targetId ?? null) : null,
  sources: input.kind === 'merge' ? [...new Set(input.sources)].filter((id) => id !== input.unitId) : [],
  parts: foundedBy(input).map((part) => ({ id: randomUUID(), ...part })),
  keep: input.kind === 'split' && input.keep,
  declare: ['merge', 'close'].includes(input.kind) && input.declare,
  rule: input.rule,
  placed: {},
});

function foundedBy(input: PlanInput) {
  if (input.kind === 'split') return partsOf(input);
  return input.kind === 'found' && input.name ? [{ name: input.name, code: input.code ?? null }] : [];
}

/** Places single people, sub-units, models and pairs otherwise than by the rule; the preview is then computed anew. */
export async function placeSingly(
  viewer: Viewer,
  { planId, placements }: PlaceInput,
): Promise<Result<{ unitId: string; kind: ChangeKind }, 'not-found' | 'not-allowed'>> {
  const plan = await findPlan(viewer, planId);
  if (!plan) return problem('not-found');
  const allowed = await allowPlan(viewer, plan);
  if (!allowed.ok) return allowed;
  const into = successors(plan);
  const added = placements
    .map((text) => text.split(' '))
    .filter((pair): pair is [string, string] => pair.length === 2 && into.includes(pair[1] ?? ''));
  const placed = Object.fromEntries(
    Object.entries({ ...plan.placed, ...Object.fromEntries(added) }).slice(0, PLACED_MAX),
  );
  return transaction(async (tx) => {
    await tx.unitPlan.updateMany({
      where: { id: planId, accountId: viewer.accountId },
      data: { plan: { ...plan, placed } },
    });
    return ok({ unitId: plan.unitId, kind: plan.kind });
  });
}

export type Confirmed = { state: 'applied' | 'stale'; unitId: string; kind: ChangeKind; from: Day };

/**
 * Carries a previewed plan out. 'changed-meanwhile': the units have changed since the preview. 'stale': only figures
 * have, and nothing is done, since she looks at the new preview first.
 */
export async function confirmPlan(
  viewer: Viewer,
  { planId, digest }: ConfirmInput,
): Promise<Result<Confirmed, ChangeProblem>> {
  const plan = await findPlan(viewer, planId);
  if (!plan) return problem('not-found');
  const allowed = await allowPlan(viewer, plan);
  if (!allowed.ok) return allowed;
  const answer = { unitId: plan.unitId, kind: plan.kind, from: plan.from };
  try {
    return await countedTransaction(async (tx): Promise<Result<Confirmed, ChangeProblem>> => {
      const done = await carryOut(tx, plan, digest.split('.')[0]);
      if (!done.ok) return done;
      if (done.value.digest !== digest) throw new Stale();
      await file(tx, viewer, plan, done.value);
      await tx.unitPlan.deleteMany({ where: { id: planId } });
      return ok({ ...answer, state: 'applied', unitId: standing(plan) });
    }, longTransaction);
  } catch (error) {
    if (error instanceof Stale) return ok({ ...answer, state: 'stale' });
    const name = refused[refusal(error) ?? ''];
    if (name) return problem(name);
    throw error;
  }
}

/** Leaves the transaction without its changes: the preview she saw is no longer what would happen. */
class Stale extends Error {}

/** The database's rules about the tree, by their names. */
const refused: Record<string, ChangeProblem> = {
  parent_level: 'level-differs',
  unit_placed: 'no-place',
};

const actions: Record<ChangeKind, string> = {
  found: 'foundUnit',
  rename: 'renameUnit',
  change_kind: 'changeUnitKind',
  move: 'moveUnit',
  merge: 'mergeUnits',
  split: 'splitUnit',
  close: 'closeUnit',
};

/** The unit to which she goes afterwards: one that stands now. */
const standing = (plan: ChangePlan): string =>
  (plan.kind === 'merge' || plan.kind === 'close' ? plan.targetId : null) ??
  (plan.kind === 'found' ? plan.parts[0]?.id : null) ??
  plan.unitId;

async function file(tx: Transaction, viewer: Viewer, plan: ChangePlan, { preview, touched, done }: CarriedOut) {
  const { placed, ...asked } = plan;
  const { id } = await tx.unitChange.create({
    data: {
      kind: plan.kind,
      effectiveOn: toDate(plan.from),
      decision: plan.decision,
      preview: { plan: { ...asked, placedSingly: Object.keys(placed).length }, preview, touched },
      done: done as Prisma.InputJsonValue,
      appliedById: viewer.accountId,
    },
    select: { id: true },
  });
  await writeLineage(tx, plan, id);
  await record(tx, viewer, {
    verb: plan.kind === 'found' ? 'created' : plan.kind === 'merge' || plan.kind === 'close' ? 'ended' : 'changed',
    action: actions[plan.kind],
    subjectType: 'unit',
    subjectId: plan.kind === 'found' ? (plan.parts[0]?.id ?? null) : plan.unitId,
    unitId: plan.unitId,
    change: { ...asked, changeId: id },
  });
}
