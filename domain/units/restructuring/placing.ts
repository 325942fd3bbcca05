import type { ChangePlan, PlacingRule } from './change';

/** Something that is placed: who or what it is, the rows that are moved with it, and whom it follows. */
export type Item = { id: string; rows: string[]; follows?: (string | null)[] };

/** A row of a table and the unit it goes to; null: it ends there, nobody takes it over. */
export type Placement = { rows: string[]; targets: (string | null)[] };

/** Which of several successors the `at`-th of `total` goes to. */
export function turn(rule: PlacingRule, at: number, total: number, targets: readonly string[]): string {
  const which = { first: 0, in_order: Math.floor((at * targets.length) / Math.max(total, 1)), alternate: at }[rule];
  const target = targets[which % targets.length];
  if (!target) throw new Error('Nobody takes over.');
  return target;
}

/** Items in their order by the rule, single placements aside: by id, where each goes. */
export function placeByRule(plan: ChangePlan, items: readonly Item[], targets: readonly string[]): Map<string, string> {
  return new Map(
    items.map(({ id }, at) => [id, chosen(plan, id, targets) ?? turn(plan.rule, at, items.length, targets)]),
  );
}

/** Items that go with somebody: with the first she follows who is placed, else to the first successor. */
export function placeWith(
  plan: ChangePlan,
  items: readonly Item[],
  people: ReadonlyMap<string, string>,
  targets: readonly string[],
): Map<string, string> {
  const followed = ({ follows = [] }: Item) => follows.map((id) => id && people.get(id)).find(Boolean);
  return new Map(items.map((item) => [item.id, chosen(plan, item.id, targets) ?? followed(item) ?? targets[0] ?? '']));
}

/** A single placement counts where it names a successor; a person or thing placed elsewhere would be lost. */
function chosen({ placed }: ChangePlan, id: string, targets: readonly string[]): string | undefined {
  const target = placed[id];
  return target && targets.includes(target) ? target : undefined;
}

/** Rows with their targets; what stays where it is (`stay`) is not moved. */
export function rowsOf(
  items: readonly Item[],
  places: ReadonlyMap<string, string | null>,
  stay: string | null,
): Placement {
  const moved = items.flatMap(({ id, rows }) => rows.map((row) => ({ row, target: places.get(id) ?? null })));
  const kept = moved.filter(({ target }) => target === null || target !== stay);
  return { rows: kept.map(({ row }) => row), targets: kept.map(({ target }) => target) };
}
