import type { Transaction } from '@/prisma/transaction';
import type { NeededSkill } from './qualification';

const SKILLS_MAX = 50;

/** The skills whoever guides others does alone, and which of them she does. Looks at nobody's rights: whoever calls it has. */
export const neededSkillsOf = (database: Transaction, personId: string): Promise<NeededSkill[]> =>
  database.$queryRaw<NeededSkill[]>`
    SELECT s.id::text, s.name_vi AS "nameVi", s.name_en AS "nameEn",
      EXISTS (SELECT FROM app.known_skill k WHERE k.person_id = ${personId}::uuid AND k.skill_id = s.id AND k.level = 'alone') AS alone
    FROM skill s WHERE s.needed_to_instruct AND s.retired_on IS NULL ORDER BY s.position, s.id LIMIT ${SKILLS_MAX}`;
