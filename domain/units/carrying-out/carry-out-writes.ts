import { createHash } from 'node:crypto';
import { ok, problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { type ChangePlan, type ChangeProblem, closing, emptied, involved, levelBelow } from '../restructuring/change';
import { compareCommunes, compareUnits, hearingOf, measure } from '../restructuring/compare';
import type { Moved, Preview, Previewed } from '../restructuring/preview';
import { type Facts, lockTree, lockUnits, readFacts, refusalOfPlan } from '../restructuring/rules';
import { partedOf, readTies } from '../restructuring/ties';
import { changeKind, close, found, keepRecordsAlong, keepRecordsOn, move, raiseVersions, rename } from './apply-writes';
import { moveDueRows } from './due-move-writes';
import { handOver, hangingOf, leftBehind, placeAll } from './hand-over-writes';
import { startJournal } from './journal';

export type CarriedOut = Previewed & {
  touched: string[];
  /** what it wrote, to be taken back; nothing of a mere preview */
  done: unknown;
};

/**
 * Carries a plan out and says everything that became different; leaving the transaction makes it a preview (decision
 * 0008). `basis` seals the units of a preview: when they have changed since, nothing is done.
 */
export async function carryOut(
  tx: Transaction,
  plan: ChangePlan,
  basis?: string,
): Promise<Result<CarriedOut, ChangeProblem>> {
  await lockTree(tx);
  await lockUnits(tx, emptied(plan));
  await moveDueRows(tx);
  const facts = await readFacts(tx, involved(plan));
  const seal = sealOf(facts.map(({ id, version }) => [id, version]));
  if (basis && basis !== seal) return problem('changed-meanwhile');
  const hanging = await hangingOf(tx, plan);
  const refused = await refusalOfPlan(tx, plan, facts, hanging);
  if (refused) return refused;

  const subject = facts.find(({ id }) => id === plan.unitId);
  const lines = await unitsShown(plan, subject);
  const journal = basis ? await startJournal(tx, lines, subject?.parentId) : null;
  const before = await measure(tx, lines, plan.from);
  const ending = await readEnding(tx, plan);
  const ties = await readTies(tx, emptied(plan), plan.from);
  const placed = hanging && placeAll(plan, hanging, subject?.parentId ?? null);
  await applyPlan(tx, plan, subject);
  const { countedOnce } = placed ? await handOver(tx, plan, placed, subject?.parentId ?? null) : { countedOnce: 0 };
  await settle(tx, plan);

  const after = await measure(tx, lines, plan.from, before.communes);
  const preview: Preview = {
    kind: plan.kind,
    from: plan.from,
    decision: plan.decision,
    rule: plan.rule,
    units: compareUnits(lines, before, after),
    communes: compareCommunes(before, after),
    moved: movedOf(placed),
    countedOnce,
    parted: await partedOf(tx, ties, plan.from),
    hearing: hearingOf(plan, before, after),
    ...ending,
    addresses: await addressesOf(tx, plan),
  };
  return ok({
    preview,
    places: placed?.places ?? {},
    digest: `${seal}.${sealOf([plan, preview, placed])}`,
    touched: lines,
    done: journal ? await journal() : [],
  });
}

/** Asks the rules that are looked at last, so that a preview meets them too, and whether anything was left behind. */
async function settle(tx: Transaction, plan: ChangePlan): Promise<void> {
  await raiseVersions(tx, involved(plan));
  await tx.$executeRaw`SET CONSTRAINTS unit_placed, derived.period_locked IMMEDIATE`;
  const left = await leftBehind(tx, plan);
  if (left.length > 0) throw new Error(`A closed unit still has rows: ${left.join(', ')}`);
}

const movedKeys = [
  'people',
  'subUnits',
  'models',
  'pairs',
  'households',
  'networks',
  'venues',
  'sessions',
  'records',
] as const;

/** How many of each kind go on elsewhere. */
const movedOf = (placed: ReturnType<typeof placeAll> | null): Moved =>
  Object.fromEntries(
    movedKeys.map((key) => [key, placed?.[key].targets.filter((target) => target !== null).length ?? 0]),
  ) as Moved;

export const sealOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

async function applyPlan(tx: Transaction, plan: ChangePlan, subject: Facts | undefined): Promise<void> {
  if (!subject) throw new Error('The unit of a plan is gone.');
  const { kind, unitId } = plan;
  if (kind === 'rename' || (kind === 'merge' && plan.name)) await rename(tx, plan.targetId ?? unitId, plan);
  if (kind === 'change_kind') {
    await changeKind(tx, unitId, plan);
    if (plan.name) await rename(tx, unitId, plan);
  }
  if (kind === 'move') await move(tx, plan);
  if (kind === 'found' || kind === 'split') await foundParts(tx, plan, subject);
  if (plan.declare) await keepRecordsOn(tx, plan);
  if (closing(plan).length > 0) await close(tx, plan);
}

async function foundParts(tx: Transaction, plan: ChangePlan, subject: Facts): Promise<void> {
  const below = plan.kind === 'found';
  const level = below ? levelBelow[subject.level] : subject.level;
  if (!level) throw new Error('Nothing is founded below this level.');
  for (const { id, name, code } of plan.parts)
    await found(tx, plan, {
      id,
      name,
      level,
      kind: below ? plan.unitKind : subject.kind,
      parentId: below ? subject.id : subject.parentId,
      // official codes are of communes alone; of a split one the old code goes with none of its parts by itself
      code: level === 'commune' ? code : null,
      near: subject.tile,
    });
  if (plan.kind === 'split' && level === 'commune') await keepRecordsAlong(tx, plan);
}

/** Units whose figures are shown before and after: those of the plan, its new ones, and for a move the place it leaves. */
async function unitsShown(plan: ChangePlan, subject: Facts | undefined): Promise<string[]> {
  const left = plan.kind === 'move' ? [subject?.parentId] : [];
  return [...new Set([...involved(plan), ...left, ...plan.parts.map(({ id }) => id)])].filter(
    (id) => id !== null && id !== undefined,
  );
}

async function readEnding(tx: Transaction, plan: ChangePlan): Promise<Pick<Preview, 'offices' | 'grants'>> {
  const ids = closing(plan);
  const offices = await tx.$queryRaw<Preview['offices']>`
    SELECT title::text, person_id::text AS "personId", unit_id::text AS "unitId" FROM office
    WHERE unit_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${plan.from}::date)
      AND valid_from IS DISTINCT FROM valid_to ORDER BY unit_id, title, person_id`;
  const grants = await tx.$queryRaw<Preview['grants']>`
    SELECT role::text, unit_id::text AS "unitId", count(*)::int FROM role_grant
    WHERE unit_id = ANY (${ids}::uuid[]) AND (valid_to IS NULL OR valid_to > ${plan.from}::date)
      AND valid_from IS DISTINCT FROM valid_to GROUP BY 1, 2 ORDER BY 2, 1`;
  return { offices, grants };
}

async function addressesOf(tx: Transaction, plan: ChangePlan): Promise<Preview['addresses']> {
  const into = plan.targetId ?? plan.parts[0]?.id ?? null;
  return tx.$queryRaw<Preview['addresses']>`
    SELECT u.slug, (SELECT s.slug FROM unit s WHERE s.id = ${into}::uuid) AS to FROM unit u
    WHERE u.id = ANY (${closing(plan)}::uuid[]) AND u.level = 'commune' ORDER BY u.slug`;
}
