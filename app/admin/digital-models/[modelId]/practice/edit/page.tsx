import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PracticeForm } from '@/components/digital-models/practices/practice-form';
import { ModelPage } from '../../model-page';
import { writePractice } from '../actions';
import { loadClub } from '../load';

type Props = PageProps<'/admin/digital-models/[modelId]/practice/edit'>;

/** A viewer who may read the practice but not write finds no such page. */
async function load({ params }: Props) {
  const model = await loadClub((await params).modelId);
  return model.may.sharePractice ? model : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: (await getTranslations('digital-models.practice'))('editTitle') };
}

export default async function EditPracticePage(props: Props) {
  const model = await load(props);
  const t = await getTranslations('digital-models.practice');
  return (
    <LivePage>
      <ModelPage model={model} tab="practice" title={t('editTitle')}>
        <div className="max-w-2xl">
          <p className="mb-5 text-ink-2">{t('editLead')}</p>
          <PracticeForm action={writePractice} model={model} />
        </div>
      </ModelPage>
    </LivePage>
  );
}
