import type { LearnedLevel } from '@/domain/scales/learned-level';

/** More women than these come to no session, and no course has more skills. */
export const PEOPLE_MAX = 2000;
export const SKILLS_MAX = 40;

/**
 * Women whom the register of a session has as there, as a Prisma filter on marks. The marks of an erased woman stay
 * in the counts; she herself is in no list.
 */
export const thereAt = (sessionId: string) => ({
  sessionId,
  mark: { in: ['present' as const, 'late' as const] },
  enrolment: { erasedOn: null, state: { not: 'merged' as const } },
});

/** Levels by skill. */
export const levelsOf = (learned: readonly { skillId: string; level: LearnedLevel }[]): Record<string, LearnedLevel> =>
  Object.fromEntries(learned.map(({ skillId, level }) => [skillId, level]));
