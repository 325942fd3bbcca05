import { db } from '@/prisma/client';

const SKILLS_MAX = 200;

export type Skill = { id: string; code: string; domain: string; nameVi: string; nameEn: string };

/** The skills of the campaign that are taught today, in their order; at most 200. */
export const listPublishedSkills = (): Promise<Skill[]> =>
  db.skill.findMany({
    where: { retiredOn: null },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, domain: true, nameVi: true, nameEn: true },
    take: SKILLS_MAX,
  });
