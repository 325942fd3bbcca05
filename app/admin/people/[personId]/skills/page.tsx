import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { SeenSkills } from '@/components/people/skills/seen-skills';
import { AddSkillForm } from '@/components/people/skills/skill-form';
import { Panel } from '@/components/ui/panels/panel';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { today } from '@/domain/days/day';
import { listSeenSkills } from '@/domain/people/skills/skill-queries';
import { requireViewer } from '@/server/sign-in/session';
import { markSkill } from '../../actions';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';

type Props = PageProps<'/admin/people/[personId]/skills'>;

/** A viewer who may read the record but not change this part finds no such page. */
async function load({ params }: Props) {
  const person = await loadPerson((await params).personId);
  return person.may.record ? person : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('people.skills'))('title', { name }) };
}

export default async function SkillsPage(props: Props) {
  const [person, viewer] = await Promise.all([load(props), requireViewer()]);
  const [t, all, seen] = await Promise.all([
    getTranslations('people'),
    listPublishedSkills(),
    listSeenSkills(viewer, person.id),
  ]);
  const skills = all.filter(({ id }) => !seen.some(({ skillId }) => skillId === id));
  const options = skills.map(({ id, nameVi, nameEn }) => ({
    value: id,
    label: viewer.locale === 'vi' ? nameVi : nameEn,
  }));
  return (
    <LivePage>
      <PartHead person={person} title={t('skills.title', { name: person.name })} step={t('record.skills')} />
      <div className="grid max-w-2xl gap-6">
        {seen.length > 0 && (
          <Panel title={t('skills.seen')}>
            <SeenSkills action={markSkill} personId={person.id} skills={seen} today={today()} />
          </Panel>
        )}
        <Panel title={t('skills.add')} grid>
          <AddSkillForm action={markSkill} personId={person.id} skills={options} today={today()} />
        </Panel>
      </div>
    </LivePage>
  );
}
