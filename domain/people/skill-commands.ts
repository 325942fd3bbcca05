import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { toDate, today } from '@/domain/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { findPersonToChange } from './change-queries';
import type { MarkSkillInput } from './skill';

/**
 * Writes down that a skill was seen in her outside of sessions and pairs, corrects it, or takes it back ('none'). Only
 * where her record is kept. What sessions and pairs recorded stays theirs.
 */
export async function markSkill(
  viewer: Viewer,
  input: MarkSkillInput,
): Promise<Result<{ id: string }, 'not-found' | 'not-allowed' | 'day-in-future'>> {
  const person = await findPersonToChange(viewer, input.personId, 'people.record');
  if (!person.ok) return person;
  const { personId, skillId, on } = input;
  if (on > today()) return problem('day-in-future');
  const mark = input.mark === 'none' ? null : input.mark;
  return transaction(async (tx) => {
    if (!(await tx.skill.count({ where: { id: skillId } }))) return problem('not-found');
    const seen = { mark, markedOn: toDate(on), recordedById: viewer.accountId };
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
      change: { skillId, mark, on },
    });
    return ok({ id: personId });
  });
}
