import type { Viewer } from '@/domain/access/viewer';
import type { AlertLack } from '@/domain/articles/alerts/alert';
import { findAlertLack } from '@/domain/articles/alerts/alert-queries';
import type { ShownArticle } from '@/domain/articles/article';
import { holdArticle, isShown, shownOf, whileShown } from '@/domain/articles/shown-writes';
import { type SurroundingsLack, surroundingsLackOf } from '@/domain/articles/surroundings/surroundings';
import { record } from '@/domain/audit-writes';
import { locales as all } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { NamingProblem } from './namings/naming';
import { writeNamings } from './namings/naming-writes';
import { nameNobodyElse, settleNames } from './namings/settle-commands';
import {
  type HoursProblem,
  hoursFor,
  noticeOf,
  type PublishInput,
  type ReadInput,
  type UnscheduleInput,
  type WithdrawInput,
} from './publish-input';
import { endPreviews, endShown, moveAddresses, putOut, takeHoursBack } from './publish-writes';
import { plannedIn, publishableIn, shownIn } from './standing';
import { findArticleFor, findStanding } from './standing-queries';

/** `shown`: how readers find it now, or found it before. */
export type Published = { id: string; shown: ShownArticle[] };

export type PublishProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-since-read'
  | 'step-taken'
  | 'not-approved'
  | 'nothing-chosen'
  | 'nothing-new'
  | 'not-written'
  | 'nothing-public'
  | 'picture-may-not-show'
  | 'picture-not-agreed-that-day'
  | 'name-not-agreed'
  | 'place-not-hers'
  | SurroundingsLack
  | AlertLack
  | NamingProblem
  | HoursProblem;
type Withdrawn = Result<Published, PublishProblem | 'notice-needed' | 'notice-names'>;

/**
 * Puts the approved edition out in the languages that are named, at once or at its hour, and in no other one; what they showed is
 * superseded. `changed-since-read`: the text is newer than she has read.
 */
export async function publishArticle(
  viewer: Viewer,
  input: PublishInput,
): Promise<Result<Published & { went: 'published' | 'scheduled' }, PublishProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const { article, standing } = found.value;
  if (standing.editionState !== 'approved') return problem('not-approved');
  if (!article.placesHers) return problem('place-not-hers');
  if (input.locales.length === 0) return problem('nothing-chosen');
  const open = publishableIn(standing);
  const beyond = input.locales.filter((locale) => !open.includes(locale));
  const isWritten = beyond.every((locale) => article.texts.some((text) => text.locale === locale));
  if (beyond.length > 0) return problem(isWritten ? 'nothing-new' : 'not-written');
  const lack = surroundingsLackOf(article) ?? (await findAlertLack(viewer, article));
  if (lack) return problem(lack);
  const hours = hoursFor(article, input);
  if (!hours.ok) return hours;

  try {
    const published = await transaction(async (tx) => {
      await holdArticle(tx, article.id);
      const namings = await settleNames(viewer, tx, article, input);
      if (!namings.ok) return namings;
      if (!(await takeVersion(tx, 'edition', standing.editionId, input.version))) return null;
      await writeNamings(tx, viewer, [article.id], namings.value);
      // what stands beside the words may begin with them: pages of places that it leaves are told too
      const before = article.moving && !hours.value.at ? await shownOf(tx, article.id) : [];
      const shown = [...before, ...(await putOut(tx, viewer, article, input, hours.value))];
      await record(tx, viewer, {
        verb: 'changed',
        action: hours.value.at ? 'scheduleArticle' : 'publishArticle',
        subjectType: 'article',
        subjectId: article.id,
        unitId: article.unit.id,
        change: { edition: standing.number, languages: input.locales, ...(hours.value.at && { at: hours.value.at }) },
      });
      return ok({ id: article.id, shown, went: hours.value.at ? 'scheduled' : 'published' } as const);
    });
    if (published) return published;
  } catch (error) {
    if (refusal(error) === 'one_planned_publication') return problem('step-taken');
    if (refusal(error) === 'picture_may_show') return problem('picture-may-not-show');
    if (refusal(error) === 'picture_on_its_day') return problem('picture-not-agreed-that-day');
    if (refusal(error) === 'subject_agrees') return problem('name-not-agreed');
    throw error;
  }
  // Of two who publish the same text at the same moment the second hears that it is done.
  const now = await findStanding(viewer, article.id);
  const isDone = now?.editionId === standing.editionId && publishableIn(now).length < open.length;
  return problem(isDone ? 'nothing-new' : 'changed-since-read');
}

/** Takes the hour of texts back before it has come; they stay approved, and can be given another one. */
export async function unscheduleArticle(
  viewer: Viewer,
  input: UnscheduleInput,
): Promise<Result<{ id: string }, PublishProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const { article, standing } = found.value;
  const locales = input.locales.length > 0 ? input.locales : plannedIn(standing);
  return transaction(async (tx) => {
    await holdArticle(tx, article.id);
    if ((await takeHoursBack(tx, article.id, locales, viewer)) === 0) return problem('step-taken');
    await record(tx, viewer, {
      verb: 'changed',
      action: 'unscheduleArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { languages: locales },
    });
    return ok({ id: article.id });
  });
}

/**
 * Takes an article from readers, in the languages named or in all, with their hours; where nothing stays public, with previews. Its address
 * says the notice, or nothing. `notice-names`: nobody answered for a name in it.
 */
export async function withdrawArticle(viewer: Viewer, input: WithdrawInput): Promise<Withdrawn> {
  const found = await findArticleFor(viewer, 'articles.withdraw', input.articleId);
  if (!found.ok) return found;
  const { article, standing } = found.value;
  const locales = input.locales.length > 0 ? input.locales : shownIn(standing);
  const notices = { vi: noticeOf(input, 'vi'), en: noticeOf(input, 'en') };
  if (input.address === 'notice' && locales.some((locale) => !notices[locale])) return problem('notice-needed');

  return transaction(async (tx) => {
    if (!(await nameNobodyElse(viewer, tx, article, Object.values(notices)))) return problem('notice-names');
    let ended = 0;
    const shown = await whileShown(tx, article.id, async () => {
      ended = await endShown(tx, article.id, {
        locales,
        reason: 'withdrawn',
        by: viewer,
        now: new Date(),
        why: input.reason,
        notices,
      });
      const stays = ended === 0 || (await isShown(tx, article.id));
      if (ended > 0) await takeHoursBack(tx, article.id, stays ? locales : all, viewer);
      if (!stays) await endPreviews(tx, article.id);
    });
    if (ended === 0) return problem('nothing-public');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { languages: locales },
    });
    return ok({ id: article.id, shown });
  });
}

/**
 * Gives a public article the address that the title makes which readers see, in every language; old ones lead on to it for ever.
 * `nothing-new`: the addresses already say what the titles say.
 */
export async function moveArticle(viewer: Viewer, input: ReadInput): Promise<Result<Published, PublishProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const { article } = found.value;
  if (article.version !== input.version) return problem('changed-since-read');
  if (article.state !== 'published') return problem('nothing-public');
  if (article.outdated.length === 0) return problem('nothing-new');

  return transaction(async (tx) => {
    await holdArticle(tx, article.id);
    await moveAddresses(tx, article, article.outdated);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'moveArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { languages: article.outdated },
    });
    return ok({ id: article.id, shown: await shownOf(tx, article.id) });
  });
}
