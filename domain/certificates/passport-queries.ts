import type { Viewer, ViewerHerself } from '@/domain/access/viewer';
import { dayOf, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { unitNameSql } from '@/domain/units/name-queries';
import { nameToday } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { hoursOf } from './certificate';
import { rowSelect, toRow } from './certificate-row';
import { hoursIn, type Passport, type PassportSession, type PassportSkill } from './passport';
import type { Qualification } from './qualification';
import { listOwnQualifications, listQualifications } from './qualification-queries';

const SKILLS_MAX = 200;
const SESSIONS_MAX = 300;
const CERTIFICATES_MAX = 300;

const holderSelect = () => ({
  id: true,
  fullName: true,
  birthYear: true,
  demo: true,
  keeperUnitId: true,
  keeperUnit: { select: { unitNames: nameToday() } },
});

type Holder = Prisma.PersonGetPayload<{ select: ReturnType<typeof holderSelect> }>;

/** The skill passport of a person whom the viewer may see; null for everybody else, and for an erased or merged record. */
export async function findPassport(viewer: Viewer, personId: string): Promise<Passport | null> {
  if (!isId(personId)) return null;
  const person = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'people.see') },
    select: holderSelect(),
  });
  return person && passportOf(person, listQualifications(viewer, personId));
}

/** Her own, of the woman herself; null once her record is erased or merged. */
export async function findOwnPassport(viewer: ViewerHerself): Promise<Passport | null> {
  const person = await db.person.findFirst({
    where: { id: viewer.personId, erasedOn: null, mergedIntoId: null },
    select: holderSelect(),
  });
  return person && passportOf(person, listOwnQualifications(viewer));
}

async function passportOf(person: Holder, recognised: Promise<Qualification[]>): Promise<Passport> {
  const [skills, sessions, certificates, qualifications] = await Promise.all([
    bestSkills(person.id),
    attended(person.id),
    db.certificate.findMany({
      where: { personId: person.id },
      orderBy: { heldOn: 'desc' },
      select: rowSelect,
      take: CERTIFICATES_MAX,
    }),
    recognised,
  ]);
  const { fullName, keeperUnit, ...rest } = person;
  return {
    person: { ...rest, name: fullName ?? '', unitName: keeperUnit.unitNames[0]?.name ?? '' },
    skills,
    sessions,
    qualifications,
    hours: hoursIn(sessions),
    certificates: certificates.map(toRow),
    madeOn: today(),
  };
}

/** A skill seen in a session bears the session's day and place; a level can be written down days later. */
const bestSkills = (personId: string): Promise<PassportSkill[]> =>
  db.$queryRaw<PassportSkill[]>`
    SELECT b.skill_id::text AS "skillId", k.name_vi AS "nameVi", k.name_en AS "nameEn", b.level::text AS level, b.source,
      coalesce(at.day, b.on_day)::text AS "on", at.place
    FROM (SELECT DISTINCT ON (skill_id) skill_id, level, on_day, source FROM app.known_skill WHERE person_id = ${personId}::uuid
      ORDER BY skill_id, array_position(ARRAY['alone', 'with_help', 'saw_it'], level::text), on_day DESC, source) b
    JOIN skill k ON k.id = b.skill_id
    LEFT JOIN LATERAL (
      SELECT (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, coalesce(v.name, ${unitNameSql(Prisma.sql`s.unit_id`)}) AS place
      FROM enrolment e JOIN learned_skill l ON l.enrolment_id = e.id JOIN session s ON s.id = e.session_id LEFT JOIN venue v ON v.id = s.venue_id
      WHERE b.source = 'session' AND e.person_id = ${personId}::uuid AND l.skill_id = b.skill_id AND l.level = b.level
        AND (l.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = b.on_day
      ORDER BY l.recorded_at DESC LIMIT 1) at ON true
    ORDER BY k.position LIMIT ${SKILLS_MAX}`;

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
          allDay: true,
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
  return rows.map(({ mark, session: { id, startsAt, endsAt, allDay, unit, venue, course } }) => {
    const title = (locale: string) => course.courseTexts.find((text) => text.locale === locale)?.title ?? course.code;
    return {
      sessionId: id,
      titleVi: title('vi'),
      titleEn: title('en'),
      on: dayOf(startsAt),
      hours: hoursOf({ startsAt, endsAt, allDay }, course.minutes),
      place: venue?.name ?? unit.unitNames[0]?.name ?? '',
      late: mark === 'late',
    };
  });
}
