import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { ShownArticle } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { noteAuthor } from '@/domain/articles/edition-writes';
import { whileShown } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { findMember } from '@/domain/people/queries';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion, takeVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  type ChooseSubjectInput,
  type RemoveSubjectInput,
  refusalOfChange,
  type SayNamingInput,
  type SubjectPerson,
} from './subject-person';
import { findSubjectPerson } from './subject-person-queries';
import { endUntold, lockWoman, saysHerName, setSubject, standingNow } from './subject-person-writes';

export type SubjectProblem =
  | 'not-found'
  | 'not-allowed'
  | 'subject-changed'
  | 'begin-an-edition'
  | 'public-first'
  | 'subject-unseen'
  | 'nobody-told-of'
  | 'still-named';
type Told = Result<{ id: string; shown: ShownArticle[]; ended: boolean }, SubjectProblem>;

/**
 * Says of whom a story tells: a woman within the viewer's reach. What is public or planned of it goes on only if she has agreed to be
 * named; else it ends in the same moment.
 */
export async function chooseSubjectPerson(
  viewer: Viewer,
  { articleId, version, personId }: ChooseSubjectInput,
): Promise<Told> {
  const found = await findStory(viewer, articleId);
  if (!found.ok) return found;
  const { article, subject } = found.value;
  const woman = await findMember(viewer, personId);
  if (!woman) return problem('not-found');
  if (subject.of?.kind === 'seen' && subject.of.id === woman.id) return ok({ id: articleId, shown: [], ended: false });
  const refused = refusalOfChange(article, subject);
  if (refused) return problem(refused);
  try {
    return await transaction(async (tx) => {
      if (!(await lockWoman(tx, woman.id))) return problem('not-found');
      const late = await holdUnrefused(tx, found.value, version);
      if (late) return problem(late);
      let ended = 0;
      const shown = await whileShown(tx, articleId, async () => {
        await setSubject(tx, articleId, woman.id);
        ended = await endUntold(tx, articleId);
      });
      await note(tx, viewer, 'chooseSubjectPerson', article, { ended });
      return ok({ id: articleId, shown: ended > 0 ? shown : [], ended: ended > 0 });
    });
  } catch (error) {
    // merged into another record since she was looked up
    if (refusal(error) === 'merged_record') return problem('not-found');
    throw error;
  }
}

/**
 * Says that a story tells of nobody in particular, where the wrong woman was chosen. What is public, or was approved while it told of her,
 * keeps her: `public-first`, `begin-an-edition`.
 */
export async function removeSubjectPerson(viewer: Viewer, { articleId, version }: RemoveSubjectInput): Promise<Told> {
  const found = await findStory(viewer, articleId);
  if (!found.ok) return found;
  const { article, subject } = found.value;
  if (!subject.of) return problem('nobody-told-of');
  const refused = refusalOfChange(article, subject);
  if (refused) return problem(refused);
  return transaction(async (tx) => {
    const late = await holdUnrefused(tx, found.value, version);
    if (late) return problem(late);
    await setSubject(tx, articleId, null);
    await note(tx, viewer, 'removeSubjectPerson', article);
    return ok({ id: articleId, shown: [], ended: false });
  });
}

/**
 * Says whether the newest edition tells who she is. One that does not may stand in public without her yes; so it is approved by somebody
 * else, and a text in which her name stands is none: `still-named`.
 */
export async function sayNaming(viewer: Viewer, { articleId, version, naming }: SayNamingInput): Promise<Told> {
  const found = await findStory(viewer, articleId);
  if (!found.ok) return found;
  const { article, subject } = found.value;
  if (!subject.of || subject.of.kind === 'erased') return problem('nobody-told-of');
  if (article.editionState === 'approved') return problem('begin-an-edition');
  return transaction(async (tx) => {
    if (naming === 'unnamed' && (await saysHerName(tx, article.editionId))) return problem('still-named');
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('subject-changed');
    await tx.edition.update({
      where: { id: article.editionId },
      data: { namesSubject: naming === 'named' },
      select: { id: true },
    });
    await noteAuthor(tx, viewer, article.editionId);
    await note(tx, viewer, 'sayNaming', article, { naming });
    return ok({ id: articleId, shown: [], ended: false });
  });
}

type Story = { article: ArticleDraft; subject: SubjectPerson };

/** A story that the viewer writes. */
async function findStory(viewer: Viewer, articleId: string): Promise<Result<Story, SubjectProblem>> {
  const [article, subject] = [await findArticle(viewer, articleId), await findSubjectPerson(viewer, articleId)];
  if (!article || !subject) return problem('not-found');
  if (!may(viewer, 'articles.write', article.unit.path)) return problem('not-allowed');
  return ok({ article, subject });
}

/** Holds the article and asks once more: somebody may have published it, or chosen, since it was looked up. */
async function holdUnrefused(tx: Transaction, { article, subject }: Story, version: number) {
  if (!(await holdVersion(tx, 'article', article.id, version))) return 'subject-changed';
  return refusalOfChange({ ...(await standingNow(tx, article.id)), publishable: article.publishable }, subject);
}

type Action = 'chooseSubjectPerson' | 'removeSubjectPerson' | 'sayNaming';

/** Who she is stands in no entry of the trail: only that it was said. */
const note = (
  tx: Transaction,
  viewer: Viewer,
  action: Action,
  { id, unit }: ArticleDraft,
  change: Record<string, unknown> = {},
) => record(tx, viewer, { verb: 'changed', action, subjectType: 'article', subjectId: id, unitId: unit.id, change });
