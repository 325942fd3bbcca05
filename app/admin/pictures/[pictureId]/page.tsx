import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { FacesForm, PictureForm, RemovePicture } from '@/components/pictures/picture-forms';
import { PicturePlaces, PictureView } from '@/components/pictures/picture-view';
import { GivenBackMeanwhile, WaitingWords } from '@/components/pictures/waiting-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { listPlacesOfPicture } from '@/domain/articles/pictures/lead-picture-queries';
import { listNamesWaiting } from '@/domain/newsroom/picture-words/named-words-queries';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { requireViewer } from '@/server/sign-in/session';
import { approvePictureWords, editPicture, removePicture, returnPictureWords, sayFaces } from '../actions';
import { picturesPath } from '../asked';
import { Women } from './women';

type Props = PageProps<'/admin/pictures/[pictureId]'>;

const SAID = [
  'added',
  'edited',
  'editedWaits',
  'approved',
  'gaveBack',
  'nobody',
  'named',
  'taken',
  'withdrawn',
  'withdrawnUse',
] as const;

const load = cache(async (pictureId: string) => {
  const viewer = await requireViewer();
  return { viewer, picture: (await findLibraryPicture(viewer, pictureId)) ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).pictureId)).picture.alt };
}

/** A picture: what it shows, who is in it, what each of them agreed to, and where it is used. */
export default async function PicturePage({ params, searchParams }: Props) {
  const [{ pictureId }, query] = await Promise.all([params, searchParams]);
  const { viewer, picture } = await load(pictureId);
  const [t, places, names] = await Promise.all([
    getTranslations('pictures'),
    listPlacesOfPicture(viewer, pictureId),
    listNamesWaiting(viewer, picture),
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`said.${said}`)} />}
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: picturesPath }]}>
            {picture.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={picture.alt}
      />
      <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <PictureView picture={picture} />
          <PicturePlaces places={places ?? []} />
        </div>
        <div className="grid min-w-0 gap-6">
          <Women viewer={viewer} picture={picture} who={oneOf(query.who)} person={oneOf(query.person)} />
          {picture.kept && <FacesForm picture={picture} action={sayFaces} />}
          {!picture.waiting?.mayDecide && <GivenBackMeanwhile pictureId={picture.id} giveBack={returnPictureWords} />}
          {picture.waiting && (
            <WaitingWords
              picture={picture}
              waiting={picture.waiting}
              names={names}
              approve={approvePictureWords}
              giveBack={returnPictureWords}
            />
          )}
          {picture.kept && <PictureForm picture={picture} action={editPicture} />}
          {picture.kept && <RemovePicture picture={picture} action={removePicture} />}
        </div>
      </div>
    </LivePage>
  );
}
