import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { neededSkillsOf } from './needed-skills';
import {
  asDays,
  type EndQualificationInput,
  isRenewable,
  QUALIFICATION,
  type RecogniseInput,
  type RenewInput,
  renewalFrom,
  SHIFT_DAYS,
  toQualification,
} from './qualification';
import { qualificationSelect } from './qualification-queries';

export type QualificationProblem =
  | 'not-found'
  | 'no-rule'
  | 'skills-missing'
  | 'too-far'
  | 'recognised-already'
  | 'not-yet-renewable'
  | 'already-over'
  | 'changed-meanwhile';

type Answer = Promise<Result<{ id: string }, QualificationProblem>>;

const personOf = (tx: Transaction, viewer: Viewer, personId: string) =>
  tx.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'certificates.qualify') },
    select: { id: true, keeperUnitId: true },
  });

/**
 * Recognises a person as an instructor for 24 months, if she does every needed skill alone (`skills-missing`). One
 * recognition at a time: of two at once the second is told (`recognised-already`).
 */
export async function recogniseInstructor(viewer: Viewer, { personId, from }: RecogniseInput): Answer {
  if (!isId(personId)) return problem('not-found');
  const earliest = addDays(today(), -SHIFT_DAYS);
  const latest = addDays(today(), SHIFT_DAYS);
  return guarded(async (tx) => {
    const person = await personOf(tx, viewer, personId);
    if (!person) return problem('not-found');
    if (from < earliest || from > latest) return problem('too-far', { from: earliest, to: latest });
    const needed = await neededSkillsOf(tx, personId);
    if (needed.length === 0) return problem('no-rule');
    if (!needed.every(({ alone }) => alone)) return problem('skills-missing');
    return grant(tx, viewer, person, from, 'recogniseInstructor');
  });
}

/** Renews a recognition for another 24 months from its end on, in its last sixty days or after it has run out. */
export async function renewInstructor(viewer: Viewer, input: RenewInput): Answer {
  return guarded(async (tx) => {
    const found = await take(tx, viewer, input);
    if (!found.ok) return found;
    const { person, qualification } = found.value;
    if (!isRenewable(qualification, today())) return problem('not-yet-renewable');
    return grant(tx, viewer, person, renewalFrom(qualification, today()), 'renewInstructor');
  });
}

/** Ends a recognition today, and a renewal that was to follow it, with the reason; one that has not begun never was. */
export async function endInstructor(viewer: Viewer, input: EndQualificationInput): Answer {
  return guarded(async (tx) => {
    const found = await take(tx, viewer, input);
    if (!found.ok) return found;
    const { person, qualification } = found.value;
    const { from, to } = qualification;
    if (to <= today()) return problem('already-over');
    await tx.$executeRaw`
      UPDATE qualification SET valid_to = greatest(valid_from, app.today()), ended_at = now(), ended_by_id = ${viewer.accountId}::uuid,
        end_reason = ${input.reason}
      WHERE person_id = ${person.id}::uuid AND kind = ${QUALIFICATION} AND valid_from >= ${from}::date AND valid_to > app.today()`;
    await trail(tx, viewer, 'ended', 'endInstructor', person);
    return ok({ id: person.id });
  });
}

type Person = { id: string; keeperUnitId: string };

async function take(tx: Transaction, viewer: Viewer, { qualificationId, version }: RenewInput) {
  await tx.$queryRaw`SELECT 1 FROM qualification WHERE id = ${qualificationId}::uuid FOR UPDATE`;
  const row = await tx.qualification.findFirst({
    where: { id: qualificationId, person: personsWithin(viewer, 'certificates.qualify') },
    select: { ...qualificationSelect, person: { select: { id: true, keeperUnitId: true } } },
  });
  if (!row) return problem('not-found');
  if (row.version !== version) return problem('changed-meanwhile');
  return ok({ person: row.person, qualification: toQualification(row) });
}

async function grant(tx: Transaction, viewer: Viewer, person: Person, from: Day, action: string) {
  const { validTo } = await tx.qualification.create({
    data: { personId: person.id, kind: QUALIFICATION, ...asDays(from), grantedById: viewer.accountId },
    select: { validTo: true },
  });
  await trail(tx, viewer, 'created', action, person, { from, to: fromDate(validTo) });
  return ok({ id: person.id });
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'ended',
  action: string,
  { id, keeperUnitId }: Person,
  change?: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb,
    action,
    subjectType: 'person',
    subjectId: id,
    unitId: keeperUnitId,
    ...(change ? { change } : {}),
  });

async function guarded(run: (tx: Transaction) => Answer): Answer {
  try {
    return await transaction(run);
  } catch (error) {
    if (refusal(error) === 'one_qualification') return problem('recognised-already');
    throw error;
  }
}
