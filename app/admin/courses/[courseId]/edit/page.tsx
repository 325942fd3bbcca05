import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { CourseForm } from '@/components/courses/course-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { courseFields } from '@/domain/courses/course';
import { findCourse, mayKeepCourses } from '@/domain/courses/queries';
import { requireViewer } from '@/server/sign-in/session';
import { editCourse } from '../../actions';
import { courseChoices, coursesPath } from '../../choices';

type Props = PageProps<'/admin/courses/[courseId]/edit'>;

const load = cache(async (courseId: string) => {
  const viewer = await requireViewer();
  const course = mayKeepCourses(viewer) ? await findCourse(viewer, courseId) : null;
  return course ? { viewer, course } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await load((await params).courseId);
  return { title: `${(await getTranslations('courses'))('form.editTitle')}: ${course.title}` };
}

export default async function EditCoursePage({ params }: Props) {
  const [{ viewer, course }, t] = await Promise.all([load((await params).courseId), getTranslations('courses')]);
  const own = `${coursesPath}/${course.id}`;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('title'), href: coursesPath },
              { label: course.title, href: own },
              { label: t('form.editTitle') },
            ]}
          />
        }
        title={t('form.editTitle')}
      />
      <CourseForm
        action={editCourse}
        {...(await courseChoices(viewer))}
        values={courseFields(course)}
        edited={{ id: course.id, version: course.version }}
        leave={own}
      />
    </LivePage>
  );
}
