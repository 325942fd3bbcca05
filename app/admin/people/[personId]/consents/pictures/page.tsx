import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AskedPictureView } from '@/components/consents/asked-picture';
import { TakePictureForm } from '@/components/consents/picture-uses';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { findConsentText } from '@/domain/consents/consent-queries';
import { listPicturesNear } from '@/domain/consents/picture-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart } from '../../load';
import { PartHead } from '../../part-head';
import { takeConsent } from '../actions';

type Props = PageProps<'/admin/people/[personId]/consents/pictures'>;

const loadPictures = (id: string) => loadPart(id, 'consents/pictures', 'consents.record');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadPictures((await params).personId);
  return { title: (await getTranslations('consents.picture'))('titleOf', { name }) };
}

/** Pictures around her unit: the official says in which she can be recognised, and what she answered. */
export default async function PicturesPage({ params, searchParams }: Props) {
  const [{ personId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const person = await loadPictures(personId);
  const [t, text, { pictures, next }] = await Promise.all([
    getTranslations('consents'),
    findConsentText(viewer, 'image'),
    listPicturesNear(viewer, personId, oneOf(query.after)),
  ]);
  const path = `/admin/people/${personId}/consents`;
  return (
    <LivePage>
      <PartHead
        person={person}
        title={t('picture.titleOf', { name: person.name })}
        step={t('picture.choose')}
        below={{ label: t('title'), href: path }}
        lead={t('picture.chooseLead')}
      />
      {pictures.length === 0 && <EmptyState title={t('picture.nothing')}>{t('picture.nothingHint')}</EmptyState>}
      <ul className="grid items-start gap-6 md:grid-cols-2 2xl:grid-cols-3">
        {pictures.map((picture) => (
          <li key={picture.id} className="min-w-0 rounded-control border border-rule bg-card p-[18px]">
            <AskedPictureView picture={picture} />
            {text ? (
              <TakePictureForm
                action={takeConsent}
                personId={personId}
                picture={picture}
                text={text}
                fold={{ summary: t('picture.isIn'), of: picture.alt }}
              />
            ) : (
              <p className="mt-2">{t('record.noText')}</p>
            )}
          </li>
        ))}
      </ul>
      <Pager as={Link} next={next && `${path}/pictures?after=${next}`} />
    </LivePage>
  );
}
