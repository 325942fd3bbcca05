import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { homeSpotOf } from '@/domain/articles/front/front';
import { findHiddenPictures, type HiddenPictures } from '@/domain/articles/pictures/lead-picture-queries';
import { type AgeingTexts, findAgeing } from '@/domain/articles/renewal/ageing-queries';
import { findStoppedHours, type StoppedHours } from '@/domain/articles/stopped-hours/stopped-hour-queries';
import { type EndedStories, findEndedStories } from '@/domain/articles/subject-person/subject-person-queries';
import { type BehindTranslations, findBehindTranslations } from '@/domain/articles/translations/behind-queries';
import { findPicturesToFace, type PicturesToFace } from '@/domain/consents/faces/faces-queries';
import { findRefusedNames, type RefusedNames } from '@/domain/newsroom/refused-names/refused-names-queries';
import { findWaitingArticles, type WaitingArticles } from '@/domain/newsroom/waiting-queries';
import type { Task, TaskName } from '@/domain/overview/task';
import {
  findPicturesToWord,
  findReturnedWords,
  type PicturesToWord,
  type ReturnedWords,
} from '@/domain/pictures/words-queries';
import { FIRST } from './which';

/** Articles that wait for her: `before` those that others wait for, `behind` those that wait for nobody else. */
export async function articleTasks(viewer: Viewer): Promise<{ before: Task[]; behind: Task[] }> {
  if (!mayAnywhere(viewer, 'articles.write')) return { before: [], behind: [] };
  const [waiting, pictures, words, givenBack, faces, stopped, ended, refused, due, translations] = await Promise.all([
    findWaitingArticles(viewer, FIRST),
    findHiddenPictures(viewer),
    findPicturesToWord(viewer),
    findReturnedWords(viewer),
    findPicturesToFace(viewer),
    findStoppedHours(viewer),
    findEndedStories(viewer),
    findRefusedNames(viewer),
    findAgeing(viewer, FIRST),
    findBehindTranslations(viewer, FIRST),
  ]);
  const { toApprove, unconfirmed, returned, remarked, toPublish, toFront, drafts } = waiting;
  return {
    before: [
      storiesEnded(ended),
      namesRefused(refused),
      hoursStopped(stopped),
      picturesHidden(pictures),
      taskOf('articlesToApprove', toApprove),
      picturesToWord(words),
      picturesToFace(faces),
      frontToRead(toFront),
      taskOf('alertsUnconfirmed', unconfirmed, '/admin/articles?approval=missing'),
      taskOf('articlesReturned', returned),
      wordsReturned(givenBack),
      taskOf('articlesRemarked', remarked),
    ],
    behind: [
      taskOf('articlesToPublish', toPublish),
      reviewsDue(due),
      translationsBehind(translations),
      taskOf('drafts', drafts),
    ],
  };
}

/** Leads to the one article, or to the list where there are several. */
const taskOf = (name: TaskName, { count, first }: WaitingArticles, list = '/admin/articles'): Task => ({
  name,
  count,
  href: count === 1 && first[0] ? `/admin/articles/${first[0].id}` : list,
  which: { of: 'names', names: first.map(({ title }) => title) },
});

/** Words of a piece on the front page came from its commune after the city put it there: until it reads them they do not stand there. */
const frontToRead = (waiting: WaitingArticles): Task => ({
  ...taskOf('frontToRead', waiting),
  href: `/admin/articles/front?spot=${homeSpotOf[waiting.first[0]?.kind ?? 'news'] ?? 'home_news'}`,
});

/** Somebody in the picture of an article took back her yes: readers see the article without it. */
const picturesHidden = ({ count, first }: HiddenPictures): Task => ({
  name: 'picturesHidden',
  count,
  href: count === 1 && first ? `/admin/articles/${first.articleId}/picture` : '/admin/articles',
  which: { of: 'names', names: first ? [first.title] : [] },
});

/** What a picture in approved texts says was written anew, and waits for somebody else. */
const picturesToWord = ({ count, first }: PicturesToWord): Task => ({
  name: 'picturesToWord',
  count,
  href: count === 1 && first ? `/admin/pictures/${first.id}` : '/admin/pictures',
  which: { of: 'names', names: first ? [first.alt] : [] },
});

/** Somebody was taken off a picture who had said no: it is seen nowhere until another has looked who is in it. */
const picturesToFace = ({ count, first }: PicturesToFace): Task => ({
  name: 'picturesToFace',
  count,
  href: first ? `/admin/pictures/${first.id}${first.inLibrary ? '' : '/faces'}` : '/admin/pictures',
  which: { of: 'names', names: first ? [first.alt] : [] },
});

/** What she wrote for a picture was not accepted: she reads why, and writes it anew. */
const wordsReturned = ({ count, first }: ReturnedWords): Task => ({
  name: 'wordsReturned',
  count,
  href: count === 1 && first ? `/admin/pictures/${first.id}#waiting` : '/admin/pictures',
  which: first ? { of: 'words', picture: first.alt, ...first } : undefined,
});

/** A picture of what had its hour may not be shown any more: it does not go out by itself. */
const hoursStopped = ({ count, first }: StoppedHours): Task => ({
  name: 'hoursStopped',
  count,
  href: count === 1 && first ? `/admin/articles/${first.id}` : '/admin/articles',
  which: { of: 'names', names: first ? [first.title] : [] },
});

/** Somebody does not agree to be named any more: the piece that does has left the public, or a language of it. */
const storiesEnded = ({ count, first }: EndedStories): Task => ({
  name: 'storiesEnded',
  count,
  href: count === 1 && first ? `/admin/articles/${first.id}` : '/admin/articles',
  which: first ? { of: 'story', title: first.title, stays: first.stays } : undefined,
});

/** Somebody whose name a piece says has said no on record since: whoever lets it out records her no where it is she, or that it is another. */
const namesRefused = ({ count, first }: RefusedNames): Task => ({
  name: 'namesRefused',
  count,
  href: first[0] ? `/admin/articles/${first[0].id}` : '/admin/articles',
  which: { of: 'names', names: first.map(({ title }) => title) },
});

/** What readers see and somebody is to look at again, for whatever reason. */
const reviewsDue = ({ count, first }: AgeingTexts): Task => ({
  name: 'reviewsDue',
  count,
  href: count === 1 && first[0] ? `/admin/articles/${first[0].id}` : '/admin/articles/ageing',
  which: { of: 'names', names: first.map(({ title }) => title) },
});

/** What readers see in Vietnamese, and in English not yet. */
const translationsBehind = ({ count, first }: BehindTranslations): Task => ({
  name: 'translationsBehind',
  count,
  href: count === 1 && first[0] ? `/admin/articles/${first[0].id}/edit?lang=en` : '/admin/articles?translation=behind',
  which: { of: 'names', names: first.map(({ title }) => title) },
});
