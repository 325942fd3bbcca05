import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { CourseSummary } from '@/domain/courses/course';
import { listCourseRecords, mayKeepCourses } from '@/domain/courses/queries';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { trainingParts } from '../trainings/parts';
import { coursesPath } from './choices';

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.see') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('courses'))('title') };
}

export default async function CoursesPage() {
  const viewer = await load();
  const [t, courses] = await Promise.all([getTranslations('courses'), listCourseRecords(viewer)]);
  return (
    <LivePage>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          mayKeepCourses(viewer) && (
            <>
              <ButtonLink as={Link} href={`${coursesPath}/skills`} icon="people">
                {t('skills.open')}
              </ButtonLink>
              <ButtonLink as={Link} href={`${coursesPath}/new`} variant="primary" icon="plus">
                {t('add')}
              </ButtonLink>
            </>
          )
        }
      />
      <TrainingParts current="courses" offered={trainingParts(viewer)} />
      <CourseTable viewer={viewer} courses={courses} />
    </LivePage>
  );
}

function CourseTable({ viewer, courses }: { viewer: Viewer; courses: CourseSummary[] }) {
  const t = useTranslations('courses');
  const audience = useTranslations('trainings.form.audiences');
  const columns: Column<CourseSummary>[] = [
    {
      label: t('columns.title'),
      kind: 'title',
      cell: ({ id, title, skills, demo }) => (
        <span>
          <Link href={`${coursesPath}/${id}`}>{title}</Link>
          {demo && <DemoMark />}
          <small className="block font-normal text-ink-2 text-sm">{skills.join(', ')}</small>
        </span>
      ),
    },
    { label: t('columns.level'), cell: ({ level }) => t(`level.${level}`) },
    {
      label: t('columns.minutes'),
      kind: 'number',
      cell: ({ minutes }) => (
        <span className="md:whitespace-nowrap">{t('minutes', { count: formatNumber(viewer.locale, minutes) })}</span>
      ),
    },
    { label: t('columns.audience'), cell: (course) => audience(course.audience) },
    {
      label: t('columns.state'),
      cell: ({ retired }) => <Badge tone={retired ? 'plain' : 'done'}>{t(retired ? 'retired' : 'taught')}</Badge>,
    },
  ];
  return <Table caption={t('list')} columns={columns} rows={courses} keyOf={({ id }) => id} />;
}
