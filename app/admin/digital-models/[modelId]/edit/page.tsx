import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { EditForm } from '@/components/digital-models/edit-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import { editModel } from '../../actions';
import { modelsPath } from '../../asked';
import { loadModel } from '../load';

type Props = PageProps<'/admin/digital-models/[modelId]/edit'>;

/** A viewer who may read the model but not edit finds no such page. */
async function load({ params }: Props) {
  const model = await loadModel((await params).modelId);
  return model.may.edit ? model : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('digital-models.edit'))('title', { name }) };
}

export default async function EditModelPage(props: Props) {
  const model = await load(props);
  const t = await getTranslations('digital-models');
  const crumbs = [
    { label: t('title'), href: modelsPath },
    { label: model.name, href: `${modelsPath}/${model.id}` },
    { label: t('edit.link') },
  ];
  return (
    <LivePage>
      <PageHead above={<Breadcrumbs as={Link} crumbs={crumbs} />} title={t('edit.title', { name: model.name })} />
      <div className="max-w-2xl">
        <EditForm action={editModel} model={model} today={today()} />
      </div>
    </LivePage>
  );
}
