import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AskedPictureView } from '@/components/consents/asked-picture';
import { FacesAgain } from '@/components/consents/faces-again';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { findFacesWaiting } from '@/domain/consents/faces/faces-queries';
import { pictureFaces } from '@/domain/pictures/library';
import { requireViewer } from '@/server/sign-in/session';
import { sayFacesAgain } from './actions';

type Props = PageProps<'/admin/pictures/[pictureId]/faces'>;

const load = cache(
  async (pictureId: string) => (await findFacesWaiting(await requireViewer(), pictureId)) ?? notFound(),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).pictureId);
  return { title: (await getTranslations('consents.faces'))('title') };
}

/** A picture of a model or a course that somebody was taken off who had said no: another looks who is in it. */
export default async function FacesPage({ params, searchParams }: Props) {
  const [{ pictureId }, query] = await Promise.all([params, searchParams]);
  const [t, picture] = await Promise.all([getTranslations('consents.faces'), load(pictureId)]);
  const said = pictureFaces.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('above'), href: '/admin' }]} />}
        title={t('title')}
        lead={t('lead')}
      />
      <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-2">
        <div className="min-w-0">
          <AskedPictureView picture={{ ...picture, shown: picture.shown || picture.mayLook }} />
        </div>
        <FacesAgain picture={picture} action={sayFacesAgain} />
      </div>
    </LivePage>
  );
}
