import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { slugOf } from '@/domain/slug';
import { holdVersion } from '@/domain/version-writes';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type CreateCourseInput, courseFields, type EditCourseInput, type RetireCourseInput } from './course';
import { findCourse, mayKeepCourses } from './queries';

export type CourseProblem = 'not-found' | 'course-not-allowed' | 'skill-gone' | 'title-taken';

/** Courses are seen by whoever sees trainings; changing them is the province's. */
export function refusalOfCourse(viewer: Viewer) {
  if (!mayAnywhere(viewer, 'trainings.see')) return problem('not-found');
  return mayKeepCourses(viewer) ? null : problem('course-not-allowed');
}

/** A new course, taught from today on. Its code and its addresses come from the titles and stay. */
export async function createCourse(
  viewer: Viewer,
  input: CreateCourseInput,
): Promise<Result<{ id: string }, CourseProblem>> {
  const refused = refusalOfCourse(viewer) ?? (await refusalOfChoices(input));
  if (refused) return refused;
  const code = slugOf(input.titleEn);
  const slug = slugOf(input.titleVi);
  if (!code || !slug) return problem('title-taken');
  try {
    return await transaction((tx) => insertCourse(tx, viewer, input, { code, slug }));
  } catch (error) {
    if (NAMES_TAKEN.includes(refusal(error) ?? '')) return problem('title-taken');
    throw error;
  }
}

/** Keys that keep two courses from one name: also of two that are made at the same time, the second is told. */
const NAMES_TAKEN = ['course_code_key', 'course_text_locale_slug_key'];

async function insertCourse(
  tx: Transaction,
  viewer: Viewer,
  input: CreateCourseInput,
  { code, slug }: { code: string; slug: string },
) {
  const { id } = await tx.course.create({
    data: {
      ...columnsOf(input),
      code,
      courseTexts: {
        create: [
          { locale: 'vi', slug, ...textOf(input, 'Vi') },
          { locale: 'en', slug: code, ...textOf(input, 'En') },
        ],
      },
      courseSkills: { create: input.skillIds.map((skillId) => ({ skillId })) },
    },
    select: { id: true },
  });
  await note(tx, viewer, 'created', 'createCourse', id, { code, ...audited(input) });
  return ok({ id });
}

/** Changes what a course says. Its addresses stay, so that no link breaks; of two who change it at once the second is shown both. */
export async function editCourse(
  viewer: Viewer,
  input: EditCourseInput,
): Promise<Result<{ id: string }, CourseProblem | 'changed-meanwhile'>> {
  const { courseId, version } = input;
  const refused = refusalOfCourse(viewer) ?? (await refusalOfChoices(input, courseId));
  if (refused) return refused;
  const result = await transaction(async (tx) => {
    if (!(await holdVersion(tx, 'course', courseId, version))) return problem('changed-meanwhile');
    await tx.course.update({ where: { id: courseId }, data: columnsOf(input), select: { id: true } });
    for (const [locale, part] of [['vi', 'Vi'] as const, ['en', 'En'] as const])
      await tx.courseText.update({
        where: { courseId_locale: { courseId, locale } },
        data: textOf(input, part),
        select: { courseId: true },
      });
    await tx.courseSkill.deleteMany({ where: { courseId } });
    await tx.courseSkill.createMany({ data: input.skillIds.map((skillId) => ({ courseId, skillId })) });
    await note(tx, viewer, 'changed', 'editCourse', courseId, audited(input));
    return ok({ id: courseId });
  });
  if (result.ok) return result;
  const now = await findCourse(viewer, courseId);
  return now ? problem('changed-meanwhile', courseFields(now)) : problem('not-found');
}

/** Takes a course out of what is planned from today on, or back into it. Sessions that stand are held all the same. */
export async function retireCourse(
  viewer: Viewer,
  { courseId, version, step }: RetireCourseInput,
): Promise<Result<{ id: string }, CourseProblem | 'changed-since-read'>> {
  const refused = refusalOfCourse(viewer);
  if (refused) return refused;
  if (!(await findCourse(viewer, courseId))) return problem('not-found');
  return transaction(async (tx) => {
    if (!(await holdVersion(tx, 'course', courseId, version))) return problem('changed-since-read');
    const retiredOn = step === 'retire' ? toDate(today()) : null;
    await tx.course.update({ where: { id: courseId }, data: { retiredOn }, select: { id: true } });
    await note(tx, viewer, step === 'retire' ? 'ended' : 'changed', `${step}Course`, courseId, { step });
    return ok({ id: courseId });
  });
}

const columnsOf = ({ level, minutes, language, audience, certificateLevel, trainerNotes }: CreateCourseInput) => ({
  level,
  minutes,
  language,
  audience,
  certificateLevel: certificateLevel ?? null,
  trainerNotes: trainerNotes ?? null,
});

/** The part of a course that the trail keeps: its level for a certificate decides who gets one. */
const audited = ({ level, minutes, certificateLevel }: CreateCourseInput) => ({
  level,
  minutes,
  certificateLevel: certificateLevel ?? null,
});

const textOf = (input: CreateCourseInput, part: 'Vi' | 'En') => ({
  title: input[`title${part}`],
  description: input[`description${part}`],
  preconditions: input[`preconditions${part}`] ?? null,
});

/** Every tag is one of the framework that is used today, or one the course has already. */
async function refusalOfChoices({ skillIds }: CreateCourseInput, courseId?: string) {
  const known = await db.skill.count({
    where: {
      id: { in: skillIds },
      OR: [{ retiredOn: null }, ...(courseId ? [{ courseSkills: { some: { courseId } } }] : [])],
    },
  });
  return known === skillIds.length ? null : problem('skill-gone');
}

const note = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'changed' | 'ended',
  action: string,
  subjectId: string,
  change: Record<string, unknown>,
) => record(tx, viewer, { verb, action, subjectType: 'course', subjectId, change });
