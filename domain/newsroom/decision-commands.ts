import type { Viewer } from '@/domain/access/viewer';
import type { AlertLack } from '@/domain/articles/alerts/alert';
import { findAlertLack } from '@/domain/articles/alerts/alert-queries';
import type { ShownArticle } from '@/domain/articles/article';
import { holdArticle, shownOf } from '@/domain/articles/shown-writes';
import { type SurroundingsLack, surroundingsLackOf } from '@/domain/articles/surroundings/surroundings';
import { takeSurroundings } from '@/domain/articles/surroundings/surroundings-writes';
import { record } from '@/domain/audit-writes';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { takeVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { writeNamings } from './namings/naming-writes';
import { settleNames } from './namings/settle-commands';
import type { PublishProblem } from './publish-commands';
import {
  type ConfirmInput,
  type ForceInput,
  hoursFor,
  type PublishInput,
  type ReadInput,
  type ReturnInput,
} from './publish-input';
import { putOut } from './publish-writes';
import { type DecisionKind, isReadAlready, mayApprove, mayConfirm } from './standing';
import { type Found, findArticleFor } from './standing-queries';

export type DecisionProblem =
  | 'picture-may-not-show'
  | 'picture-not-agreed-that-day'
  | 'name-not-agreed'
  | 'not-found'
  | 'not-allowed'
  | 'changed-since-read'
  | 'step-taken'
  | 'wrote-it'
  | 'steps-missing'
  | 'place-not-hers'
  | SurroundingsLack
  | AlertLack;

type Decided = { id: string };

/**
 * Hands the newest edition to who may approve it: from then on it is their move. `steps-missing`, and other lacks: readers of one of its
 * languages would miss something.
 */
export async function submitArticle(viewer: Viewer, input: ReadInput): Promise<Result<Decided, DecisionProblem>> {
  const found = await findArticleFor(viewer, 'articles.write', input.articleId);
  if (!found.ok) return found;
  if (!['draft', 'returned'].includes(found.value.standing.editionState)) return problem('step-taken');
  const lack = await lackOf(viewer, found.value);
  if (lack) return problem(lack);
  return decided(viewer, found.value, input, { kind: 'submitted', action: 'submitArticle' });
}

/** Gives a submitted edition back to who wrote it, and says what is missing. */
export async function returnArticle(viewer: Viewer, input: ReturnInput): Promise<Result<Decided, DecisionProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  if (found.value.standing.editionState !== 'submitted') return problem('step-taken');
  return decided(viewer, found.value, input, { kind: 'returned', action: 'returnArticle', remark: input.remark });
}

/**
 * Says of an edition of an alert that went out at once that a second person has read it: somebody who neither wrote nor forced it. A newer
 * one may have been begun: it goes its own way.
 */
export async function confirmAlert(viewer: Viewer, input: ConfirmInput): Promise<Result<Decided, DecisionProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const { article, standing } = found.value;
  const { unconfirmed } = standing;
  if (!unconfirmed || unconfirmed.editionId !== input.editionId) return problem('step-taken');
  if (!article.placesHers) return problem('place-not-hers');
  if (!mayConfirm(standing, true)) return problem('wrote-it');
  const read = { article, standing: unconfirmed };
  return decided(viewer, read, input, { kind: 'approved', action: 'confirmAlert' });
}

export type ApproveProblem = DecisionProblem | PublishProblem;
type Approved = { id: string; shown: ShownArticle[]; went: 'approved' | 'published' | 'scheduled' };

/**
 * Approves the newest edition, and puts it out in the languages that are named, at once or at its hour. Never by who wrote in it since
 * it was last approved: the database refuses her too.
 */
export async function approveArticle(viewer: Viewer, input: PublishInput): Promise<Result<Approved, ApproveProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  if (found.value.standing.editionState !== 'submitted') return problem('step-taken');
  if (!found.value.article.placesHers) return problem('place-not-hers');
  if (!mayApprove(found.value.standing, true)) return problem('wrote-it');
  const lack = await lackOf(viewer, found.value);
  if (lack) return problem(lack);
  return decideAndPutOut(viewer, found.value, input, { kind: 'approved', action: 'approveArticle' });
}

/** Puts an alert before readers at once, before anybody has approved it, and says why; it is marked until a second person has. */
export async function forceAlert(
  viewer: Viewer,
  { reason, ...input }: ForceInput,
): Promise<Result<Approved, ApproveProblem>> {
  const found = await findArticleFor(viewer, 'articles.publish', input.articleId);
  if (!found.ok) return found;
  const { article, standing } = found.value;
  if (article.kind !== 'alert' || standing.editionState === 'approved') return problem('step-taken');
  if (!article.placesHers) return problem('place-not-hers');
  if (input.locales.length === 0) return problem('nothing-chosen');
  const lack = await lackOf(viewer, found.value);
  if (lack) return problem(lack);
  const deed = { kind: 'forced', action: 'forceAlert', remark: reason } as const;
  return decideAndPutOut(viewer, found.value, { ...input, day: undefined, time: undefined }, deed);
}

/** What readers would miss: of a guide any step, of others where or about what, of an alert one of its parts or who verified it. */
const lackOf = async (
  viewer: Viewer,
  { article }: Found,
): Promise<'steps-missing' | SurroundingsLack | AlertLack | null> =>
  article.stepless.length > 0 ? 'steps-missing' : (surroundingsLackOf(article) ?? findAlertLack(viewer, article));

type Deed = { kind: DecisionKind; action: string; remark?: string };

type Read = Pick<Found, 'article'> & { standing: Pick<Found['standing'], 'editionId' | 'number'> };

async function decided(viewer: Viewer, { article, standing }: Read, { version }: ReadInput, deed: Deed) {
  const result = await attempt(() =>
    transaction(async (tx) => {
      if (!(await takeVersion(tx, 'edition', standing.editionId, version))) return problem('changed-since-read');
      await writeDecision(tx, viewer, standing.editionId, deed);
      await recordDeed(tx, viewer, article, deed.action, { edition: standing.number });
      return ok({ id: article.id });
    }),
  );
  return result;
}

async function decideAndPutOut(viewer: Viewer, found: Found, input: PublishInput, deed: Deed) {
  const { article, standing } = found;
  const written = article.texts.map(({ locale }) => locale);
  if (!input.locales.every((locale) => written.includes(locale))) return problem('not-written');
  const hours = hoursFor(article, input);
  if (!hours.ok) return hours;
  return attempt(() =>
    transaction(async (tx) => {
      await holdArticle(tx, article.id);
      const namings = await settleNames(viewer, tx, article, input);
      if (!namings.ok) return problem(namings.problem);
      if (!(await takeVersion(tx, 'edition', standing.editionId, input.version))) return problem('changed-since-read');
      const before = article.moving ? await shownOf(tx, article.id) : [];
      await writeDecision(tx, viewer, standing.editionId, deed);
      await writeNamings(tx, viewer, [article.id], namings.value);
      const put = await putOut(tx, viewer, article, input, hours.value);
      if (isReadAlready(standing, input.locales)) await takeSurroundings(tx, standing.editionId);
      const after = article.moving ? await shownOf(tx, article.id) : [];
      await recordDeed(tx, viewer, article, deed.action, { edition: standing.number, languages: input.locales });
      const went = input.locales.length === 0 ? 'approved' : hours.value.at ? 'scheduled' : 'published';
      return ok<Approved>({ id: article.id, shown: [...before, ...put, ...after], went });
    }),
  );
}

const writeDecision = (tx: Transaction, viewer: Viewer, editionId: string, { kind, remark }: Deed) =>
  tx.editionDecision.create({
    data: { editionId, kind, decidedById: viewer.accountId, ...(remark ? { remark } : {}) },
    select: { id: true },
  });

type Late = 'step-taken' | 'wrote-it' | 'picture-may-not-show' | 'picture-not-agreed-that-day' | 'name-not-agreed';

/** What the database refuses between the look and the deed: somebody was quicker, or she wrote in it herself. */
async function attempt<Value, Problem extends string>(
  deed: () => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | Late>> {
  try {
    return await deed();
  } catch (error) {
    const rule = refusal(error);
    if (rule === 'edition_step' || rule === 'one_planned_publication') return problem('step-taken');
    if (rule === 'approved_by_another') return problem('wrote-it');
    if (rule === 'picture_may_show') return problem('picture-may-not-show');
    if (rule === 'picture_on_its_day') return problem('picture-not-agreed-that-day');
    if (rule === 'subject_agrees') return problem('name-not-agreed');
    throw error;
  }
}

type Change = { edition: number; languages?: Locale[] };

const recordDeed = (tx: Transaction, viewer: Viewer, article: Found['article'], action: string, change: Change) =>
  record(tx, viewer, {
    verb: 'changed',
    action,
    subjectType: 'article',
    subjectId: article.id,
    unitId: article.unit.id,
    change,
  });
