import { activeOn, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { ModelKind } from '../digital-model';
import type { Counted } from './criteria';
import { countsOf } from './criteria-counts';

type Recognised = { id: string | null; kind: ModelKind };

/** A recognition that is earned: it is granted on criteria, and what stands against it is said with a reason. */
const isEarned = (kind: ModelKind) => kind === 'digital_sub_association';

/**
 * How many required criteria a recognition lacks today: null of a kind that is no recognition, and where none is lacking.
 * One that is not founded yet lacks all of them.
 */
export async function criteriaLacking(tx: Transaction, { id, kind }: Recognised) {
  if (!isEarned(kind)) return null;
  const inForce = { required: true, list: { kind, ...activeOn(today()) } };
  const required = await tx.criterion.count({ where: inForce });
  const met = id
    ? await tx.criterion.count({
        where: { ...inForce, criterionMets: { some: { modelId: id, ...activeOn(today()) } } },
      })
    : 0;
  return met < required ? { met: String(met), required: String(required) } : null;
}

/** The records that speak against a judgement that a counted criterion is met; null where they bear it out. */
export async function countedAgainst(tx: Transaction, modelId: string, counted: Counted | null) {
  if (!counted) return null;
  const count = (await countsOf(tx, modelId))[counted.by];
  return count < counted.least ? { count: String(count), least: String(counted.least) } : null;
}

/** The counted criterion as it is in force, or null. */
export async function countedOf(tx: Transaction, criterionId: string): Promise<Counted | null> {
  const row = await tx.criterion.findUnique({
    where: { id: criterionId },
    select: { countedBy: true, countedLeast: true },
  });
  return row?.countedBy && row.countedLeast ? { by: row.countedBy, least: row.countedLeast } : null;
}
