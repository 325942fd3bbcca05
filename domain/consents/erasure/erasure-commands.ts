import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { startOf, today } from '@/domain/days/day';
import { noteErasure } from '@/domain/ground/erasures';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findConsentPerson } from '../consent-queries';
import { eraseRows } from './erase-writes';
import { type EraseInput, sameName } from './erasure';
import { findObstacles } from './erasure-queries';
import { lockRecords } from './lock-writes';

export type EraseProblem = 'not-found' | 'name-differs' | 'not-yet' | 'day-ahead' | 'changed-meanwhile';

/**
 * Erases who a person is, in her records and every row that points to them. The rows stay, so that what was counted
 * stays counted; consents stay as proof without a name. What she holds is handed over first.
 */
export async function erasePerson(
  viewer: Viewer,
  input: EraseInput,
): Promise<Result<{ keeperUnitId: string }, EraseProblem>> {
  const { personId } = input;
  const person = await findConsentPerson(viewer, personId, 'own-data.erase');
  if (!person) return problem('not-found');
  if (!sameName(input.name, person.name)) return problem('name-differs');
  if (input.askedOn > today()) return problem('day-ahead');
  let done: Date | undefined;
  const result = await transaction(async (tx) => {
    const records = await lockRecords(tx, personId);
    const her = records.find(({ id }) => id === personId);
    if (her?.version !== input.version) return problem('changed-meanwhile');
    const obstacles = await findObstacles(viewer, personId, tx);
    if (!obstacles) return problem('not-found');
    if (obstacles.length > 0) return problem('not-yet', { count: String(obstacles.length) });
    const ids = records.map(({ id }) => id);
    await eraseRows(tx, ids, {
      names: records.flatMap(({ name }) => name ?? []),
      prints: records.flatMap(({ print }) => print ?? []),
    });
    // kept, so that a restored backup can be erased again
    const { doneAt } = await tx.erasure.create({
      data: { personId, askedAt: startOf(input.askedOn), doneById: viewer.accountId },
      select: { doneAt: true },
    });
    await record(tx, viewer, {
      verb: 'ended',
      action: 'erasePerson',
      subjectType: 'person',
      subjectId: personId,
      unitId: person.keeperUnitId,
      change: { reason: input.reason, askedOn: input.askedOn, records: ids.length },
    });
    done = doneAt;
    return ok({ keeperUnitId: person.keeperUnitId });
  });
  if (result.ok && done) noteErasure(personId, done);
  return result;
}
