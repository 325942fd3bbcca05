import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { CourseForm } from '@/components/courses/course-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { mayKeepCourses } from '@/domain/courses/queries';
import { requireViewer } from '@/server/sign-in/session';
import { createCourse } from '../actions';
import { courseChoices, coursesPath } from '../choices';

async function load() {
  const viewer = await requireViewer();
  return mayKeepCourses(viewer) ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('courses'))('form.newTitle') };
}

export default async function NewCoursePage() {
  const viewer = await load();
  const [t, choices] = await Promise.all([getTranslations('courses'), courseChoices(viewer)]);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: coursesPath }, { label: t('form.newTitle') }]} />
        }
        title={t('form.newTitle')}
      />
      <CourseForm action={createCourse} {...choices} values={{}} leave={coursesPath} />
    </LivePage>
  );
}
