import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { refusalOfCourse } from './commands';
import { idsOfNeeded, type SetNeededSkillsInput, versionOfNeeded } from './skill';

const SKILLS_MAX = 200;

/**
 * Sets which skills whoever is recognised as an instructor does alone; by the province, as courses are. Recognitions that
 * stand are not touched. Of two who set them at once the second is shown both.
 */
export async function setNeededSkills(
  viewer: Viewer,
  { skillIds, version }: SetNeededSkillsInput,
): Promise<Result<{ count: number }, 'not-found' | 'course-not-allowed' | 'skill-gone' | 'changed-meanwhile'>> {
  const refused = refusalOfCourse(viewer);
  if (refused) return refused;
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('skills of instructors', 0))::text`;
    const skills = await tx.skill.findMany({
      where: { retiredOn: null },
      orderBy: { position: 'asc' },
      select: { id: true, neededToInstruct: true },
      take: SKILLS_MAX,
    });
    const stands = versionOfNeeded(skills);
    if (stands !== version)
      return problem('changed-meanwhile', { skillIds: idsOfNeeded(skills).join('\n'), version: stands });
    if (!skillIds.every((wanted) => skills.some(({ id }) => id === wanted))) return problem('skill-gone');
    await tx.skill.updateMany({ where: { id: { in: skillIds } }, data: { neededToInstruct: true } });
    await tx.skill.updateMany({
      where: { retiredOn: null, id: { notIn: skillIds } },
      data: { neededToInstruct: false },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'setNeededSkills',
      subjectType: 'skill',
      change: { skills: skillIds.length },
    });
    return ok({ count: skillIds.length });
  });
}
