import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PicturesPanel } from '@/components/consents/pictures-panel';
import { PurposePanel } from '@/components/consents/purpose-panel';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { findConsentPerson, listConsents } from '@/domain/consents/consent-queries';
import { listPictureConsents } from '@/domain/consents/picture-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart } from '../load';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { sayNotInPicture, takeConsent, withdrawConsent } from './actions';

type Props = PageProps<'/admin/people/[personId]/consents'>;

const saids = ['taken', 'sheet', 'withdrawn', 'notInPicture', 'notInPictureWaits'] as const;

const loadConsents = (id: string) => loadPart(id, 'consents', 'consents.see');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([loadConsents((await params).personId), getTranslations('consents')]);
  return { title: `${t('title')} – ${name}` };
}

export default async function ConsentsPage({ params, searchParams }: Props) {
  const [{ personId }, { said }] = await Promise.all([params, searchParams]);
  const person = await loadConsents(personId);
  const viewer = await requireViewer();
  const [t, records, consents, pictures] = await Promise.all([
    getTranslations('consents'),
    findConsentPerson(viewer, personId, 'consents.record'),
    listConsents(viewer, personId),
    listPictureConsents(viewer, personId),
  ]);
  const done = saids.find((key) => key === said);
  return (
    <LivePage>
      <PartHead
        person={person}
        title={`${person.name}: ${t('title').toLowerCase()}`}
        step={t('title')}
        lead={t('lead')}
        actions={
          records && (
            <ButtonLink as={Link} href={`/admin/people/${person.id}/consents/sheet`} variant="primary" icon="pencil">
              {t('consentSheet.open')}
            </ButtonLink>
          )
        }
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
    </LivePage>
  );
}
