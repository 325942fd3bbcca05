import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { MaterialWomen } from '@/components/courses/material-women';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findConsentPerson, findConsentText } from '@/domain/consents/consent-queries';
import { findMaterialPicture } from '@/domain/consents/picture-use-queries';
import { isId } from '@/domain/id';
import { listPeople } from '@/domain/people/list-queries';
import { requireViewer } from '@/server/sign-in/session';
import { coursesPath, materialPicturePath } from '../../choices';
import { sayNotInPicture, takeConsent, withdrawConsent } from './actions';

type Props = PageProps<'/admin/courses/pictures/[pictureId]'>;

const SAID = ['taken', 'withdrawn', 'notIn', 'notInWaits'] as const;
const FOUND_MAX = 8;

const load = cache(async (pictureId: string) => {
  const viewer = await requireViewer();
  const picture = await findMaterialPicture(viewer, pictureId);
  return picture ? { viewer, picture } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { picture } = await load((await params).pictureId);
  return { title: (await getTranslations('courses.women'))('titleOf', { title: picture.title }) };
}

/** A picture that a course hands out: who can be recognised in it, what each of them answered, and asking one more. */
export default async function MaterialPicturePage({ params, searchParams }: Props) {
  const [{ pictureId }, query] = await Promise.all([params, searchParams]);
  const { viewer, picture } = await load(pictureId);
  const who = oneOf(query.who)?.slice(0, 100);
  const [t, asking] = await Promise.all([
    getTranslations('courses'),
    mayAnywhere(viewer, 'consents.record') ? askingOf(viewer, who, oneOf(query.person)) : null,
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const crumbs = [
    { label: t('title'), href: coursesPath },
    { label: picture.course.title, href: `${coursesPath}/${picture.course.id}` },
  ];
  return (
    <LivePage>
      {said && <Notice title={t(`women.said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('women.titleOf', { title: picture.title })}
        lead={t('women.lead')}
      />
      <MaterialWomen
        picture={picture}
        here={materialPicturePath(pictureId)}
        asking={asking}
        actions={{ take: takeConsent, withdraw: withdrawConsent, notInPicture: sayNotInPicture }}
      />
    </LivePage>
  );
}

/** The wording, whom a name may mean, and whom she asks now. */
async function askingOf(viewer: Viewer, who = '', person: string | undefined) {
  const [text, found, asked] = await Promise.all([
    findConsentText(viewer, 'image'),
    who ? listPeople(viewer, { q: who }) : null,
    person && isId(person) ? findConsentPerson(viewer, person, 'consents.record') : null,
  ]);
  const people = found?.people.slice(0, FOUND_MAX).map(({ id, name, unitName }) => ({ id, name, unitName })) ?? null;
  return { text, who, people, asked: asked && { id: asked.id, name: asked.name } };
}
