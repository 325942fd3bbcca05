import { db } from '@/prisma/client';
import type { Skill } from './skill';

const SKILLS_MAX = 200;

/** The skills of the campaign that are taught today, in their order; at most 200. */
export const listPublishedSkills = (): Promise<Skill[]> =>
  db.skill.findMany({
    where: { retiredOn: null },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, domain: true, nameVi: true, nameEn: true, neededToInstruct: true },
    take: SKILLS_MAX,
  });
