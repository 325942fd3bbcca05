import { activeOn, toDate, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { lockPerson } from '@/domain/people/memberships/leaving-writes';
import { ok, problem } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import type { Transaction } from '@/prisma/transaction';

export type MoveRefused = 'handover-first' | 'member-already' | 'period-locked' | 'unit-not-open' | 'unit-closed';
type Move = { personId: string; toUnitId: string; reason: string | null };

/** Units of the commune that keeps a record: the side which a woman leaves. */
async function unitsOfKeeper(tx: Transaction, personId: string): Promise<{ keeperId: string; unitIds: string[] }> {
  const rows = await tx.$queryRaw<{ keeper: string; unit: string }[]>`
    SELECT p.keeper_unit_id::text AS keeper, s.unit_id::text AS unit FROM person p
    JOIN app.unit_place k ON k.unit_id = p.keeper_unit_id
    JOIN app.unit_place s ON s.commune_id = k.commune_id OR s.unit_id = k.unit_id
    WHERE p.id = ${personId}::uuid LIMIT 5000`;
  return { keeperId: rows[0]?.keeper ?? '', unitIds: rows.map(({ unit }) => unit) };
}

/**
 * Moves a woman to the asking unit: her memberships in the commune that kept her record end today, and that unit
 * keeps it. An office or a running pair there is handed over first.
 */
export async function transferMember(tx: Transaction, { personId, toUnitId, reason }: Move) {
  const shut = await refusalOfUnitDay(tx, toUnitId, today());
  if (shut) return shut;
  // whoever appoints, pairs or moves her meanwhile waits, and sees where she is then
  await lockPerson(tx, personId);
  const { keeperId, unitIds } = await unitsOfKeeper(tx, personId);
  const old = unitIds.filter((id) => id !== toUnitId);
  const holds = await countHeld(tx, personId, old);
  if (holds.offices + holds.pairs > 0)
    return problem('handover-first', { offices: String(holds.offices), pairs: String(holds.pairs) });
  for (const unitId of [keeperId, toUnitId]) {
    const until = unitId && (await lockedUntil(tx, { unitId }, today()));
    if (until) return problem('period-locked', { until });
  }
  await tx.$executeRaw`
    UPDATE membership SET valid_to = greatest(valid_from, ${today()}::date), end_reason = ${reason}
    WHERE person_id = ${personId}::uuid AND unit_id = ANY (${old}::uuid[]) AND (valid_to IS NULL OR valid_to > greatest(valid_from, ${today()}::date))`;
  if (!(await belongs(tx, personId, toUnitId))) await takeIn(tx, personId, toUnitId);
  await tx.person.update({ where: { id: personId }, data: { keeperUnitId: toUnitId }, select: { id: true } });
  return ok({ personId });
}

/** She belongs to the asking unit too; her record stays where it is kept. */
export async function joinMember(tx: Transaction, { personId, toUnitId }: Move) {
  const shut = await refusalOfUnitDay(tx, toUnitId, today());
  if (shut) return shut;
  await lockPerson(tx, personId);
  const until = await lockedUntil(tx, { unitId: toUnitId }, today());
  if (until) return problem('period-locked', { until });
  if (await belongs(tx, personId, toUnitId)) return problem('member-already');
  await takeIn(tx, personId, toUnitId);
  return ok({ personId });
}

const takeIn = (tx: Transaction, personId: string, unitId: string) =>
  tx.membership.create({ data: { personId, unitId, validFrom: toDate(today()) }, select: { id: true } });

const belongs = async (tx: Transaction, personId: string, unitId: string) =>
  (await tx.membership.count({ where: { personId, unitId, ...lastingAfter(today(), tx.membership.fields) } })) > 0;

/** Offices and pairs of hers in these units that hold today or will. */
async function countHeld(tx: Transaction, personId: string, unitIds: string[]) {
  const lasting = lastingAfter(today(), tx.office.fields);
  const offices = await tx.office.count({ where: { personId, unitId: { in: unitIds }, ...lasting } });
  const pairs = await tx.pair.count({
    where: {
      AND: [{ OR: [{ instructorId: personId }, { learnerId: personId }] }, lastingAfter(today(), tx.pair.fields)],
      pairHosts: { some: { ...activeOn(today()), unitId: { in: unitIds } } },
    },
  });
  return { offices, pairs };
}
