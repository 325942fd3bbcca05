import { type Day, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import { type ChangePlan, closing } from './change';
import { communesOf, measureCommunes, measureUnits } from './measure';
import type { CommuneLine, Hearing, UnitLine } from './preview';

/** A day on which a plan is looked at: its own, and today where that comes later. */
const daysOf = (from: Day, today: Day): Day[] => (from < today ? [from, today] : [from]);

/** Units and coverage of their communes on the day of a change, and today where that comes later. */
export async function measure(tx: Transaction, ids: string[], from: Day, more: string[] = []) {
  const days = daysOf(from, today());
  const units = await measureUnits(tx, ids, from);
  const communes = [...new Set([...more, ...(await communesOf(tx, ids, from))])];
  const coverage: { day: Day; rows: Awaited<ReturnType<typeof measureCommunes>> }[] = [];
  for (const day of days) coverage.push({ day, rows: await measureCommunes(tx, communes, day) });
  return { units, communes, coverage };
}
type Measured = Awaited<ReturnType<typeof measure>>;

export function compareUnits(ids: string[], before: Measured, after: Measured): UnitLine[] {
  return ids.flatMap((unitId) => {
    const [one, other] = [before.units.get(unitId), after.units.get(unitId)];
    const level = one?.level ?? other?.level;
    if (!level) return [];
    const state = (measured: typeof one) => {
      if (!measured) return null;
      const { level: _level, ...rest } = measured;
      return rest;
    };
    return [{ unitId, level, before: state(one), after: state(other) }];
  });
}

export function compareCommunes(before: Measured, after: Measured): CommuneLine[] {
  return after.coverage.flatMap(({ day, rows }) => {
    const were = before.coverage.find((each) => each.day === day)?.rows ?? [];
    const keys = new Map([...were, ...rows].map((row) => [`${row.communeId} ${row.level}`, row]));
    return [...keys.values()].map(({ communeId, level, name }) => {
      const of = (list: typeof rows) => {
        const row = list.find((each) => each.communeId === communeId && each.level === level);
        return row ? { units: row.units, covered: row.covered, state: row.state } : null;
      };
      return { communeId, name, day, level, before: of(were), after: of(rows) };
    });
  });
}

/** What becomes of being heard where communes that are heard and communes that are silent become one; null where all are alike. */
export function hearingOf(plan: ChangePlan, before: Measured, after: Measured): Hearing | null {
  const counted = ({ coverage }: Measured) => (coverage[0]?.rows ?? []).filter(({ units }) => units > 0);
  const isHeard = ({ state }: { state: string }) => state !== 'not_reported';
  const target = counted(after).find(({ communeId }) => communeId === plan.targetId);
  if (!target) return null;
  const others = counted(before).filter(
    (row) => closing(plan).includes(row.communeId) && isHeard(row) !== isHeard(target),
  );
  if (others.length === 0) return null;
  const unitsOf = (level: 'sub_association' | 'group') =>
    others.filter((row) => row.level === level).reduce((sum, { units }) => sum + units, 0);
  return {
    kind: isHeard(target) ? 'goes-on' : 'falls-silent',
    communeId: target.communeId,
    name: target.name,
    units: { sub_association: unitsOf('sub_association'), group: unitsOf('group') },
  };
}
