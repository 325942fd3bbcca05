import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { compareWords } from '@/domain/order';
import { db, type Prisma } from '@/prisma/client';
import {
  type CourseMaterial,
  type CourseRecord,
  type CourseSummary,
  courseWords,
  type KeptMaterial,
  MATERIALS_MAX,
} from './course';
import { fileName, type StoredFile } from './material';

const COURSES_MAX = 200;

/** All courses for whoever may see trainings, those of today first, in the order of their titles. */
export async function listCourseRecords(viewer: Viewer): Promise<CourseSummary[]> {
  if (!mayAnywhere(viewer, 'trainings.see')) return [];
  const rows = await db.course.findMany({ select: summarySelect(), orderBy: { code: 'asc' }, take: COURSES_MAX });
  return rows
    .map((row) => toSummary(row, viewer.locale))
    .sort((a, b) => Number(a.retired) - Number(b.retired) || compareWords(a.title, b.title));
}

/** One course with its words and materials; null when there is none or the viewer sees no trainings. */
export async function findCourse(viewer: Viewer, courseId: string): Promise<CourseRecord | null> {
  if (!isId(courseId) || !mayAnywhere(viewer, 'trainings.see')) return null;
  const row = await db.course.findUnique({ where: { id: courseId }, select: recordSelect() });
  if (!row) return null;
  const words = (locale: Locale) => {
    const text = row.courseTexts.find((each) => each.locale === locale);
    return {
      title: text?.title ?? '',
      description: text?.description ?? '',
      preconditions: text?.preconditions ?? '',
    };
  };
  return {
    ...toSummary(row, viewer.locale),
    version: row.version,
    certificateLevel: row.certificateLevel,
    skillIds: row.courseSkills.map(({ skill }) => skill.id),
    words: { vi: words('vi'), en: words('en') },
    trainerNotes: mayReadNotes(viewer) ? row.trainerNotes : null,
    materials: row.courseMaterials.map(toKeptMaterial),
  };
}

/** May she change courses? They are one for all communes. */
export const mayKeepCourses = (viewer: Viewer) => mayForProvince(viewer, 'trainings.keep-courses');

/** Notes for trainers are for whoever may propose a session of the course: trainers and officials. */
const mayReadNotes = (viewer: Viewer) => mayAnywhere(viewer, 'trainings.propose');

/** The place of a course's file, for whoever may see trainings; null as if there were none. */
export async function findMaterialFile(viewer: Viewer, materialId: string): Promise<StoredFile | null> {
  return mayAnywhere(viewer, 'trainings.see') ? storedFile(materialId, {}) : null;
}

/** Materials that a course hands out to everyone: in the reader's language first, then the other. */
export async function listPublishedMaterials(locale: Locale, courseCode: string): Promise<CourseMaterial[]> {
  const rows = await db.courseMaterial.findMany({
    where: { isPublic: true, course: { code: courseCode }, OR: [{ fileId: null }, { file: { withdrawnAt: null } }] },
    select: materialSelect(),
    orderBy: { position: 'asc' },
    take: MATERIALS_MAX,
  });
  return rows.map(toMaterial).sort((a, b) => Number(a.locale !== locale) - Number(b.locale !== locale));
}

/** The place of a course's public file, for everyone; null when there is none, or not for everyone. */
export const findPublishedMaterialFile = (materialId: string): Promise<StoredFile | null> =>
  storedFile(materialId, { isPublic: true });

async function storedFile(materialId: string, narrowed: Prisma.CourseMaterialWhereInput): Promise<StoredFile | null> {
  if (!isId(materialId)) return null;
  const row = await db.courseMaterial.findFirst({
    where: { AND: [{ id: materialId, file: { withdrawnAt: null } }, narrowed] },
    select: { title: true, file: { select: { sha256: true, mime: true } } },
  });
  if (!row?.file) return null;
  const { sha256, mime } = row.file;
  return { sha256: Buffer.from(sha256).toString('hex'), mime, name: fileName(row.title, mime) };
}

const materialSelect = () =>
  ({
    id: true,
    title: true,
    url: true,
    locale: true,
    isPublic: true,
    file: { select: { mime: true, bytes: true, demo: true } },
  }) as const;

type MaterialRow = Prisma.CourseMaterialGetPayload<{ select: ReturnType<typeof materialSelect> }>;

const toMaterial = ({ file, locale, ...row }: MaterialRow): CourseMaterial => ({
  ...row,
  locale: locale === 'en' ? 'en' : 'vi',
  mime: file?.mime ?? null,
  bytes: file?.bytes ?? null,
  demo: file?.demo ?? false,
});

const keptMaterialSelect = () => {
  const { file, ...rest } = materialSelect();
  const picture = { id: true, withdrawnAt: true, _count: { select: { mediaPersons: true } } } as const;
  return { ...rest, file: { select: { ...file.select, ...picture } } } as const;
};
type KeptRow = Prisma.CourseMaterialGetPayload<{ select: ReturnType<typeof keptMaterialSelect> }>;

function toKeptMaterial({ file, ...row }: KeptRow): KeptMaterial {
  const isPicture = file?.mime.startsWith('image/');
  const picture = file && { id: file.id, women: file._count.mediaPersons, shown: file.withdrawnAt === null };
  return { ...toMaterial({ ...row, file }), picture: isPicture ? picture : null };
}

const summarySelect = () =>
  ({
    id: true,
    code: true,
    level: true,
    minutes: true,
    audience: true,
    language: true,
    retiredOn: true,
    demo: true,
    courseTexts: { select: { locale: true, title: true, description: true, preconditions: true }, take: 2 },
    courseSkills: {
      select: { skill: { select: { id: true, nameVi: true, nameEn: true } } },
      orderBy: { skill: { position: 'asc' as const } },
      take: 20,
    },
  }) as const;

const recordSelect = () =>
  ({
    ...summarySelect(),
    version: true,
    certificateLevel: true,
    trainerNotes: true,
    courseMaterials: { select: keptMaterialSelect(), orderBy: { position: 'asc' as const }, take: MATERIALS_MAX },
  }) as const;

type SummaryRow = Prisma.CourseGetPayload<{ select: ReturnType<typeof summarySelect> }>;

function toSummary(row: SummaryRow, locale: Locale): CourseSummary {
  const { id, code, level, minutes, audience, language, retiredOn, demo } = row;
  return {
    id,
    code,
    level,
    minutes,
    audience,
    language,
    demo,
    title: courseWords(row.courseTexts, locale)?.title ?? code,
    retired: retiredOn !== null && retiredOn <= toDate(today()),
    skills: row.courseSkills.map(({ skill }) => (locale === 'vi' ? skill.nameVi : skill.nameEn)),
  };
}
