import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { NeededSkillsForm } from '@/components/courses/needed-skills-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayKeepCourses } from '@/domain/courses/queries';
import { idsOfNeeded, versionOfNeeded } from '@/domain/courses/skill';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { requireViewer } from '@/server/sign-in/session';
import { setNeededSkills } from '../actions';
import { coursesPath, skillOptions } from '../choices';

type Props = PageProps<'/admin/courses/skills'>;

async function load() {
  const viewer = await requireViewer();
  return mayKeepCourses(viewer) ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('courses'))('skills.title') };
}

/** The skills that a recognised instructor masters alone: data of the province, not a rule in the code. */
export default async function NeededSkillsPage({ searchParams }: Props) {
  const viewer = await load();
  const [t, skills, query] = await Promise.all([getTranslations('courses'), listPublishedSkills(), searchParams]);
  return (
    <LivePage>
      {oneOf(query.said) === 'saved' && <Notice title={t('skills.saved')} />}
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: coursesPath }, { label: t('skills.title') }]} />
        }
        title={t('skills.title')}
        lead={t('skills.lead')}
      />
      <NeededSkillsForm
        action={setNeededSkills}
        skills={skillOptions(skills, viewer.locale)}
        needed={idsOfNeeded(skills)}
        version={versionOfNeeded(skills)}
        leave={coursesPath}
      />
    </LivePage>
  );
}
