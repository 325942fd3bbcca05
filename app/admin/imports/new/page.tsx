import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { UploadForm } from '@/components/imports/upload-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
import { uploadSheet } from '../actions';
import { importsPath } from '../asked';

type Props = PageProps<'/admin/imports/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'imports.members')) notFound();
  return { title: (await getTranslations('imports.new'))('title') };
}

export default async function NewImportPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'imports.members')) notFound();
  const { unit: said } = await searchParams;
  const [t, { question }] = await Promise.all([
    getTranslations('imports'),
    askForUnit(viewer, { permission: 'imports.members', levels: ['commune', 'sub_association'] }, said),
  ]);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: importsPath }, { label: t('new.title') }]} />}
        title={t('new.title')}
        lead={t('new.safe')}
      />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <div className="min-w-0">
          <UploadForm action={uploadSheet} question={question} />
        </div>
        <div>
          <h2 className="mb-2">{t('new.columns')}</h2>
          <p className="mb-3">{t('new.columnsText')}</p>
          <p className="mb-3 text-ink-2">{t('new.identity')}</p>
          <p className="text-ink-2">{t('new.consents')}</p>
        </div>
      </div>
    </LivePage>
  );
}
