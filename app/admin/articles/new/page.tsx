import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewArticleForm } from '@/components/articles/drafts/article-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { draftArticle } from '../actions';
import { articlesPath, askedOf } from '../asked';
import { aboutChoices, askForWhom } from '../choices';

async function viewerHere() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'articles.write') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerHere();
  return { title: (await getTranslations('articles.form'))('newTitle') };
}

export default async function NewArticlePage({ searchParams }: PageProps<'/admin/articles/new'>) {
  const viewer = await viewerHere();
  const [t, { unit, communeIds }, choices, { kind }] = await Promise.all([
    getTranslations('articles'),
    askForWhom(viewer),
    aboutChoices(viewer),
    searchParams.then(askedOf),
  ]);
  const crumbs = [{ label: t('admin.title'), href: articlesPath }, { label: t('form.newTitle') }];
  return (
    <>
      <PageHead above={<Breadcrumbs as={Link} crumbs={crumbs} />} title={t('form.newTitle')} lead={t('form.newLead')} />
      <NewArticleForm
        action={draftArticle}
        kind={kind ?? 'story'}
        unit={unit}
        communeIds={communeIds}
        accountId={viewer.accountId}
        {...choices}
      />
    </>
  );
}
