import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { drawnEmbedded } from '@/app/embedded/draft-embedded';
import { articleHref } from '@/components/articles/article-href';
import { ArticlePreview } from '@/components/articles/drafts/article-preview';
import { ArticleReview } from '@/components/articles/drafts/article-review';
import { HourStopped } from '@/components/articles/pictures/hour-stopped';
import { SoundPanel, StaleSounds } from '@/components/articles/sounds/sound-panel';
import { NamedPeople } from '@/components/articles/subject-person/named-people';
import { SubjectPersonLack, SubjectPersonPanel } from '@/components/articles/subject-person/subject-person-panel';
import { TranslationPanel } from '@/components/articles/translations/translation-panel';
import { PageHead } from '@/components/layout/page-head';
import { ArticleRecord } from '@/components/newsroom/article-record';
import { LanguageStates } from '@/components/newsroom/language-states';
import { NextStep } from '@/components/newsroom/next-step';
import { QuietDeeds } from '@/components/newsroom/quiet-deeds';
import { RefusedNames } from '@/components/newsroom/refused-names';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { ArticleDraft } from '@/domain/articles/draft';
import { toldOf } from '@/domain/articles/pictures/text-picture';
import { withRefused } from '@/domain/newsroom/refused-names/refused-name';
import { remarksIn } from '@/domain/newsroom/remarks/remark';
import type { Standing } from '@/domain/newsroom/standing';
import { otherLocale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { articlesPath, soundsBelow, soundsPath, subjectPersonPath } from '../asked';
import * as actions from './actions';
import { titleOf } from './load';
import { placeRemarks } from './remarks/placed';
import { Said } from './said';
import { Ways, writesOn } from './ways';
import { type ArticleAtWork, findArticleAtWork } from './work';

type Props = PageProps<'/admin/articles/[articleId]'>;

const { submitArticle, returnArticle, approveArticle, publishArticle, forceAlert, confirmAlert } = actions;
const stepActions = { submitArticle, returnArticle, approveArticle, publishArticle, forceAlert, confirmAlert };
const { unscheduleArticle, withdrawArticle, moveArticle, takeNameBack } = actions;
const quietActions = { unscheduleArticle, withdrawArticle, moveArticle, takeNameBack };

/** The article of the address with its text in one language: that which is asked for, or Vietnamese. */
async function load({ params, searchParams }: Props) {
  const [viewer, { articleId }, query] = await Promise.all([requireViewer(), params, searchParams]);
  const locale = query.lang === 'en' ? 'en' : 'vi';
  return { query, locale, read: (await findArticleAtWork(viewer, articleId, locale)) ?? notFound() } as const;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: titleOf((await load(props)).read.article.texts) };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { query, locale, read } = await load({ params, searchParams });
  const { article, standing, events, skills, reads, guide, alert, embedded, review, open } = read;
  if (!standing) notFound();
  const t = await getTranslations('articles');
  const placed = placeRemarks({ article, guide, alert, open, locale, told: toldOf(embedded.within.values()) }, query);
  return (
    <LivePage of={isAsIs(query) ? read : undefined}>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('admin.title'), href: articlesPath }]}>
            {article.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={titleOf(article.texts)}
        actions={<Ways article={article} />}
      />
      <Said said={query.said} stays={query.stays} />
      <div className="grid items-start gap-x-8 gap-y-8 2xl:grid-cols-[minmax(0,1fr)_384px] 2xl:grid-rows-[auto_1fr]">
        <WorkPanels work={read} standing={standing} seen={oneOf(query.seen)} />
        <div className="min-w-0 2xl:col-start-1 2xl:row-span-2 2xl:row-start-1">
          <ArticlePreview
            placed={placed}
            guide={guide}
            alert={alert}
            embedded={drawnEmbedded(locale, embedded)}
            {...read.told}
            others={remarksIn(open.remarks, otherLocale(locale)).length}
          />
        </div>
        <ArticleRecord article={article} skills={skills} reads={reads} events={events ?? []}>
          <ArticleReview action={reviewOf(article)} articleId={article.id} review={review} />
        </ArticleRecord>
      </div>
    </LivePage>
  );
}

/** Who reviews it: whoever writes it, of a public one whoever publishes. */
const reviewOf = ({ editable, placeable }: ArticleDraft) => (editable && placeable ? actions.reviewArticle : undefined);

/** Nothing was just done, and nobody asks about a passage: whoever comes back sees the same. */
const isAsIs = (query: object) => Object.keys(query).every((key) => key === 'lang');

type WorkProps = { work: ArticleAtWork; standing: Standing; seen: string | undefined };

/** What comes next with it, where each language stands, of whom it tells, and who reads it. */
function WorkPanels({ work, standing, seen }: WorkProps) {
  const { article, texts, subject, sounds, named, asked, names, refused, stopped } = work;
  const t = useTranslations('newsroom');
  return (
    <div className="grid gap-6 2xl:col-start-2">
      <NextStep article={article} standing={standing} actions={stepActions} names={asked}>
        {stopped && (
          <HourStopped stopped={stopped} pictures={article.editable ? `${articlesPath}/${article.id}/picture` : null} />
        )}
        {subject && <SubjectPersonLack subject={subject} />}
        <NamedPeople people={named} />
        <StaleSounds sounds={sounds} />
      </NextStep>
      {subject && (
        <SubjectPersonPanel subject={subject} choose={article.editable ? subjectPersonPath(article.id) : null} />
      )}
      <Panel title={t('states')}>
        <LanguageStates standing={standing} addresses={addressesOf(article)} behind={article.behind} />
        <RefusedNames articleId={article.id} names={refused} action={actions.lookAtRefusedName} seen={seen} />
        <QuietDeeds article={article} standing={standing} actions={quietActions} names={withRefused(names, refused)} />
      </Panel>
      <SoundPanel
        sounds={sounds}
        below={soundsBelow(article.id)}
        change={article.editable ? soundsPath(article.id) : null}
      />
      <TranslationPanel texts={texts} edit={writesOn(article) ? `${articlesPath}/${article.id}/edit?lang=en` : null} />
    </div>
  );
}

/** Where readers find each language that they can read now. */
const addressesOf = ({ kind, slugs, publicIn }: ArticleDraft) =>
  Object.fromEntries(
    publicIn.flatMap((locale) => (slugs[locale] ? [[locale, articleHref(locale, { kind, slug: slugs[locale] })]] : [])),
  );
