import { may, pathOf, spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { lockPerson } from '@/domain/people/memberships/leaving-writes';
import { personsKeptWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { findUnit } from '@/domain/units/queries';
import { holdUnits } from '@/domain/units/unit-day';
import { db, refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { joinMember, type MoveRefused, transferMember } from '../move-writes';
import type { MoveInput, Purpose } from './request';

export type MoveProblem = 'not-found' | 'not-allowed' | 'ask-level' | 'changed-meanwhile' | MoveRefused;

/** Moves a woman, or lets her join, without a request: for whoever has the right over her record and the unit alike. */
export async function moveMember(viewer: Viewer, input: MoveInput): Promise<Result<{ id: string }, MoveProblem>> {
  const { personId, toUnitId, purpose, version } = input;
  const seen = await findKept(db, viewer, personId);
  const unit = await findUnit(viewer, toUnitId, 'people.see');
  if (!seen || !unit) return problem('not-found');
  if (!may(viewer, 'merging.ask', unit.path) || !seen.mayGo) return problem('not-allowed');
  if (unit.level !== 'sub_association' && unit.level !== 'group') return problem('ask-level');
  try {
    return await countedTransaction(async (tx) => {
      await holdUnits(tx, [toUnitId, seen.keeperId]);
      await lockPerson(tx, personId);
      const person = await findKept(tx, viewer, personId);
      if (!person) return problem('not-found');
      if (!person.mayGo) return problem('not-allowed');
      if (person.version !== version) return problem('changed-meanwhile', { version: String(person.version) });
      const move = { personId, toUnitId, reason: input.reason ?? null };
      const done = purpose === 'join' ? await joinMember(tx, move) : await transferMember(tx, move);
      if (!done.ok) return done;
      await record(tx, viewer, {
        verb: 'changed',
        action: 'moveMember',
        subjectType: 'person',
        subjectId: personId,
        unitId: toUnitId,
        change: { purpose: purpose satisfies Purpose },
      });
      return ok({ id: personId });
    });
  } catch (error) {
    if (refusal(error) === 'one_membership') return problem('member-already');
    throw error;
  }
}

/** A woman whose record the viewer keeps, and whether she may let her go. */
async function findKept(tx: Pick<Transaction, 'person'>, viewer: Viewer, personId: string) {
  const row = await tx.person.findFirst({
    where: { id: personId, ...personsKeptWithin(viewer, 'people.see') },
    select: { version: true, keeperUnit: { select: { id: true, unitSpans: spanToday() } } },
  });
  if (!row) return null;
  const { version, keeperUnit } = row;
  return { version, keeperId: keeperUnit.id, mayGo: may(viewer, 'merging.answer', pathOf(keeperUnit)) };
}
