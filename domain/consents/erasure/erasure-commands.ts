import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { startOf, today } from '@/domain/days/day';
import { noteErasure } from '@/domain/ground/erasures';
import { ok, problem, type Result } from '@/domain/result';
import type { Second, StandingProblem } from '@/domain/second-pairs/second-pair';
import { bySecond, noteDone } from '@/domain/second-pairs/second-pair-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findConsentPerson } from '../consent-queries';
import { eraseRows } from './erase-writes';
import { type EraseInput, sameName } from './erasure';
import { findObstacles } from './erasure-queries';
import { lockRecords } from './lock-writes';

export type EraseProblem = 'not-found' | 'name-differs' | 'not-yet' | 'day-ahead' | StandingProblem;
/** What is erased, without her name: the second reads it in the record, and no request keeps it. */
export type Erasing = Omit<EraseInput, 'name'> & { name?: string };

/**
 * Erases who a person is, in her records and every row that points to them, by the word of two (0262). The rows stay counted; consents stay
 * as proof without a name. What she holds is handed over first.
 */
export async function erasePerson(
  viewer: Viewer,
  input: Erasing,
  second?: Second,
): Promise<Result<{ keeperUnitId: string; asked: boolean }, EraseProblem>> {
  const { personId, version, reason, askedOn } = input;
  const person = await findConsentPerson(viewer, personId, 'own-data.erase');
  if (!person) return problem('not-found');
  if (!second && !sameName(input.name ?? '', person.name)) return problem('name-differs');
  if (askedOn > today()) return problem('day-ahead');
  let done: Date | undefined;
  const result = await transaction(async (tx) => {
    const records = await lockRecords(tx, personId);
    const her = records.find(({ id }) => id === personId);
    if (her?.version !== version) return problem('changed-meanwhile');
    const obstacles = await findObstacles(viewer, personId, tx);
    if (!obstacles) return problem('not-found');
    if (obstacles.length > 0) return problem('not-yet', { count: String(obstacles.length) });
    const deed = { what: 'erasePerson' as const, unitId: person.keeperUnitId, count: 1 };
    // those merged into hers too: what is agreed to is what is taken
    const content = {
      personId,
      version,
      reason,
      askedOn,
      records: records.map(({ id, version }) => ({ id, version })),
    };
    const standing = await bySecond(tx, viewer, { ...deed, content }, second);
    if (!standing.ok) return standing;
    if (standing.value.asked) return ok({ keeperUnitId: person.keeperUnitId, asked: true });
    const { requestId } = standing.value;
    await eraseRecords(tx, records);
    // kept, so that a restored backup can be erased again
    const { doneAt } = await tx.erasure.create({
      data: { personId, askedAt: startOf(askedOn), doneById: viewer.accountId, requestId },
      select: { doneAt: true },
    });
    await record(tx, viewer, {
      verb: 'ended',
      action: 'erasePerson',
      subjectType: 'person',
      subjectId: personId,
      unitId: person.keeperUnitId,
      change: { reason, askedOn, records: records.length, ...(requestId && { requestId }) },
    });
    await noteDone(tx, standing.value);
    done = doneAt;
    return ok({ keeperUnitId: person.keeperUnitId, asked: false });
  });
  if (result.ok && done) noteErasure(personId, done);
  return result;
}

const eraseRecords = (tx: Transaction, records: Awaited<ReturnType<typeof lockRecords>>) =>
  eraseRows(
    tx,
    records.map(({ id }) => id),
    {
      names: records.flatMap(({ name }) => name ?? []),
      prints: records.flatMap(({ print }) => print ?? []),
    },
  );
