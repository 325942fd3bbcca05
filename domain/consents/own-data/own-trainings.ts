import { dayOf, fromDate } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { nameToday } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import type { ShowPhone } from './own-data';
import { dated, daysOf, oldestFirst, ROWS_MAX, unitName } from './own-record';
import { said, skillName } from './own-work';

const courseIn = (locale: Locale) => ({
  select: { courseTexts: { where: { locale }, select: { title: true }, take: 1 } },
});
const titleOf = (course: { courseTexts: { title: string }[] }) => course.courseTexts[0]?.title ?? '';

/** The sessions she signed up for, taught or waits for, with what she learned, her certificates and her recognition as an instructor. */
export async function listOwnTrainings(database: Transaction, locale: Locale, ids: readonly string[], show: ShowPhone) {
  const [trainings, taught, waits, certificates, qualifications] = await Promise.all([
    listEnrolments(database, locale, ids, show),
    listTaught(database, locale, ids),
    listWaits(database, locale, ids, show),
    listCertificates(database, locale, ids),
    listQualifications(database, ids),
  ]);
  return { trainings, taught, waits, certificates, qualifications };
}

const hersIn = (ids: readonly string[]) => ({ personId: { in: [...ids] } });
const sessionIn = (locale: Locale) => ({ select: { startsAt: true, state: true, course: courseIn(locale) } });

async function listEnrolments(database: Transaction, locale: Locale, ids: readonly string[], show: ShowPhone) {
  const enrolments = await database.enrolment.findMany({
    where: hersIn(ids),
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      phone: true,
      unitWords: true,
      accessNeed: true,
      consentedAt: true,
      consentText: { select: { edition: true, body: true } },
      state: true,
      session: sessionIn(locale),
      attendance: { select: { mark: true } },
      learnedSkills: { select: { level: true, recordedAt: true, skill: skillName }, take: ROWS_MAX },
    },
    take: ROWS_MAX,
  });
  return enrolments.map(
    ({ session: { course, startsAt }, attendance, learnedSkills, consentText, consentedAt, id, phone, ...row }) => ({
      ...row,
      phone: phone ? show(phone, id) : null,
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
  );
}

async function listTaught(database: Transaction, locale: Locale, ids: readonly string[]) {
  const taught = await database.sessionTrainer.findMany({
    where: { trainerId: { in: [...ids] } },
    orderBy: { startsAt: 'asc' },
    select: { session: sessionIn(locale) },
    take: ROWS_MAX,
  });
  return taught.map(({ session: { course, startsAt, state } }) => ({ course: titleOf(course), startsAt, state }));
}

async function listWaits(database: Transaction, locale: Locale, ids: readonly string[], show: ShowPhone) {
  const waits = await database.topicWait.findMany({
    where: hersIn(ids),
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      phone: true,
      createdAt: true,
      course: courseIn(locale),
      unit: { select: { unitNames: nameToday() } },
    },
    take: ROWS_MAX,
  });
  return waits.map(({ course, unit, createdAt, id, phone, ...row }) => ({
    ...row,
    phone: phone ? show(phone, id) : null,
    course: titleOf(course),
    unit: unitName(unit),
    on: dayOf(createdAt),
  }));
}

async function listCertificates(database: Transaction, locale: Locale, ids: readonly string[]) {
  const certificates = await database.certificate.findMany({
    where: hersIn(ids),
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
  });
  return certificates.map(({ code, holderName, topicVi, topicEn, heldOn, issuerVi, issuerEn, revokedAt }) => ({
    code,
    name: holderName,
    topic: locale === 'vi' ? topicVi : topicEn,
    heldOn: fromDate(heldOn),
    issuer: locale === 'vi' ? issuerVi : issuerEn,
    revokedOn: revokedAt && dayOf(revokedAt),
  }));
}

async function listQualifications(database: Transaction, ids: readonly string[]) {
  const qualifications = await database.qualification.findMany({
    where: hersIn(ids),
    orderBy: oldestFirst,
    select: { ...dated, endReason: true },
    take: ROWS_MAX,
  });
  return qualifications.map(({ endReason, ...days }) => ({ ...daysOf(days), endReason }));
}
