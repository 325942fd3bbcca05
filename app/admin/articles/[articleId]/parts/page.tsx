import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AlertForm } from '@/components/articles/alerts/alert-form';
import { PresentNotice } from '@/components/articles/writing/present-notice';
import { BeginEdition } from '@/components/guides/writing/begin-edition';
import { PartsForm } from '@/components/guides/writing/parts-form';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/domain/access/viewer';
import { findAlertDraft } from '@/domain/articles/alerts/alert-queries';
import type { ArticleDraft } from '@/domain/articles/draft';
import { listPresent } from '@/domain/articles/writing/presence-queries';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { articlesPath } from '../../asked';
import { loadArticle, titleOf } from '../load';
import { beginEdition, writeAlertParts, writeGuideParts } from './actions';

type Props = PageProps<'/admin/articles/[articleId]/parts'>;

const SAID = ['written', 'begun'] as const;

/** Guides and alerts have parts; who may not write finds no such page. */
async function load(articleId: string) {
  const { viewer, article } = await loadArticle(articleId);
  const { kind } = article;
  return article.editable && (kind === 'guide' || kind === 'alert') ? { viewer, article, kind } : notFound();
}

const wordsOf = (kind: 'guide' | 'alert') => (kind === 'guide' ? 'guides.writing' : 'articles.alert.writing');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article, kind } = await load((await params).articleId);
  return { title: (await getTranslations(wordsOf(kind)))('titleOf', { title: titleOf(article.texts) }) };
}

/** The parts of a guide or an alert, to be written while its edition is not approved. */
export default async function PartsPage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article, kind } = await load(articleId);
  const said = SAID.find((each) => each === oneOf(query.said));
  const form = kind === 'guide' ? await ofGuide(viewer, article) : await ofAlert(viewer, article);
  const [t, guides, a, present] = await Promise.all([
    getTranslations(wordsOf(kind)),
    getTranslations('guides.writing'),
    getTranslations('articles.admin'),
    listPresent(viewer, articleId),
  ]);
  const crumbs = [
    { label: a('title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${articleId}` },
  ];
  const fixed = article.scheduled ? 'scheduled' : article.editionState === 'approved' ? 'approved' : undefined;
  return (
    <LivePage>
      {said && <Notice title={said === 'written' ? t('said.written') : guides(`said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('title')}
        lead={fixed ? guides(fixed) : t('lead')}
      />
      {!fixed && (
        <>
          <Words of={['articles.kept']}>
            <PresentNotice articleId={articleId} first={present} />
          </Words>
          {form}
        </>
      )}
      {fixed === 'approved' && <BeginEdition action={beginEdition} article={article} />}
    </LivePage>
  );
}

async function ofGuide(viewer: Viewer, article: ArticleDraft): Promise<ReactNode> {
  const guide = (await findGuideDraft(viewer, article.id)) ?? notFound();
  return (
    <PartsForm
      key={article.version}
      action={writeGuideParts}
      article={article}
      accountId={viewer.accountId}
      guide={guide}
    />
  );
}

async function ofAlert(viewer: Viewer, article: ArticleDraft): Promise<ReactNode> {
  const parts = (await findAlertDraft(viewer, article.id)) ?? notFound();
  return (
    <AlertForm
      key={article.version}
      action={writeAlertParts}
      article={article}
      accountId={viewer.accountId}
      parts={parts}
    />
  );
}
