import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { EditPersonForm } from '@/components/people/edit-person-form';
import { may } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { editPerson } from '../../actions';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';

type Props = PageProps<'/admin/people/[personId]/edit'>;

/** A viewer who may read the record but not change this part finds no such page. */
async function load({ params }: Props) {
  const person = await loadPerson((await params).personId);
  return person.may.record ? person : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('people.edit'))('title', { name }) };
}

export default async function EditPersonPage(props: Props) {
  const [person, viewer] = await Promise.all([load(props), requireViewer()]);
  const t = await getTranslations('people.edit');
  return (
    <LivePage>
      <PartHead person={person} title={t('title', { name: person.name })} step={t('link')} />
      <div className="max-w-2xl">
        <EditPersonForm
          action={editPerson}
          person={person}
          mayMerge={may(viewer, 'merging.merge', person.keeper.path)}
        />
      </div>
    </LivePage>
  );
}
