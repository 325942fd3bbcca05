import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { EditArticleForm } from '@/components/articles/drafts/article-form';
import { DraftedNotice } from '@/components/articles/questions/drafted-notice';
import { PresentNotice } from '@/components/articles/writing/present-notice';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { UnscheduleFirst } from '@/components/newsroom/quiet-deeds';
import { RemarkPlaces } from '@/components/newsroom/remarks/remark-places';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import type { ArticleDraft } from '@/domain/articles/draft';
import { type PictureWithin, toldOf, withPictureWords } from '@/domain/articles/pictures/text-picture';
import { listPresent } from '@/domain/articles/writing/presence-queries';
import type { Standing } from '@/domain/newsroom/standing';
import { requireViewer } from '@/server/sign-in/session';
import { editArticle } from '../../actions';
import { articlesPath, subjectPersonPath } from '../../asked';
import { unscheduleArticle } from '../actions';
import { titleOf } from '../load';
import { placedToday } from '../remarks/placed';
import { findArticleToEdit } from './reading';
import { subjectChoices } from './subject-choices';

type Props = PageProps<'/admin/articles/[articleId]/edit'>;

/** A viewer who may read the article but not write finds no such page. */
const load = cache(async (articleId: string) => {
  const viewer = await requireViewer();
  return { viewer, read: (await findArticleToEdit(viewer, articleId)) ?? notFound() };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = (await load((await props.params).articleId)).read;
  return { title: `${(await getTranslations('articles.form'))('editTitle')}: ${titleOf(article.texts)}` };
}

export default async function EditArticlePage(props: Props) {
  const { viewer, read } = await load((await props.params).articleId);
  const { article, work } = read;
  if (!work) return <ScheduledPage article={article} standing={read.standing ?? notFound()} />;
  const [t, present, subjects, { lang, naming }] = await Promise.all([
    getTranslations('articles'),
    listPresent(viewer, article.id),
    subjectChoices(article),
    props.searchParams,
  ]);
  const { choices, within, texts, changed, guide, alert, remarks } = work;
  return (
    <LivePage>
      <PageHead
        above={<Crumbs article={article} />}
        title={t('form.editTitle')}
        lead={isPublic(article) && t('form.editLead')}
      />
      <DraftedNotice
        naming={naming}
        choose={mayAnywhere(viewer, 'people.see') ? subjectPersonPath(article.id) : null}
        communes={article.communes}
      />
      <Words of={['articles.kept']}>
        <PresentNotice articleId={article.id} first={present} />
      </Words>
      <RemarkPlaces
        articleId={article.id}
        remarks={placedToday({ article, guide, alert }, remarks)}
        told={toldOf(within.values())}
      />
      <EditArticleForm
        action={editArticle}
        article={withWords(article, within)}
        accountId={viewer.accountId}
        texts={texts}
        changed={changed}
        story={subjects}
        first={lang === 'en' ? 'en' : 'vi'}
        {...choices}
      />
    </LivePage>
  );
}

const isPublic = ({ state }: ArticleDraft) => state === 'published' || state === 'changed';

function Crumbs({ article }: { article: ArticleDraft }) {
  const t = useTranslations('articles');
  const crumbs = [
    { label: t('admin.title'), href: articlesPath },
    { label: titleOf(article.texts), href: `${articlesPath}/${article.id}` },
    { label: t('form.editTitle') },
  ];
  return <Breadcrumbs as={Link} crumbs={crumbs} />;
}

type ScheduledProps = { article: ArticleDraft; standing: Standing };

/** Nobody writes behind a text that has its hour: she learns so before she has typed a word. */
async function ScheduledPage({ article, standing }: ScheduledProps) {
  const t = await getTranslations('articles.form');
  return (
    <>
      <PageHead above={<Crumbs article={article} />} title={t('editTitle')} />
      <UnscheduleFirst article={article} standing={standing} actions={{ unscheduleArticle }} />
    </>
  );
}

/** Who writes reads under each picture what it shows; none of these words is kept with the text. */
const withWords = (article: ArticleDraft, within: ReadonlyMap<string, PictureWithin>): ArticleDraft => ({
  ...article,
  texts: article.texts.map((text) => ({
    ...text,
    body: withPictureWords(text.body, (picture) => within.get(picture)?.words ?? ''),
  })),
});
