import { z } from 'zod';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { languages } from '@/domain/people/language';
import { audiences } from '@/domain/scales/audience';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';
import { line, optional, prose } from '@/domain/texts/text';
import { fileInput } from '@/domain/upload';
import { versionInput } from '@/domain/version';
import { skillIdsInput } from './skill';

export const courseLevels = ['basic', 'intermediate', 'advanced'] as const;
export type CourseLevel = (typeof courseLevels)[number];

const MINUTES_MIN = 10;
const MINUTES_MAX = 2400;
const SKILLS_MAX = 10;
export const MATERIALS_MAX = 30;
export const MATERIAL_BYTES_MAX = 10_000_000;
/** Kinds that the browser offers to choose; the content of a file tells its real kind. */
export const MATERIAL_KINDS = 'application/pdf,image/jpeg,image/png,image/webp';

const minutesInput = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'not-a-number')
  .transform(Number)
  .refine((minutes) => minutes >= MINUTES_MIN && minutes <= MINUTES_MAX, 'minutes-out-of-range');

/** The words of a course, in both languages; the trainers' notes are theirs and the officials'. */
const fields = {
  level: z.enum(courseLevels),
  minutes: minutesInput,
  language: z.enum(languages),
  audience: z.enum(audiences),
  /** what a certificate asks in every skill of it; nothing said: being there is enough */
  certificateLevel: optional(z.enum(learnedLevels)),
  skillIds: skillIdsInput(SKILLS_MAX),
  titleVi: line(3, 120),
  titleEn: line(3, 120),
  descriptionVi: prose(10, 2000),
  descriptionEn: prose(10, 2000),
  preconditionsVi: optional(prose(0, 500)),
  preconditionsEn: optional(prose(0, 500)),
  trainerNotes: optional(prose(0, 5000)),
};

export const createCourseInput = z.object(fields);
export type CreateCourseInput = z.output<typeof createCourseInput>;

export const editCourseInput = createCourseInput.extend({ courseId: idInput, version: versionInput });
export type EditCourseInput = z.output<typeof editCourseInput>;

/** `retire`: nobody plans it any more, what is planned stays. `resume`: it is taught again. */
export const retireCourseInput = z.object({
  courseId: idInput,
  version: versionInput,
  step: z.enum(['retire', 'resume']),
});
export type RetireCourseInput = z.output<typeof retireCourseInput>;

const material = {
  courseId: idInput,
  title: line(3, 200),
  locale: z.enum(['vi', 'en']),
  isPublic: optional(z.literal('yes')),
};
const link = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'link-not-https' })
  .max(500, 'too-long')
  .refine((url) => !/\s/.test(url), 'link-not-https');

export const addLinkInput = z.object({ ...material, url: z.string().trim().pipe(link) });
export type AddLinkInput = z.output<typeof addLinkInput>;

export const addFileInput = z.object({ ...material, materialFile: fileInput(MATERIAL_BYTES_MAX) });
export type AddFileInput = z.output<typeof addFileInput>;

export const removeMaterialInput = z.object({ courseId: idInput, materialId: idInput });
export type RemoveMaterialInput = z.output<typeof removeMaterialInput>;

/** A course as the signed-in area lists it, in the viewer's language. */
export type CourseSummary = {
  id: string;
  code: string;
  title: string;
  level: CourseLevel;
  minutes: number;
  audience: (typeof audiences)[number];
  language: string;
  retired: boolean;
  demo: boolean;
  skills: string[];
};

/** Something a course hands out; `mime` says which kind of file it is, null for a link. */
export type CourseMaterial = {
  id: string;
  title: string;
  url: string | null;
  mime: string | null;
  bytes: number | null;
  locale: Locale;
  isPublic: boolean;
  /** its file was put here on a demonstration portal */
  demo: boolean;
};

/** The same on the page of its course. `picture`: of one, how many are said to be in it, and whether it is shown: nobody of them says no. */
export type KeptMaterial = CourseMaterial & { picture: { id: string; women: number; shown: boolean } | null };

export type CourseWords = { title: string; description: string; preconditions: string };

/** A course as its page shows it. `trainerNotes` is null for whoever may not read them, and where there are none. */
export type CourseRecord = CourseSummary & {
  version: number;
  /** what a certificate asks in every skill of it; null: being there is enough */
  certificateLevel: LearnedLevel | null;
  skillIds: string[];
  words: Record<Locale, CourseWords>;
  trainerNotes: string | null;
  materials: KeptMaterial[];
};

/** The values of its form's fields; also those on the server when somebody else was first. */
export const courseFields = (course: CourseRecord): Record<string, string> => ({
  level: course.level,
  minutes: String(course.minutes),
  language: course.language,
  audience: course.audience,
  certificateLevel: course.certificateLevel ?? '',
  skillIds: course.skillIds.join('\n'),
  titleVi: course.words.vi.title,
  titleEn: course.words.en.title,
  descriptionVi: course.words.vi.description,
  descriptionEn: course.words.en.description,
  preconditionsVi: course.words.vi.preconditions,
  preconditionsEn: course.words.en.preconditions,
  trainerNotes: course.trainerNotes ?? '',
  version: String(course.version),
});

/** The words of a course in the language asked, or else in Vietnamese. */
export const courseWords = <Words extends { locale: string }>(texts: Words[], locale: Locale): Words | undefined =>
  texts.find((text) => text.locale === locale) ?? texts.find((text) => text.locale === 'vi') ?? texts[0];
