import type { Viewer } from '@/domain/access/viewer';
import { byGivenName } from '@/domain/order';
import { personsWithin } from '@/domain/people/person';
import { findSessionToChange } from '@/domain/trainings/change-queries';
import type { SessionToChange } from '@/domain/trainings/plan';
import { db } from '@/prisma/client';
import {
  drawnFrom,
  hasOutcomes,
  keyOf,
  mayOnSession,
  type OutcomePerson,
  type OutcomeSkill,
  type Outcomes,
  seesOwnMembersOnly,
} from './outcome';
import { levelsOf, PEOPLE_MAX, SKILLS_MAX, thereAt } from './there';

/** A session that has begun, of which the viewer may see what came; null for every other one, which is the same to her. */
export async function findOutcomeSession(viewer: Viewer, sessionId: string): Promise<SessionToChange | null> {
  const session = await findSessionToChange(viewer, sessionId);
  return session && hasOutcomes(session.facts) && mayOnSession(viewer, 'outcomes.see', session.facts) ? session : null;
}

/**
 * The outcomes of the women who were there, skill by skill, by given name in Vietnamese order; null when there is no
 * such session or the viewer may not see it. A head finds her own members only.
 */
export async function findOutcomes(viewer: Viewer, sessionId: string): Promise<Outcomes | null> {
  const session = await findOutcomeSession(viewer, sessionId);
  if (!session) return null;
  const [skills, people] = await Promise.all([skillsOf(session), peopleThere(viewer, session)]);
  const levels = new Map(
    people.flatMap(({ enrolmentId, levels }) =>
      Object.entries(levels).map(([skillId, level]) => [keyOf(enrolmentId, skillId), level] as const),
    ),
  );
  return {
    skills,
    people,
    drawn: drawnFrom(levels),
    may: {
      record: mayOnSession(viewer, 'outcomes.record', session.facts),
      report: mayOnSession(viewer, 'outcomes.report', session.facts),
    },
  };
}

async function skillsOf({ courseId }: SessionToChange): Promise<OutcomeSkill[]> {
  const rows = await db.courseSkill.findMany({
    where: { courseId },
    orderBy: { skill: { position: 'asc' } },
    select: { skill: { select: { id: true, nameVi: true, nameEn: true } } },
    take: SKILLS_MAX,
  });
  return rows.map(({ skill }) => skill);
}

async function peopleThere(viewer: Viewer, session: SessionToChange): Promise<OutcomePerson[]> {
  const rows = await db.attendance.findMany({
    where: {
      ...thereAt(session.id),
      ...(seesOwnMembersOnly(viewer, session.facts) ? { person: personsWithin(viewer, 'people.see') } : {}),
    },
    select: {
      mark: true,
      enrolment: {
        select: {
          id: true,
          name: true,
          person: { select: { id: true, fullName: true, birthYear: true } },
          learnedSkills: { select: { skillId: true, level: true }, take: SKILLS_MAX },
        },
      },
    },
    take: PEOPLE_MAX,
  });
  return rows
    .map(({ mark, enrolment: { id, name, person, learnedSkills } }) => ({
      enrolmentId: id,
      personId: person?.id ?? null,
      name: person?.fullName ?? name ?? '',
      birthYear: person?.birthYear ?? null,
      late: mark === 'late',
      levels: levelsOf(learnedSkills),
    }))
    .sort(byGivenName);
}

/**
 * The figures of the register for a report. `present`: women who were there, late and erased ones too, for they were.
 * `unsettled`: women of whom phones differ, who are in no figure until somebody settles it.
 */
export async function countRegister(
  viewer: Viewer,
  sessionId: string,
): Promise<{ present: number; unsettled: number }> {
  if (!(await findOutcomeSession(viewer, sessionId))) return { present: 0, unsettled: 0 };
  const enrolment = { state: { not: 'merged' as const } };
  const [present, unsettled] = await Promise.all([
    db.attendance.count({ where: { ...thereAt(sessionId), enrolment } }),
    db.attendance.count({ where: { sessionId, conflict: true, enrolment } }),
  ]);
  return { present, unsettled };
}
