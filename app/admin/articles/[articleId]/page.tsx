import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { draftEmbedded } from '@/app/embedded/draft-embedded';
import { draftSubjects } from '@/app/embedded/subject-unit';
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
import type { Viewer } from '@/domain/access/viewer';
import { findAlertDraft } from '@/domain/articles/alerts/alert-queries';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { NamedPerson } from '@/domain/articles/named-people/named-people';
import { listNamedPeople } from '@/domain/articles/named-people/named-people-queries';
import { listPublishedSkills } from '@/domain/articles/queries';
import { findReadsByDay } from '@/domain/articles/reads/read-queries';
import { findReview } from '@/domain/articles/renewal/review-queries';
import type { DraftSound } from '@/domain/articles/sounds/sound';
import { listSounds } from '@/domain/articles/sounds/sound-queries';
import type { StoppedHour } from '@/domain/articles/stopped-hours/stopped-hour';
import { findStoppedHour } from '@/domain/articles/stopped-hours/stopped-hour-queries';
import type { SubjectPerson } from '@/domain/articles/subject-person/subject-person';
import { findSubjectPerson } from '@/domain/articles/subject-person/subject-person-queries';
import type { TwoTexts } from '@/domain/articles/translations/two-texts';
import type { WrittenName } from '@/domain/articles/written-names/written-names';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import type { NameAsked } from '@/domain/newsroom/namings/naming';
import { listNamesAsked } from '@/domain/newsroom/namings/naming-queries';
import { listNamesIn } from '@/domain/newsroom/namings/taken-back-queries';
import { type RefusedName, withRefused } from '@/domain/newsroom/refused-names/refused-name';
import { listRefusedNames } from '@/domain/newsroom/refused-names/refused-names-queries';
import { remarksIn } from '@/domain/newsroom/remarks/remark';
import { listOpenRemarks } from '@/domain/newsroom/remarks/remark-queries';
import type { Standing } from '@/domain/newsroom/standing';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { type Locale, otherLocale } from '@/i18n/locales';
import { articlesPath, soundsBelow, soundsPath, subjectPersonPath } from '../asked';
import * as actions from './actions';
import { compareLanguages } from './compared';
import { loadArticle, titleOf } from './load';
import { placeRemarks } from './remarks/placed';
import { Said } from './said';
import { Ways, writesOn } from './ways';

type Props = PageProps<'/admin/articles/[articleId]'>;

const { submitArticle, returnArticle, approveArticle, publishArticle, forceAlert, confirmAlert } = actions;
const stepActions = { submitArticle, returnArticle, approveArticle, publishArticle, forceAlert, confirmAlert };
const { unscheduleArticle, withdrawArticle, moveArticle, takeNameBack } = actions;
const quietActions = { unscheduleArticle, withdrawArticle, moveArticle, takeNameBack };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf((await loadArticle((await params).articleId)).article.texts) };
}

const loadAll = (viewer: Viewer, article: ArticleDraft, locale: Locale) =>
  Promise.all([
    getTranslations('articles'),
    findStanding(viewer, article.id),
    listArticleEvents(viewer, article.id),
    listPublishedSkills(viewer.locale),
    findReadsByDay(viewer, article.id),
    article.kind === 'guide' ? findGuideDraft(viewer, article.id) : null,
    article.kind === 'alert' ? findAlertDraft(viewer, article.id) : null,
    compareLanguages(viewer, article),
    draftEmbedded(viewer, article, locale),
    findReview(viewer, article.id),
    listOpenRemarks(viewer, article.id),
    article.kind === 'story' ? findSubjectPerson(viewer, article.id) : null,
    listSounds(viewer, article.id),
    draftSubjects(locale, article),
    loadLacks(viewer, article),
  ]);

/** What keeps it from going out as it stands, or may. */
async function loadLacks(viewer: Viewer, article: ArticleDraft) {
  const [named, asked, names, refused, stopped] = await Promise.all([
    listNamedPeople(viewer, article),
    listNamesAsked(viewer, article),
    listNamesIn(viewer, article),
    listRefusedNames(viewer, article),
    findStoppedHour(viewer, article.id),
  ]);
  return { named, asked, names, refused, stopped };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const [{ articleId }, query] = await Promise.all([params, searchParams]);
  const { viewer, article } = await loadArticle(articleId);
  const locale = query.lang === 'en' ? 'en' : 'vi';
  const [t, standing, events, skills, reads, guide, alert, texts, within, review, open, subject, sounds, told, lacks] =
    await loadAll(viewer, article, locale);
  if (!standing) notFound();
  const work = { article, standing, texts, subject, sounds, seen: oneOf(query.seen), ...lacks };
  const placed = placeRemarks({ article, guide, alert, open, locale, told: within.told }, query);
  return (
    <LivePage>
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
        <WorkPanels {...work} />
        <div className="min-w-0 2xl:col-start-1 2xl:row-span-2 2xl:row-start-1">
          <ArticlePreview
            placed={placed}
            guide={guide}
            alert={alert}
            embedded={within.embedded}
            {...told}
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

type WorkProps = {
  article: ArticleDraft;
  standing: Standing;
  texts: TwoTexts;
  subject: SubjectPerson | null;
  sounds: DraftSound[];
  named: NamedPerson[];
  asked: NameAsked[];
  names: WrittenName[];
  refused: RefusedName[];
  stopped: StoppedHour | null;
  seen: string | undefined;
};

/** What comes next with it, where each language stands, of whom it tells, and who reads it. */
function WorkPanels({ article, standing, texts, subject, sounds, named, asked, names, ...lacks }: WorkProps) {
  const { refused, stopped, seen } = lacks;
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
