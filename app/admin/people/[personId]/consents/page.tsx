import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PicturesPanel } from '@/components/consents/pictures-panel';
import { PurposePanel } from '@/components/consents/purpose-panel';
import { Notice } from '@/components/ui/notice';
import { findConsentPerson, listConsents } from '@/domain/consents/consent-queries';
import { listPictureConsents } from '@/domain/consents/picture-queries';
import { requireViewer } from '@/server/session';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { sayNotInPicture, takeConsent, withdrawConsent } from './actions';

type Props = PageProps<'/admin/people/[personId]/consents'>;

const saids = ['taken', 'withdrawn', 'notInPicture'] as const;

const loadPerson = cache(async (id: string) => (await findConsentPerson(await requireViewer(), id)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([loadPerson((await params).personId), getTranslations('consents')]);
  return { title: `${t('title')} – ${name}` };
}

export default async function ConsentsPage({ params, searchParams }: Props) {
  const [{ personId }, { said }] = await Promise.all([params, searchParams]);
  const person = await loadPerson(personId);
  const viewer = await requireViewer();
  const [t, consents, pictures] = await Promise.all([
    getTranslations('consents'),
    listConsents(viewer, personId),
    listPictureConsents(viewer, personId),
  ]);
  const done = saids.find((key) => key === said);
  return (
    <>
      <PartHead
        person={person}
        title={`${person.name}: ${t('title').toLowerCase()}`}
        step={t('title')}
        lead={t('lead')}
      />
      <Tabs personId={person.id} current="consents" />
      {done && <Notice title={t(`said.${done}`)} />}
      <div className="grid max-w-4xl gap-4">
        {(consents ?? []).map((each) => (
          <PurposePanel
            key={each.purpose}
            personId={person.id}
            consents={each}
            actions={{ take: takeConsent, withdraw: withdrawConsent }}
          />
        ))}
        <PicturesPanel
          personId={person.id}
          pictures={pictures ?? []}
          text={consents?.find(({ purpose }) => purpose === 'image')?.text ?? null}
          actions={{ take: takeConsent, withdraw: withdrawConsent, notInPicture: sayNotInPicture }}
        />
      </div>
    </>
  );
}
