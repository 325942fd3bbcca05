import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { NewPictureForm } from '@/components/pictures/picture-forms';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { addPicture } from '../actions';
import { picturesPath } from '../asked';

async function viewerHere() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'pictures.keep') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerHere();
  return { title: (await getTranslations('pictures'))('new.title') };
}

export default async function NewPicturePage() {
  const viewer = await viewerHere();
  const scope = {
    permission: 'pictures.keep' as const,
    levels: ['province' as const, 'commune' as const, 'sub_association' as const],
  };
  const [t, { question }] = await Promise.all([
    getTranslations('pictures'),
    askForUnit(viewer, scope, undefined, ({ level }) => level === 'province'),
  ]);
  const crumbs = [{ label: t('title'), href: picturesPath }, { label: t('new.title') }];
  return (
    <LivePage>
      <PageHead above={<Breadcrumbs as={Link} crumbs={crumbs} />} title={t('new.title')} lead={t('new.lead')} />
      <NewPictureForm action={addPicture} unit={question} leave={picturesPath} />
    </LivePage>
  );
}
