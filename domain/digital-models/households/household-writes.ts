import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, type Day, toDate, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import type { Transaction } from '@/prisma/transaction';
import { holdWithHouseholds } from './household-move-writes';

const PARTS_MAX = 400;

/** A woman whose household joins a family: one on record that she heads, or a new one. */
type HouseholdHead = { personId: string; householdId: string | null; size: number | undefined };
export type HouseholdsPlan = { heads: HouseholdHead[]; leaving: string[] };
type Refused = { refused: 'household-in-family'; name: string };

/**
 * The households of women who come into a family: one that she heads comes, one that another woman heads is left
 * behind, else a new one is made. Refused, with her name, where hers is in a family.
 */
export async function planHouseholds(
  tx: Transaction,
  personIds: readonly string[],
  { sizes, from }: { sizes: Record<string, number | undefined>; from: Day },
): Promise<HouseholdsPlan | Refused> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return { heads: [], leaving: [] };
  // of two families that take her up at once the second waits here until the end of the transaction, and is told
  await holdWithHouseholds(tx, ids);
  const parts = await tx.householdMember.findMany({
    where: { personId: { in: ids }, ...activeOn(today()) },
    select: {
      id: true,
      personId: true,
      person: { select: { fullName: true } },
      household: {
        select: {
          id: true,
          headPersonId: true,
          modelHouseholds: {
            where: lastingAfter(from, tx.modelHousehold.fields),
            select: { id: true },
          },
        },
      },
    },
    take: PARTS_MAX,
  });
  for (const { person, household } of parts) {
    if (household.modelHouseholds.length > 0) return { refused: 'household-in-family', name: person.fullName ?? '' };
  }
  const headed = new Map(
    parts.filter(heads).map(({ personId, household }): [string, string] => [personId, household.id]),
  );
  return {
    heads: ids.map((personId) => ({ personId, householdId: headed.get(personId) ?? null, size: sizes[personId] })),
    leaving: parts.filter((part) => !heads(part)).map(({ id }) => id),
  };
}

const heads = ({ personId, household }: { personId: string; household: { headPersonId: string } }) =>
  household.headPersonId === personId;

/** Carries a plan out for a family and the unit that hosts it; answers with the ids of the households. */
export async function writeHouseholds(
  tx: Transaction,
  { heads, leaving }: HouseholdsPlan,
  { modelId, unitId, from }: { modelId: string; unitId: string; from: Day },
): Promise<string[]> {
  if (heads.length === 0) return [];
  const since = { validFrom: toDate(from) };
  await tx.$executeRaw`
    UPDATE household_member SET valid_to = greatest(valid_from, ${from}::date) WHERE id = ANY (${leaving}::uuid[])`;
  const made = await tx.household.createManyAndReturn({
    data: heads
      .filter(({ householdId }) => householdId === null)
      .map(({ personId, size = null }) => ({ unitId, headPersonId: personId, size })),
    select: { id: true, headPersonId: true },
  });
  await tx.householdMember.createMany({
    data: made.map(({ id, headPersonId }) => ({ householdId: id, personId: headPersonId, ...since })),
  });
  const known = heads.flatMap(({ householdId, size }) => (householdId ? [{ householdId, size }] : []));
  await noteSizes(tx, known);
  const ids = [...made.map(({ id }) => id), ...known.map(({ householdId }) => householdId)];
  await tx.modelHousehold.createMany({ data: ids.map((householdId) => ({ modelId, householdId, ...since })) });
  await joinWithHouseholds(tx, modelId, ids, from);
  return ids;
}

async function noteSizes(tx: Transaction, households: { householdId: string; size: number | undefined }[]) {
  const said = households.filter(({ size }) => size !== undefined);
  await tx.$executeRaw`
    UPDATE household h SET size = said.size
    FROM unnest(${said.map(({ householdId }) => householdId)}::uuid[], ${said.map(({ size }) => size)}::int[]) AS said (id, size)
    WHERE h.id = said.id AND h.size IS DISTINCT FROM said.size`;
}

/**
 * The women of these households are members of the family from a day on, those who are members already aside. Nobody is
 * named as who recorded it: the household's own entry in the trail is.
 */
export const joinWithHouseholds = (tx: Transaction, modelId: string, householdIds: readonly string[], day: Day) =>
  tx.$executeRaw`
    INSERT INTO model_member (id, model_id, person_id, valid_from)
    SELECT app.uuid7(), ${modelId}::uuid, p.person_id, max(greatest(p.valid_from, ${day}::date))
    FROM household_member p
    WHERE p.household_id = ANY (${householdIds}::uuid[]) AND app.active_on(p.valid_from, p.valid_to, ${today()}::date)
      AND NOT EXISTS (SELECT FROM model_member m WHERE m.model_id = ${modelId}::uuid AND m.person_id = p.person_id
        AND (m.valid_to IS NULL OR m.valid_to > ${day}::date) AND m.valid_from IS DISTINCT FROM m.valid_to)
    GROUP BY p.person_id`;

/** Women who left their household, or whose household left, are members no longer from a day on; who lives in another of its households stays. */
export const leaveWithHouseholds = (tx: Transaction, modelId: string, personIds: readonly string[], day: Day) =>
  tx.$executeRaw`
    UPDATE model_member m SET valid_to = greatest(m.valid_from, ${day}::date)
    WHERE m.model_id = ${modelId}::uuid AND m.person_id = ANY (${personIds}::uuid[]) AND (m.valid_to IS NULL OR m.valid_to > ${day}::date)
      AND NOT EXISTS (SELECT FROM household_member p JOIN model_household h ON h.household_id = p.household_id
        WHERE p.person_id = m.person_id AND h.model_id = m.model_id
          AND (p.valid_to IS NULL OR p.valid_to > ${day}::date) AND (h.valid_to IS NULL OR h.valid_to > ${day}::date))`;

/** The trail's entry about a family's households, in the transaction that changes them. */
export const noteHouseholds = (
  tx: Transaction,
  viewer: Viewer,
  model: { id: string; unitId: string },
  verb: 'created' | 'changed' | 'ended',
  action: string,
  change: Record<string, unknown>,
) =>
  record(tx, viewer, { verb, action, subjectType: 'digital-model', subjectId: model.id, unitId: model.unitId, change });
