import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { AgeingList } from '@/components/articles/ageing/ageing-list';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { ageingReasons } from '@/domain/articles/renewal/ageing';
import { listAgeing } from '@/domain/articles/renewal/ageing-queries';
import { requireViewer } from '@/server/sign-in/session';
import { ageingPath, articlesPath, linksPath } from '../asked';
import { addressOf, askedOf } from './asked';

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'articles.publish') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('articles.ageing'))('title') };
}

/** Texts that readers see, or saw until lately, and that somebody is to look at again: each with why. */
export default async function AgeingPage({ searchParams }: PageProps<'/admin/articles/ageing'>) {
  const viewer = await load();
  const asked = askedOf(await searchParams);
  const [t, articles, { texts, next }] = await Promise.all([
    getTranslations('articles.ageing'),
    getTranslations('articles.admin'),
    listAgeing(viewer, asked),
  ]);
  const all = { href: ageingPath, label: t('all'), current: !asked.reason };
  const reasons = ageingReasons.map((reason) => ({
    href: addressOf({ reason }),
    label: t(`short.${reason}`),
    current: reason === asked.reason,
  }));
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: articles('title'), href: articlesPath }]} />}
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink as={Link} href={linksPath}>
            {t('links')}
          </ButtonLink>
        }
      />
      <div className="mb-5">
        <Segmented as={Link} label={t('why')} segments={[all, ...reasons]} />
      </div>
      {texts.length > 0 ? (
        <AgeingList texts={texts} />
      ) : (
        <EmptyState icon="check" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
    </LivePage>
  );
}
