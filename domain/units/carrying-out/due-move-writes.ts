import { today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import { type ChangePlan, closing, emptied, successors } from '../restructuring/change';
import type { Placement } from '../restructuring/placing';

/**
 * Rows without days of their own, by the name that a preview counts them under and the one the database knows them
 * by.
 */
const kinds = {
  records: 'person',
  households: 'household',
  networks: 'network',
  venues: 'venue',
  sessions: 'session',
} as const;

/**
 * Notes where rows without days of their own go on the day of a plan, or moves them now (decision 0022). The rest of
 * a closing unit goes to its first successor, else to the unit above (`parentId`).
 */
export async function noteMoves(
  tx: Transaction,
  plan: ChangePlan,
  placed: Record<keyof typeof kinds, Placement>,
  parentId: string | null,
): Promise<void> {
  const { from } = plan;
  const [ending, successor] = [closing(plan), successors(plan)[0] ?? parentId];
  const comesTo = ending.length > 0 ? successor : null;
  // What was about to come to a unit that closes before goes on at its successor too.
  if (comesTo) {
    await tx.$executeRaw`
      DELETE FROM unit_move WHERE to_unit_id = ANY (${ending}::uuid[]) AND from_unit_id = ${comesTo}::uuid
        AND (on_day > ${from}::date OR what = 'rest' AND on_day = ${from}::date)`;
    await tx.$executeRaw`
      UPDATE unit_move SET to_unit_id = ${comesTo}::uuid WHERE to_unit_id = ANY (${ending}::uuid[])
        AND (on_day > ${from}::date OR what = 'rest' AND on_day = ${from}::date)`;
  }
  for (const [key, what] of Object.entries(kinds)) {
    const { rows, targets } = placed[key as keyof typeof kinds];
    await tx.$executeRaw`
      INSERT INTO unit_move (id, what, row_id, from_unit_id, to_unit_id, on_day)
      SELECT app.uuid7(), ${what}, v.row_id, r.unit_id, v.target, ${from}::date
      FROM unnest(${rows}::uuid[], ${targets}::uuid[]) v (row_id, target)
        JOIN app.rows_at(${what}, ${emptied(plan)}::uuid[], ${from}::date) r ON r.row_id = v.row_id
      WHERE r.unit_id <> v.target
      ON CONFLICT (what, row_id, on_day) WHERE row_id IS NOT NULL DO UPDATE SET to_unit_id = excluded.to_unit_id`;
  }
  if (comesTo)
    await tx.$executeRaw`
      INSERT INTO unit_move (id, what, from_unit_id, to_unit_id, on_day)
      SELECT app.uuid7(), 'rest', e.id, ${comesTo}::uuid, ${from}::date FROM unnest(${ending}::uuid[]) e (id)`;
  if (from <= today()) await moveDueRows(tx);
}

/** Carries out what restructurings of days that have come left to be moved; says how many things moved. Twice is once. */
export async function moveDueRows(database: Pick<Transaction, '$queryRaw'>): Promise<number> {
  const [row] = await database.$queryRaw<{ moved: number }[]>`SELECT app.move_due_rows() AS moved`;
  return row?.moved ?? 0;
}
