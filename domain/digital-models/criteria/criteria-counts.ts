import { activeOn, addDays, toDate, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import { standingActivity } from '../activities/activity';
import type { Counts } from './criteria';

/** Activities of so many days count beside a criterion. */
const COUNTED_DAYS = 30;

/** Counts of a model's records today, for each that a criterion can be counted by. */
export async function countsOf(database: Transaction, modelId: string): Promise<Counts> {
  const live = { where: activeOn(today()) };
  const row = await database.digitalModel.findUnique({
    where: { id: modelId },
    select: {
      kind: true,
      _count: {
        select: {
          boardSeats: live,
          modelMembers: live,
          modelHouseholds: live,
          modelActivities: { where: { ...standingActivity, onDay: { gt: toDate(addDays(today(), -COUNTED_DAYS)) } } },
          pairTies: { where: { ...activeOn(today()), pair: activeOn(today()) } },
        },
      },
    },
  });
  const counts = row?._count;
  return {
    board: counts?.boardSeats ?? 0,
    // a recognition has no members of its own: those of its sub-association are counted
    members:
      row?.kind === 'digital_sub_association' ? await countHosted(database, modelId) : (counts?.modelMembers ?? 0),
    households: counts?.modelHouseholds ?? 0,
    pairs: counts?.pairTies ?? 0,
    activities: counts?.modelActivities ?? 0,
  };
}

/** Women who belong to the sub-association where a model stands, or to one of its groups. */
async function countHosted(database: Transaction, modelId: string): Promise<number> {
  const [row] = await database.$queryRaw<{ women: number }[]>`
    SELECT count(DISTINCT m.person_id)::int AS women FROM model_host h
      JOIN unit_span s ON (s.unit_id = h.unit_id OR s.sub_association_id = h.unit_id) AND app.active_on(s.valid_from, s.valid_to, ${today()}::date)
      JOIN membership m ON m.unit_id = s.unit_id AND app.active_on(m.valid_from, m.valid_to, ${today()}::date)
    WHERE h.model_id = ${modelId}::uuid AND app.active_on(h.valid_from, h.valid_to, ${today()}::date)`;
  return row?.women ?? 0;
}
