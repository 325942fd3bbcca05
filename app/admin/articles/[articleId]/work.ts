import 'server-only';
import { readEmbedded } from '@/app/embedded/draft-embedded';
import { draftSubjects } from '@/app/embedded/subject-unit';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findAlertDraft } from '@/domain/articles/alerts/alert-queries';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { listNamedPeople } from '@/domain/articles/named-people/named-people-queries';
import { listPublishedSkills } from '@/domain/articles/queries';
import { findReadsByDay } from '@/domain/articles/reads/read-queries';
import { findReview } from '@/domain/articles/renewal/review-queries';
import { listSounds } from '@/domain/articles/sounds/sound-queries';
import { findStoppedHour } from '@/domain/articles/stopped-hours/stopped-hour-queries';
import { findSubjectPerson } from '@/domain/articles/subject-person/subject-person-queries';
import { findGuideDraft } from '@/domain/guides/parts-queries';
import { isId } from '@/domain/id';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { listNamesAsked } from '@/domain/newsroom/namings/naming-queries';
import { listNamesIn } from '@/domain/newsroom/namings/taken-back-queries';
import { listRefusedNames } from '@/domain/newsroom/refused-names/refused-names-queries';
import { listOpenRemarks } from '@/domain/newsroom/remarks/remark-queries';
import { findStanding } from '@/domain/newsroom/standing-queries';
import type { Locale } from '@/i18n/locales';
import { compareLanguages } from './compared';

export type ArticleAtWork = NonNullable<Awaited<ReturnType<typeof readArticleAtWork>>>;

/**
 * An article at work with its text in a language and what is known around it; null where she may not see it. Kept until something is
 * written or a minute begins: publications have an hour, reads are no writing.
 */
export const findArticleAtWork = async (viewer: Viewer, articleId: string, locale: Locale) =>
  isId(articleId)
    ? keptThisMinute(viewer, `article ${articleId} at work in ${locale}`, () =>
        readArticleAtWork(viewer, articleId, locale),
      )
    : null;

async function readArticleAtWork(viewer: Viewer, articleId: string, locale: Locale) {
  const article = await findArticle(viewer, articleId);
  if (!article) return null;
  const [around, lacks] = await Promise.all([readAround(viewer, article, locale), readLacks(viewer, article)]);
  return { article, ...around, ...lacks };
}

async function readAround(viewer: Viewer, article: ArticleDraft, locale: Locale) {
  const [standing, events, skills, reads, guide, alert, texts, embedded, review, open, subject, sounds, told] =
    await Promise.all([
      findStanding(viewer, article.id),
      listArticleEvents(viewer, article.id),
      listPublishedSkills(viewer.locale),
      findReadsByDay(viewer, article.id),
      article.kind === 'guide' ? findGuideDraft(viewer, article.id) : null,
      article.kind === 'alert' ? findAlertDraft(viewer, article.id) : null,
      compareLanguages(viewer, article),
      readEmbedded(viewer, article, locale),
      findReview(viewer, article.id),
      listOpenRemarks(viewer, article.id),
      article.kind === 'story' ? findSubjectPerson(viewer, article.id) : null,
      listSounds(viewer, article.id),
      draftSubjects(locale, article),
    ]);
  return { standing, events, skills, reads, guide, alert, texts, embedded, review, open, subject, sounds, told };
}

/** What keeps it from going out as it stands, or may. */
async function readLacks(viewer: Viewer, article: ArticleDraft) {
  const [named, asked, names, refused, stopped] = await Promise.all([
    listNamedPeople(viewer, article),
    listNamesAsked(viewer, article),
    listNamesIn(viewer, article),
    listRefusedNames(viewer, article),
    findStoppedHour(viewer, article.id),
  ]);
  return { named, asked, names, refused, stopped };
}
