import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { fromDate, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findPersonToChange } from '../change-queries';
import type { MarkSkillInput } from './skill';

export type MarkSkillProblem = 'not-found' | 'not-allowed' | 'day-in-future' | 'changed-meanwhile';

/**
 * Records that a skill was seen in a woman outside of sessions and pairs, corrects it or takes it back ('none'),
 * where her record is kept. 'changed-meanwhile' shows what somebody else wrote at once.
 */
export async function markSkill(
  viewer: Viewer,
  input: MarkSkillInput,
): Promise<Result<{ id: string }, MarkSkillProblem>> {
  const person = await findPersonToChange(viewer, input.personId, 'people.record');
  if (!person.ok) return person;
  const { personId, skillId, on } = input;
  if (on > today()) return problem('day-in-future');
  const level = input.level === 'none' ? null : input.level;
  return transaction(async (tx) => {
    if (!(await tx.skill.count({ where: { id: skillId } }))) return problem('not-found');
    const before = await standing(tx, personId, skillId);
    if (before.version !== String(input.version)) return problem('changed-meanwhile', before);
    const seen = { level, markedOn: toDate(on), recordedById: viewer.accountId };
    await tx.personSkill.upsert({
      where: { personId_skillId: { personId, skillId } },
      create: { personId, skillId, ...seen },
      update: seen,
      select: { personId: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'markSkill',
      subjectType: 'person',
      subjectId: personId,
      unitId: person.value.keeper.id,
      change: { skillId, level, on },
    });
    return ok({ id: personId });
  });
}

/** The standing note of a skill, as the form's fields hold it; changes to her skills come one after the other. */
async function standing(tx: Transaction, personId: string, skillId: string) {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.personSkill.findUnique({
    where: { personId_skillId: { personId, skillId } },
    select: { level: true, markedOn: true, version: true },
  });
  return row?.level
    ? { level: row.level, on: fromDate(row.markedOn), version: String(row.version) }
    : { level: 'none', version: '0' };
}
