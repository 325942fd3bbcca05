import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { LeadPictureChoice, LeadPictureNow } from '@/components/articles/drafts/lead-picture-choice';
import { PicturesWithin } from '@/components/articles/pictures/pictures-within';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { findLeadPicture } from '@/domain/articles/pictures/lead-picture-queries';
import { picturesOf } from '@/domain/articles/pictures/text-picture';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import { listPictures } from '@/domain/pictures/library-queries';
import { askedOf } from '../../../pictures/asked';
import { articlesPath } from '../../asked';
import { loadArticle, titleOf } from '../load';
import { chooseLeadPicture, removeLeadPicture } from './actions';

type Props = PageProps<'/admin/articles/[articleId]/picture'>;

const SAID = ['chosen', 'removed'] as const;

async function load(articleId: string) {
  const { viewer, article } = await loadArticle(articleId);
  return article.editable ? { viewer, article } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await load((await params).articleId);
  return { title: (await getTranslations('pictures.head'))('titleOf', { title: titleOf(article.texts) }) };
}

/** The picture at the head of an article, and the library to choose another from. */
export default async function LeadPicturePage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article } = await load(articleId);
  const asked = askedOf(query);
  const [t, a, lead, within, { pictures, next }] = await Promise.all([
    getTranslations('pictures'),
    getTranslations('articles.admin'),
    findLeadPicture(viewer, articleId),
    mapTextPictures(viewer, article, viewer.locale),
    listPictures(viewer, asked),
  ]);
  const here = `${articlesPath}/${articleId}/picture`;
  const said = SAID.find((each) => each === oneOf(query.said));
  const edition = { articleId, version: article.version };
  const inText = new Set(article.texts.flatMap(({ body }) => picturesOf(body)));
  const crumbs = [
    { label: a('title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${articleId}` },
  ];
  return (
    <LivePage>
      {said && <Notice title={t(`head.said.${said}`)} />}
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={crumbs} />}
        title={t('head.title')}
        lead={t(article.editionState === 'approved' ? 'head.approved' : 'head.lead')}
      />
      <LeadPictureNow picture={lead} edition={edition} remove={removeLeadPicture} />
      <PicturesWithin pictures={[...within.values()].filter(({ id }) => inText.has(id))} />
      {article.editionState !== 'approved' && (
        <section className="mt-8">
          <h2>{t('head.choices')}</h2>
          <FilterBar action={here} label={t('filter')}>
            <FilterText name="q" label={t('search')} value={asked.q} placeholder={t('searchHint')} />
          </FilterBar>
          <LeadPictureChoice pictures={pictures} chosen={lead?.id} edition={edition} choose={chooseLeadPicture} />
          <Pager as={Link} next={next && `${here}?${new URLSearchParams({ ...asked, after: next })}`} />
        </section>
      )}
    </LivePage>
  );
}
