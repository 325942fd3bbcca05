import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { findUnit } from '../queries';
import { pathAbove } from './change';
import type { Remaining } from './preview';

/**
 * Who and what of a unit asks for another place, should it close on this day: what its preview would refuse it for. Null where nothing does,
 * and beyond her reach.
 */
export async function countRemaining(viewer: Viewer, unitId: string, from: Day): Promise<Remaining | null> {
  const unit = await findUnit(viewer, unitId, 'units.see');
  if (!unit || !may(viewer, 'units.change', pathAbove(unit.path))) return null;
  const goesOn = (row: Prisma.Sql) =>
    Prisma.sql`daterange(${row}.valid_from, ${row}.valid_to) && daterange(${toDate(from)}::date, NULL)`;
  const [remaining] = await db.$queryRaw<Remaining[]>`
    SELECT (SELECT count(DISTINCT m.person_id)::int FROM membership m WHERE m.unit_id = u.id AND ${goesOn(Prisma.sql`m`)}) AS people,
      (SELECT count(DISTINCT p.unit_id)::int FROM unit_parent p JOIN unit below ON below.id = p.unit_id
        WHERE p.parent_id = u.id AND ${goesOn(Prisma.sql`p`)} AND (below.closed_on IS NULL OR below.closed_on > ${toDate(from)}::date)) AS units,
      (SELECT count(DISTINCT h.model_id)::int FROM model_host h WHERE h.unit_id = u.id AND ${goesOn(Prisma.sql`h`)}
        AND EXISTS (SELECT FROM model_status s WHERE s.model_id = h.model_id AND s.status <> 'ended' AND ${goesOn(Prisma.sql`s`)})) AS models,
      (SELECT count(DISTINCT h.pair_id)::int FROM pair_host h JOIN pair p ON p.id = h.pair_id WHERE h.unit_id = u.id AND ${goesOn(Prisma.sql`h`)}
        AND (p.valid_to IS NULL OR p.valid_to > greatest(${toDate(from)}::date, p.valid_from))) AS pairs
    FROM unit u WHERE u.id = ${unitId}::uuid`;
  return remaining && Object.values(remaining).some((count) => count > 0) ? remaining : null;
}
