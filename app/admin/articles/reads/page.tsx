import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { MostRead } from '@/components/articles/reads/most-read';
import { OtherPages } from '@/components/articles/reads/other-pages';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import {
  listMostReadArticles,
  listMostReadCommunes,
  listMostReadSessions,
  listReadPages,
} from '@/domain/articles/reads/most-read-queries';
import { readSpans } from '@/domain/articles/reads/read';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { publicCodes } from '@/domain/indicators/indicator';
import { requireViewer } from '@/server/sign-in/session';
import { articlesPath } from '../asked';
import { addressOf, spanOf } from './asked';
import { otherPagesOf } from './pages';

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'articles.see') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('articles.mostRead'))('title') };
}

/** What was read of her place in the last days: pieces, places, classes, and for the city all other pages. */
export default async function ReadsPage({ searchParams }: PageProps<'/admin/articles/reads'>) {
  const viewer = await load();
  const span = spanOf(await searchParams);
  const [t, admin, articles, communes, sessions, rows, definitions] = await Promise.all([
    getTranslations('articles.mostRead'),
    getTranslations('articles.admin'),
    listMostReadArticles(viewer, span),
    listMostReadCommunes(viewer, span),
    listMostReadSessions(viewer, span),
    listReadPages(viewer, span),
    listPublishedDefinitions(viewer.locale, publicCodes),
  ]);
  // the newest edition of each stands first
  const names = new Map(definitions.toReversed().map(({ code, name }) => [code, name]));
  const pages = otherPagesOf(viewer.locale, rows, names);
  const isEmpty = [articles, communes, sessions, pages].every(({ length }) => length === 0);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: admin('title'), href: articlesPath }]} />}
        title={t('title')}
        lead={t('lead')}
      />
      <div className="mb-6">
        <Segmented
          as={Link}
          label={t('span')}
          segments={readSpans.map((days) => ({
            href: addressOf(days),
            label: t('days', { days }),
            current: days === span,
          }))}
        />
      </div>
      {isEmpty ? (
        <EmptyState icon="book" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      ) : (
        <>
          <MostRead articles={articles} communes={communes} sessions={sessions} />
          <OtherPages pages={pages} />
        </>
      )}
    </LivePage>
  );
}
