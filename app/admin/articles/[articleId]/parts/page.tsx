import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { BeginEdition } from '@/components/guides/writing/begin-edition';
import { PartsForm } from '@/components/guides/writing/parts-form';
import { GuideReview } from '@/components/guides/writing/review-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { articlesPath } from '../../asked';
import { loadArticle, titleOf } from '../load';
import { beginEdition, reviewGuide, writeGuideParts } from './actions';

type Props = PageProps<'/admin/articles/[articleId]/parts'>;

const SAID = ['written', 'reviewed', 'begun'] as const;

/** Only a guide has parts; who may not write finds no such page. */
async function load(articleId: string) {
  const { viewer, article } = await loadArticle(articleId);
  return article.editable && article.kind === 'guide' ? { viewer, article } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await load((await params).articleId);
  return { title: (await getTranslations('guides.writing'))('titleOf', { title: titleOf(article.texts) }) };
}

/** The parts of a guide, to be written while its edition is not approved, and the days of its review. */
export default async function GuidePartsPage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article } = await load(articleId);
  const [t, a, found] = await Promise.all([
    getTranslations('guides'),
    getTranslations('articles.admin'),
    findGuideDraft(viewer, articleId),
  ]);
  const guide = found ?? notFound();
  const said = SAID.find((each) => each === oneOf(query.said));
  const crumbs = [
    { label: a('title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${articleId}` },
  ];
  const fixed = article.scheduled ? 'scheduled' : article.editionState === 'approved' ? 'approved' : undefined;
  return (
    <>
      {said && <Notice title={t(`writing.said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('writing.title')}
        lead={t(`writing.${fixed ?? 'lead'}`)}
      />
      {!fixed && <PartsForm key={article.version} action={writeGuideParts} article={article} guide={guide} />}
      {fixed === 'approved' && <BeginEdition action={beginEdition} article={article} />}
      <Panel title={t('review.title')} className="mt-10">
        <GuideReview action={article.placeable ? reviewGuide : undefined} articleId={articleId} guide={guide} />
      </Panel>
    </>
  );
}
