import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { ConsentSheetForm } from '@/components/consents/consent-sheet-form';
import { listConsents } from '@/domain/consents/consent-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart } from '../../load';
import { PartHead } from '../../part-head';
import { takeConsents } from '../actions';

type Props = PageProps<'/admin/people/[personId]/consents/sheet'>;

const loadConsentSheet = (id: string) => loadPart(id, 'consents/sheet', 'consents.record');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([
    loadConsentSheet((await params).personId),
    getTranslations('consents.consentSheet'),
  ]);
  return { title: t('titleOf', { name }) };
}

/** All that she is asked, on one sheet. */
export default async function ConsentSheetPage({ params }: Props) {
  const person = await loadConsentSheet((await params).personId);
  const [t, consents] = await Promise.all([
    getTranslations('consents'),
    listConsents(await requireViewer(), person.id),
  ]);
  return (
    <LivePage>
      <PartHead
        person={person}
        title={t('consentSheet.titleOf', { name: person.name })}
        step={t('consentSheet.title')}
        below={{ label: t('title'), href: `/admin/people/${person.id}/consents` }}
        lead={t('consentSheet.lead')}
      />
      <div className="max-w-3xl">
        <ConsentSheetForm action={takeConsents} personId={person.id} purposes={consents ?? []} />
      </div>
    </LivePage>
  );
}
