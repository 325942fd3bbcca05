import { dayOf, fromDate } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { nameToday } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import type { ShowPhone } from './own-data';
import { daysOf, unitName } from './own-record';

const ROWS_MAX = 1000;
const dated = { validFrom: true, validTo: true } as const;
const oldestFirst = { validFrom: 'asc' } as const;
const skillName = { select: { nameVi: true, nameEn: true } } as const;

const said = (locale: Locale, skill: { nameVi: string; nameEn: string } | null) =>
  skill && (locale === 'vi' ? skill.nameVi : skill.nameEn);
const courseIn = (locale: Locale) => ({
  select: { courseTexts: { where: { locale }, select: { title: true }, take: 1 } },
});
const titleOf = (course: { courseTexts: { title: string }[] }) => course.courseTexts[0]?.title ?? '';

/** Her pairs and the digital models she belongs to; `ids` are her records. */
export async function listOwnPairs(database: Transaction, locale: Locale, ids: readonly string[]) {
  const hers = { in: [...ids] };
  const other = { select: { id: true, fullName: true } } as const;
  const [pairs, members, seats, skills] = await Promise.all([
    database.pair.findMany({
      where: { OR: [{ instructorId: hers }, { learnerId: hers }] },
      orderBy: oldestFirst,
      select: {
        ...dated,
        endReason: true,
        outcome: true,
        instructor: other,
        learner: other,
        pairGoals: { select: { level: true, markedOn: true, skill: skillName }, take: ROWS_MAX },
        pairContacts: {
          orderBy: { onDay: 'asc' },
          select: { onDay: true, minutes: true, skill: skillName },
          take: ROWS_MAX,
        },
      },
      take: ROWS_MAX,
    }),
    database.modelMember.findMany({
      where: { personId: hers },
      orderBy: oldestFirst,
      select: { ...dated, model: { select: { name: true, kind: true } } },
      take: ROWS_MAX,
    }),
    database.boardSeat.findMany({
      where: { personId: hers },
      orderBy: oldestFirst,
      select: { ...dated, office: true, model: { select: { name: true, kind: true } } },
      take: ROWS_MAX,
    }),
    database.personSkill.findMany({
      where: { personId: hers, level: { not: null } },
      orderBy: { markedOn: 'asc' },
      select: { level: true, markedOn: true, skill: skillName },
      take: ROWS_MAX,
    }),
  ]);
  return {
    pairs: pairs.map(({ instructor, learner, pairGoals, pairContacts, endReason, outcome, ...days }) => {
      const guides = ids.includes(instructor.id);
      return {
        ...daysOf(days),
        as: guides ? ('instructor' as const) : ('learner' as const),
        with: guides ? learner.fullName : instructor.fullName,
        endReason,
        outcome,
        goals: pairGoals.map(({ skill, level, markedOn }) => ({
          skill: said(locale, skill) ?? '',
          mark: level,
          on: markedOn && fromDate(markedOn),
        })),
        contacts: pairContacts.map(({ onDay, minutes, skill }) => ({
          on: fromDate(onDay),
          minutes,
          skill: said(locale, skill),
        })),
      };
    }),
    models: [
      ...members.map(({ model, ...days }) => ({ ...daysOf(days), ...model, office: null })),
      ...seats.map(({ model, office, ...days }) => ({ ...daysOf(days), ...model, office })),
    ],
    skills: skills.map(({ skill, level, markedOn }) => ({
      skill: said(locale, skill) ?? '',
      mark: level,
      on: fromDate(markedOn),
    })),
  };
}

/** The sessions she signed up for, taught or waits for, with what she learned, her certificates and her recognition as an instructor. */
export async function listOwnTrainings(database: Transaction, locale: Locale, ids: readonly string[], show: ShowPhone) {
  const hers = { personId: { in: [...ids] } };
  const session = { select: { startsAt: true, state: true, course: courseIn(locale) } };
  const [enrolments, taught, waits, certificates, qualifications] = await Promise.all([
    database.enrolment.findMany({
      where: hers,
      orderBy: { createdAt: 'asc' },
      select: {
        name: true,
        phone: true,
        unitWords: true,
        accessNeed: true,
        consentedAt: true,
        consentText: { select: { edition: true, body: true } },
        state: true,
        session,
        attendance: { select: { mark: true } },
        learnedSkills: { select: { level: true, recordedAt: true, skill: skillName }, take: ROWS_MAX },
      },
      take: ROWS_MAX,
    }),
    database.sessionTrainer.findMany({
      where: { trainerId: { in: [...ids] } },
      orderBy: { startsAt: 'asc' },
      select: { session },
      take: ROWS_MAX,
    }),
    database.topicWait.findMany({
      where: hers,
      orderBy: { createdAt: 'asc' },
      select: {
        name: true,
        phone: true,
        createdAt: true,
        course: courseIn(locale),
        unit: { select: { unitNames: nameToday() } },
      },
      take: ROWS_MAX,
    }),
    database.certificate.findMany({
      where: hers,
      orderBy: { heldOn: 'asc' },
      select: {
        code: true,
        holderName: true,
        topicVi: true,
        topicEn: true,
        heldOn: true,
        issuerVi: true,
        issuerEn: true,
        revokedAt: true,
      },
      take: ROWS_MAX,
    }),
    database.qualification.findMany({
      where: hers,
      orderBy: oldestFirst,
      select: { ...dated, endReason: true },
      take: ROWS_MAX,
    }),
  ]);
  return {
    trainings: enrolments.map(
      ({ session: { course, startsAt }, attendance, learnedSkills, consentText, consentedAt, phone, ...row }) => ({
        ...row,
        phone: phone ? show(phone) : null,
        agreed: consentText &&
          consentedAt && { on: dayOf(consentedAt), edition: consentText.edition, wording: consentText.body },
        course: titleOf(course),
        startsAt,
        attendance: attendance?.mark ?? null,
        learned: learnedSkills.map(({ skill, level, recordedAt }) => ({
          skill: said(locale, skill) ?? '',
          mark: level,
          on: dayOf(recordedAt),
        })),
      }),
    ),
    taught: taught.map(({ session: { course, startsAt, state } }) => ({ course: titleOf(course), startsAt, state })),
    waits: waits.map(({ course, unit, createdAt, phone, ...row }) => ({
      ...row,
      phone: phone ? show(phone) : null,
      course: titleOf(course),
      unit: unitName(unit),
      on: dayOf(createdAt),
    })),
    certificates: certificates.map(({ code, holderName, topicVi, topicEn, heldOn, issuerVi, issuerEn, revokedAt }) => ({
      code,
      name: holderName,
      topic: locale === 'vi' ? topicVi : topicEn,
      heldOn: fromDate(heldOn),
      issuer: locale === 'vi' ? issuerVi : issuerEn,
      revokedOn: revokedAt && dayOf(revokedAt),
    })),
    qualifications: qualifications.map(({ endReason, ...days }) => ({ ...daysOf(days), endReason })),
  };
}
