import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CourseMaterials } from '@/components/courses/course-materials';
import { CourseRecord, RetireCourse } from '@/components/courses/course-record';
import { PageHead } from '@/components/layout/page-head';
import { NamesInWords } from '@/components/newsroom/names-in-words';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { listNamesInPublishedWords } from '@/domain/articles/written-names/public-words-queries';
import type { CourseRecord as Course } from '@/domain/courses/course';
import { findCourse, mayKeepCourses } from '@/domain/courses/queries';
import { requireViewer } from '@/server/sign-in/session';
import { addMaterialFile, addMaterialLink, removeMaterial, retireCourse } from '../actions';
import { courseChoices, coursesPath, materialPicturePath } from '../choices';

type Props = PageProps<'/admin/courses/[courseId]'>;

const SAID = ['created', 'saved', 'retired', 'resumed', 'added', 'removed'] as const;

const load = cache(async (courseId: string) => {
  const viewer = await requireViewer();
  const course = await findCourse(viewer, courseId);
  return course ? { viewer, course } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).courseId)).course.title };
}

export default async function CoursePage({ params, searchParams }: Props) {
  const [{ viewer, course }, t, query] = await Promise.all([
    load((await params).courseId),
    getTranslations('courses'),
    searchParams,
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const [keeps, { languages }] = [mayKeepCourses(viewer), await courseChoices(viewer)];
  return (
    <LivePage>
      {said && <Notice title={t(`record.done.${said}`)} />}
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: coursesPath }, { label: course.title }]}>
            {course.demo && <DemoMark />}
            {course.retired && <Badge tone="plain">{t('retired')}</Badge>}
          </Breadcrumbs>
        }
        title={course.title}
        actions={<Actions viewer={viewer} course={course} />}
      />
      {keeps && <Named course={course} />}
      <div className="grid items-start gap-9 2xl:grid-cols-[minmax(0,1fr)_26rem]">
        <CourseRecord
          course={course}
          language={languages.find(({ value }) => value === course.language)?.label ?? course.language}
        />
        <div className="grid gap-7">
          <CourseMaterials
            locale={viewer.locale}
            materials={course.materials}
            hrefOf={({ id, url }) => url ?? `${coursesPath}/materials/${id}`}
            womenIn={mayAnywhere(viewer, 'consents.see') ? materialPicturePath : null}
            {...(keeps
              ? {
                  keep: {
                    courseId: course.id,
                    addLink: addMaterialLink,
                    addFile: addMaterialFile,
                    remove: removeMaterial,
                  },
                }
              : {})}
          />
          {keeps && <RetireCourse course={course} action={retireCourse} />}
        </div>
      </div>
    </LivePage>
  );
}

/** Whom what everybody reads of it names; the trainers' notes are not among that. */
async function Named({ course: { words, materials } }: { course: Course }) {
  const said = Object.values(words).flatMap((own) => Object.values(own));
  const titles = materials.filter(({ isPublic }) => isPublic).map(({ title }) => title);
  return <NamesInWords names={await listNamesInPublishedWords([...said, ...titles])} />;
}

function Actions({ viewer, course: { id, retired } }: { viewer: Viewer; course: Course }) {
  const t = useTranslations('courses.record');
  return (
    <>
      {!retired && mayAnywhere(viewer, 'trainings.propose') && (
        <ButtonLink as={Link} href={`/admin/trainings/new?courseId=${id}`} compact icon="plus">
          {t('propose')}
        </ButtonLink>
      )}
      {mayKeepCourses(viewer) && (
        <ButtonLink as={Link} href={`${coursesPath}/${id}/edit`} compact icon="pencil">
          {t('edit')}
        </ButtonLink>
      )}
    </>
  );
}
