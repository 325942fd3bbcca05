import { spanToday } from '@/domain/access/access';
import type { LearnedLevel } from '@/domain/outcomes/outcome';
import { kindToday, nameToday } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';

const PEOPLE_MAX = 2000;
const SKILLS_MAX = 40;

/** A woman whom the register has as there, with all that her certificate will say. */
export type Attended = {
  enrolmentId: string;
  personId: string | null;
  name: string;
  levels: Record<string, LearnedLevel>;
  /** she has had a certificate of this session, also one that was revoked */
  hasOne: boolean;
  session: {
    startsAt: Date;
    endsAt: Date;
    minutes: number;
    code: string;
    texts: { locale: string; title: string }[];
    issuer: { level: string; kind: string | null; name: string };
  };
};

/** Those who were at a session, or one of them, as a change reads them. An erased woman is none, nor one without a name. */
export async function findAttended(tx: Transaction, sessionId: string, enrolmentId?: string) {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      startsAt: true,
      endsAt: true,
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
  const { course, startsAt, endsAt } = session;
  const issuer = await issuerFor(tx, session.unit.unitSpans[0]?.communeId ?? null);
  const rows = await tx.attendance.findMany({
    where: {
      sessionId,
      mark: { in: ['present', 'late'] },
      ...(enrolmentId ? { enrolmentId } : {}),
      enrolment: { erasedOn: null, state: { not: 'merged' } },
    },
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
  const facts = { startsAt, endsAt, minutes: course.minutes, code: course.code, texts: course.courseTexts, issuer };
  const women = rows.flatMap(({ enrolment: { id, name, person, learnedSkills, certificates } }): Attended[] => {
    const called = person?.fullName ?? name;
    if (!called) return [];
    const levels = Object.fromEntries(learnedSkills.map(({ skillId, level }) => [skillId, level]));
    return [
      {
        enrolmentId: id,
        personId: person?.id ?? null,
        name: called,
        levels,
        hasOne: certificates.length > 0,
        session: facts,
      },
    ];
  });
  return { course, women };
}

/** The union of the session's commune; of a session of the province, the province's. */
async function issuerFor(tx: Transaction, communeId: string | null) {
  const row = await tx.unit.findFirst({
    where: communeId ? { id: communeId } : { level: 'province' },
    select: { level: true, slug: true, unitNames: nameToday(), unitKinds: kindToday() },
  });
  return {
    level: row?.level ?? 'province',
    kind: row?.unitKinds[0]?.kind ?? null,
    name: row?.unitNames[0]?.name ?? '',
  };
}
