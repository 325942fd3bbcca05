import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findUnitToJoin } from './change-queries';
import { askOfLikely } from './duplicates/duplicate-commands';
import { rememberNotSame } from './duplicates/not-same-writes';
import type { NewPersonInput, Recorded } from './record';

export type RecordPersonProblem =
  | 'not-found'
  | 'not-allowed'
  | 'member-level'
  | 'from-in-future'
  | 'unit-not-open'
  | 'unit-closed'
  | 'likely-same';

/**
 * Writes a woman down with her first membership; her unit keeps the record. `late`: it reaches into a closed month (0144).
 * 'likely-same' shows who may be the same. Two at once see each other.
 */
export async function recordPerson(
  viewer: Viewer,
  input: NewPersonInput,
): Promise<Result<Recorded & { late: boolean }, RecordPersonProblem>> {
  const unit = await findUnitToJoin(viewer, input.unitId);
  if (!unit.ok) return unit;
  if (input.from > today()) return problem('from-in-future');

  return transaction(async (tx) => {
    const refused = await refusalOfUnitDay(tx, unit.value.id, input.from);
    if (refused) return refused;
    const asked = await askOfLikely(viewer, tx, input);
    if (!asked.ok) return asked;
    const { others, sharesPhone } = asked.value;

    const id = await insertPerson(tx, input);
    for (const other of others) await rememberNotSame(tx, viewer.accountId, id, other);
    await record(tx, viewer, {
      verb: 'created',
      action: 'recordPerson',
      subjectType: 'person',
      subjectId: id,
      unitId: unit.value.id,
      change: { kind: input.kind, from: input.from, filled: filledOf(input), notSame: others },
    });
    const late = (await lockedUntil(tx, { unitId: unit.value.id }, input.from)) !== null;
    return ok({ id, sharesPhone, late });
  });
}

/** Names of the fields that say something: the trail tells that a phone was written down, not which. */
const filledOf = ({ name, birthYear, phone, address, languages }: NewPersonInput) =>
  Object.entries({ name, birthYear, phone, address, languages: languages.length > 0 || undefined })
    .filter(([, value]) => value !== undefined)
    .map(([field]) => field);

async function insertPerson(tx: Transaction, input: NewPersonInput): Promise<string> {
  const { id } = await tx.person.create({
    data: {
      fullName: input.name,
      birthYear: input.birthYear ?? null,
      phone: input.phone ?? null,
      address: input.address ?? null,
      languages: input.languages,
      keeperUnitId: input.unitId,
      memberships: { create: { unitId: input.unitId, kind: input.kind, validFrom: toDate(input.from) } },
    },
    select: { id: true },
  });
  return id;
}
