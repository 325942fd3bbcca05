import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SheetForm } from '@/components/consents/sheet-form';
import { listConsents } from '@/domain/consents/consent-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart } from '../../load';
import { PartHead } from '../../part-head';
import { takeConsents } from '../actions';

type Props = PageProps<'/admin/people/[personId]/consents/sheet'>;

const loadSheet = (id: string) => loadPart(id, 'consents/sheet', 'consents.record');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([loadSheet((await params).personId), getTranslations('consents.sheet')]);
  return { title: t('titleOf', { name }) };
}

/** All that she is asked, on one sheet. */
export default async function ConsentSheetPage({ params }: Props) {
  const person = await loadSheet((await params).personId);
  const [t, consents] = await Promise.all([
    getTranslations('consents'),
    listConsents(await requireViewer(), person.id),
  ]);
  return (
    <>
      <PartHead
        person={person}
        title={t('sheet.titleOf', { name: person.name })}
        step={t('sheet.title')}
        below={{ label: t('title'), href: `/admin/people/${person.id}/consents` }}
        lead={t('sheet.lead')}
      />
      <div className="max-w-3xl">
        <SheetForm action={takeConsents} personId={person.id} purposes={consents ?? []} />
      </div>
    </>
  );
}
