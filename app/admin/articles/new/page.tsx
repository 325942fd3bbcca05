import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { NewArticleForm } from '@/components/articles/drafts/article-form';
import { AnswersForm } from '@/components/articles/questions/answers-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { draftArticle } from '../actions';
import { articlesPath, askedOf } from '../asked';
import { aboutChoices, askForWhom } from '../choices';
import { draftFromAnswers } from './actions';

/** What a head of a sub-association is offered first stands first. */
const WAYS = ['questions', 'free'] as const;

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
  const [t, { unit, communeIds, heads }, choices, query] = await Promise.all([
    getTranslations('articles'),
    askForWhom(viewer),
    aboutChoices(viewer),
    searchParams,
  ]);
  const { kind } = askedOf(query);
  const way = WAYS.find((each) => each === oneOf(query.way)) ?? (heads && !kind ? 'questions' : 'free');
  const crumbs = [{ label: t('admin.title'), href: articlesPath }, { label: t('form.newTitle') }];
  const ways = WAYS.map((each) => ({
    href: `${articlesPath}/new?way=${each}`,
    label: t(`questions.way.${each}`),
    current: each === way,
  }));
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('form.newTitle')}
        lead={t(way === 'questions' ? 'questions.lead' : 'form.newLead')}
      />
      <div className="mb-5">
        <Segmented as={Link} label={t('questions.ways')} segments={ways} />
      </div>
      {way === 'questions' ? (
        <AnswersForm action={draftFromAnswers} unit={unit} accountId={viewer.accountId} />
      ) : (
        <NewArticleForm
          action={draftArticle}
          kind={kind ?? 'story'}
          unit={unit}
          communeIds={communeIds}
          accountId={viewer.accountId}
          {...choices}
        />
      )}
    </LivePage>
  );
}
