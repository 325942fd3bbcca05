import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CopyForm } from '@/components/digital-models/practices/copy-form';
import { PracticeText } from '@/components/digital-models/practices/practice-text';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { isEmpty } from '@/domain/digital-models/practices/practice';
import { findSharedPractice } from '@/domain/digital-models/practices/practice-queries';
import { findModel, listModels } from '@/domain/digital-models/queries';
import { requireViewer } from '@/server/sign-in/session';
import { copyPractice } from '../../[modelId]/practice/actions';
import { modelsPath } from '../../asked';

type Props = PageProps<'/admin/digital-models/practices/[modelId]'>;

const load = cache(async (modelId: string) => (await findSharedPractice(await requireViewer(), modelId)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).modelId)).name };
}

export default async function SharedPracticePage({ params, searchParams }: Props) {
  const [{ modelId }, query] = await Promise.all([params, searchParams]);
  const source = await load(modelId);
  const t = await getTranslations('digital-models');
  const crumbs = [
    { label: t('title'), href: modelsPath },
    { label: t('practice.listTitle'), href: `${modelsPath}/practices` },
  ];
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={source.name}
        lead={source.communeName}
        actions={
          <ButtonLink as={Link} href={`${modelsPath}/new?kind=digital_womens_club&practice=${source.id}`}>
            {t('practice.foundWith')}
          </ButtonLink>
        }
      />
      <div className="grid items-start gap-8 2xl:grid-cols-[minmax(0,1fr)_384px]">
        <PracticeText practice={source.practice} />
        <Copy fromId={source.id} clubId={oneOf(query.for)} />
      </div>
    </LivePage>
  );
}

/** Into the club she came from, or one of hers to choose. */
async function Copy({ fromId, clubId }: { fromId: string; clubId: string | undefined }) {
  const viewer = await requireViewer();
  const [t, club] = await Promise.all([
    getTranslations('digital-models.practice'),
    clubId ? findModel(viewer, clubId) : null,
  ]);
  if (club?.kind === 'digital_womens_club' && club.may.sharePractice && club.id !== fromId) {
    const { id, version, name, practice } = club;
    const written = practice !== null && !isEmpty(practice);
    return (
      <Panel title={t('copyTitle')} grid>
        <p className="mb-4 text-ink-2">{t('copyLead')}</p>
        <CopyForm action={copyPractice} fromId={fromId} club={{ id, version, name, written }} />
      </Panel>
    );
  }
  const { models } = await listModels(viewer, { kind: 'digital_womens_club' });
  const own = models.filter(({ id, status }) => id !== fromId && status !== 'ended').slice(0, 20);
  if (own.length === 0) return null;
  return (
    <Panel title={t('copyTitle')}>
      <p className="mb-3 text-ink-2">{t('chooseClub')}</p>
      <ul>
        {own.map(({ id, name }) => (
          <li key={id}>
            <Link href={`${modelsPath}/practices/${fromId}?for=${id}`} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
