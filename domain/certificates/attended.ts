import { spanToday } from '@/domain/access/access';
import { levelsOf, PEOPLE_MAX, SKILLS_MAX, thereAt } from '@/domain/outcomes/there';
import type { LearnedLevel } from '@/domain/scales/learned-level';
import { kindToday, nameToday } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import { reaches, type Taught } from './certificate';

/** A woman whom the register has as there, and whether her certificate can be written. */
export type Attended = {
  enrolmentId: string;
  personId: string | null;
  name: string;
  /** she has reached what the course asks */
  reached: boolean;
  /** she has had a certificate of this session, also one that was revoked */
  hasOne: boolean;
};

/** The facts that all certificates of a session share. */
export type AttendedSession = Taught & {
  minutes: number;
  code: string;
  texts: { locale: string; title: string }[];
  issuer: { level: string; kind: string | null; name: string };
};

/**
 * Women who were at a session, or one of them, and what the course asks (null: to be there); none without a name, as
 * once erased. Looks at nobody's rights: whoever calls it has.
 */
export async function findAttended(
  database: Transaction,
  sessionId: string,
  enrolmentId?: string,
): Promise<{ session: AttendedSession; asked: LearnedLevel | null; women: Attended[] }> {
  const { unit, course, ...times } = await database.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      startsAt: true,
      endsAt: true,
      allDay: true,
      unit: { select: { unitSpans: spanToday() } },
      course: {
        select: {
          code: true,
          minutes: true,
          certificateLevel: true,
          courseTexts: { select: { locale: true, title: true }, take: 2 },
          courseSkills: { select: { skillId: true }, take: SKILLS_MAX },
        },
      },
    },
  });
  const { code, minutes, courseTexts: texts, certificateLevel: asked } = course;
  const issuer = await issuerFor(database, unit.unitSpans[0]?.communeId ?? null);
  const rows = await database.attendance.findMany({
    where: { ...thereAt(sessionId), ...(enrolmentId ? { enrolmentId } : {}) },
    select: {
      enrolment: {
        select: {
          id: true,
          name: true,
          person: { select: { id: true, fullName: true } },
          learnedSkills: { select: { skillId: true, level: true }, take: SKILLS_MAX },
          certificates: { select: { id: true }, take: 1 },
        },
      },
    },
    take: PEOPLE_MAX,
  });
  const skillIds = course.courseSkills.map(({ skillId }) => skillId);
  const women = rows.flatMap(({ enrolment: { id, name, person, learnedSkills, certificates } }): Attended[] => {
    const called = person?.fullName ?? name;
    if (!called) return [];
    const reached = reaches(asked, skillIds, levelsOf(learnedSkills));
    return [{ enrolmentId: id, personId: person?.id ?? null, name: called, reached, hasOne: certificates.length > 0 }];
  });
  return { session: { ...times, minutes, code, texts, issuer }, asked, women };
}

/** The union of the session's commune; of a session of the province, the province's. */
async function issuerFor(database: Transaction, communeId: string | null) {
  const row = await database.unit.findFirst({
    where: communeId ? { id: communeId } : { level: 'province' },
    select: { level: true, unitNames: nameToday(), unitKinds: kindToday() },
  });
  return {
    level: row?.level ?? 'province',
    kind: row?.unitKinds[0]?.kind ?? null,
    name: row?.unitNames[0]?.name ?? '',
  };
}
