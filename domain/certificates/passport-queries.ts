import type { Viewer } from '@/domain/access/viewer';
import { dayOf, today } from '@/domain/day';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { hoursOf } from './certificate';
import { rowSelect, toRow } from './certificate-row';
import { hoursIn, type Passport, type PassportSession, type PassportSkill } from './passport';
import { listQualifications } from './qualification-queries';

const SKILLS_MAX = 200;
const SESSIONS_MAX = 300;
const CERTIFICATES_MAX = 300;

/** The skill passport of a person whom the viewer may see; null for everybody else, and for an erased or merged record. */
export async function findPassport(viewer: Viewer, personId: string): Promise<Passport | null> {
  if (!isId(personId)) return null;
  const person = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'people.see') },
    select: {
      id: true,
      fullName: true,
      birthYear: true,
      demo: true,
      keeperUnit: { select: { unitNames: nameToday() } },
    },
  });
  if (!person) return null;
  const [skills, sessions, certificates, qualifications] = await Promise.all([
    bestSkills(personId),
    attended(personId),
    db.certificate.findMany({
      where: { personId },
      orderBy: { heldOn: 'desc' },
      select: rowSelect,
      take: CERTIFICATES_MAX,
    }),
    listQualifications(viewer, personId),
  ]);
  const { fullName, keeperUnit, ...rest } = person;
  return {
    person: { ...rest, name: fullName ?? '', unitName: keeperUnit.unitNames[0]?.name ?? '' },
    ...{ skills, sessions, qualifications },
    hours: hoursIn(sessions),
    certificates: certificates.map(toRow),
    madeOn: today(),
  };
}

const bestSkills = (personId: string): Promise<PassportSkill[]> =>
  db.$queryRaw<PassportSkill[]>`
    SELECT "skillId", "nameVi", "nameEn", mark, "on", source FROM (
      SELECT DISTINCT ON (k.skill_id) k.skill_id::text AS "skillId", s.name_vi AS "nameVi", s.name_en AS "nameEn", k.mark::text AS mark,
        k.on_day::text AS "on", k.source, s.position
      FROM app.known_skill k JOIN skill s ON s.id = k.skill_id WHERE k.person_id = ${personId}::uuid
      ORDER BY k.skill_id, array_position(ARRAY['alone', 'with_help', 'saw_it'], k.mark::text), k.on_day DESC, k.source) best
    ORDER BY position LIMIT ${SKILLS_MAX}`;

/** The sessions that were held and at which the register has her as there, the latest first. */
async function attended(personId: string): Promise<PassportSession[]> {
  const rows = await db.attendance.findMany({
    where: {
      personId,
      mark: { in: ['present', 'late'] },
      enrolment: { state: { not: 'merged' } },
      session: { state: 'held' },
    },
    orderBy: { session: { startsAt: 'desc' } },
    select: {
      mark: true,
      session: {
        select: {
          id: true,
          startsAt: true,
          endsAt: true,
          unit: { select: { unitNames: nameToday() } },
          venue: { select: { name: true } },
          course: {
            select: { code: true, minutes: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
          },
        },
      },
    },
    take: SESSIONS_MAX,
  });
  return rows.map(({ mark, session: { id, startsAt, endsAt, unit, venue, course } }) => {
    const title = (locale: string) => course.courseTexts.find((text) => text.locale === locale)?.title ?? course.code;
    return {
      sessionId: id,
      titleVi: title('vi'),
      titleEn: title('en'),
      on: dayOf(startsAt),
      hours: hoursOf({ startsAt, endsAt }, course.minutes),
      place: venue?.name ?? unit.unitNames[0]?.name ?? '',
      late: mark === 'late',
    };
  });
}
