import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArticleFacts } from '@/components/articles/article-facts';
import { ArticleHistory } from '@/components/articles/drafts/article-history';
import { ArticlePreview } from '@/components/articles/drafts/article-preview';
import { ArticleWork } from '@/components/articles/drafts/article-work';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { listArticleEvents } from '@/domain/articles/history-queries';
import { listPublishedSkills } from '@/domain/articles/queries';
import { moveArticle, publishArticle, withdrawArticle } from '../actions';
import { articlesPath } from '../asked';
import { loadArticle, titleOf } from './load';

type Props = PageProps<'/admin/articles/[articleId]'>;

const saids = ['drafted', 'edited', 'published', 'withdrawn', 'moved'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf((await loadArticle((await params).articleId)).article.texts) };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const [{ articleId }, { said, lang }] = await Promise.all([params, searchParams]);
  const { viewer, article } = await loadArticle(articleId);
  const [t, events, skills] = await Promise.all([
    getTranslations('articles'),
    listArticleEvents(viewer, article.id),
    listPublishedSkills(viewer.locale),
  ]);
  const done = saids.find((each) => each === said);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('admin.title'), href: articlesPath }]}>
            {article.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={titleOf(article.texts)}
        actions={
          article.editable && (
            <ButtonLink as={Link} href={`${articlesPath}/${article.id}/edit`} icon="pencil">
              {t('record.edit')}
            </ButtonLink>
          )
        }
      />
      {done && <Notice title={t(`said.${done}`)} />}
      <div className="grid items-start gap-x-8 gap-y-8 2xl:grid-cols-[minmax(0,1fr)_384px] 2xl:grid-rows-[auto_1fr]">
        <div className="grid gap-6 2xl:col-start-2">
          <ArticleWork article={article} publish={publishArticle} withdraw={withdrawArticle} move={moveArticle} />
        </div>
        <div className="min-w-0 2xl:col-start-1 2xl:row-span-2 2xl:row-start-1">
          <ArticlePreview article={article} locale={lang === 'en' ? 'en' : 'vi'} />
        </div>
        <div className="grid gap-6 2xl:col-start-2">
          <section>
            <h2 className="mb-2">{t('record.facts')}</h2>
            <ArticleFacts article={article} skills={skills} />
          </section>
          <section>
            <h2 className="mb-2">{t('record.history')}</h2>
            <ArticleHistory events={events ?? []} />
          </section>
        </div>
      </div>
    </>
  );
}
