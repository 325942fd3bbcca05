import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
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
import type { Viewer } from '@/domain/access/viewer';
import { findAlertDraft } from '@/domain/articles/alerts/alert-queries';
import type { ArticleDraft } from '@/domain/articles/draft';
import { type PictureWithin, toldOf, withPictureWords } from '@/domain/articles/pictures/text-picture';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import { listPresent } from '@/domain/articles/writing/presence-queries';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { listOpenRemarks } from '@/domain/newsroom/remarks/remark-queries';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { editArticle } from '../../actions';
import { articlesPath, subjectPersonPath } from '../../asked';
import { aboutChoices } from '../../choices';
import { unscheduleArticle } from '../actions';
import { changedSince, compareLanguages } from '../compared';
import { loadArticle, titleOf } from '../load';
import { placedToday } from '../remarks/placed';
import { subjectChoices } from './subject-choices';

type Props = PageProps<'/admin/articles/[articleId]/edit'>;

/** A viewer who may read the article but not write finds no such page. */
async function load({ params }: Props) {
  const loaded = await loadArticle((await params).articleId);
  return loaded.article.editable ? loaded : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await load(props);
  return { title: `${(await getTranslations('articles.form'))('editTitle')}: ${titleOf(article.texts)}` };
}

export default async function EditArticlePage(props: Props) {
  const { viewer, article } = await load(props);
  if (article.scheduled) return <ScheduledPage viewer={viewer} article={article} />;
  const [t, choices, within, texts, changed, present, guide, alert, { remarks }, subjects, { lang, naming }] =
    await Promise.all([
      getTranslations('articles'),
      aboutChoices(viewer),
      mapTextPictures(viewer, article, viewer.locale),
      compareLanguages(viewer, article),
      changedSince(viewer, article),
      listPresent(viewer, article.id),
      article.kind === 'guide' ? findGuideDraft(viewer, article.id) : null,
      article.kind === 'alert' ? findAlertDraft(viewer, article.id) : null,
      listOpenRemarks(viewer, article.id),
      subjectChoices(article),
      props.searchParams,
    ]);
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

/** Nobody writes behind a text that has its hour: she learns so before she has typed a word. */
async function ScheduledPage({ viewer, article }: { viewer: Viewer; article: ArticleDraft }) {
  const [t, standing] = await Promise.all([getTranslations('articles.form'), findStanding(viewer, article.id)]);
  if (!standing) notFound();
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
