import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { takeVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { DraftInput, EditInput, ShownArticle } from './article';
import { settlePublishedCards } from './cards/settle-queries';
import { besideSent } from './documents/beside';
import { markdownOf } from './documents/markdown';
import { documentOf } from './documents/written';
import type { ArticleDraft } from './draft';
import { findArticle } from './draft-queries';
import { type ArticleText, fieldsOf, textsOf } from './drafting/draft-fields';
import { keepBeside, openEdition, writeTexts } from './edition-writes';
import { settlePictures, type TextPictureProblem } from './pictures/settle-queries';
import { holdArticle, whileShown } from './shown-writes';
import { settlePublishedStory } from './subject-model/subject-model-queries';
import { settleSubjectUnit } from './subject-unit/subject-unit-queries';
import { arePlacesHers } from './surroundings/her-places-queries';
import { isWholeCity, setLook, setSurroundings, sourceOf, surround } from './surroundings/surroundings-writes';
import { followsNow } from './translations/translation';

export type DraftProblem =
  | 'not-found'
  | 'not-allowed'
  | 'english-not-whole'
  | 'changed-meanwhile'
  | 'scheduled'
  | 'place-not-hers'
  | 'source-needed'
  | 'card-not-public'
  | 'only-in-story'
  | 'model-not-public'
  | 'unit-not-hers'
  | 'erased-stays-empty'
  | TextPictureProblem;

/** Begins an article for a unit where the viewer writes. It is a draft: nobody outside sees it. */
export async function draftArticle(viewer: Viewer, input: DraftInput): Promise<Result<{ id: string }, DraftProblem>> {
  const unit = await findUnit(viewer, input.unitId, 'articles.write');
  if (!unit) return problem('not-found');
  const texts = textsOf(input);
  if (!texts) return problem('english-not-whole');
  const untold =
    (await settlePublishedStory(input.kind, input)) ?? (await settleSubjectUnit(viewer, input.subjectUnitId));
  if (untold) return problem(untold);
  const settled = await settledTexts(viewer, texts, []);
  if (!settled.ok) return settled;

  return transaction(async (tx) => {
    const article = await tx.article.create({
      data: { kind: input.kind, unitId: unit.id, createdById: viewer.accountId },
      select: { id: true },
    });
    const editionId = await openEdition(tx, viewer, article.id, 1);
    await writeTexts(tx, viewer, editionId, settled.value, { follows: followsNow(input.following, true), begun: true });
    await setSurroundings(tx, article.id, input);
    await setLook(tx, article.id, input);
    await record(tx, viewer, {
      verb: 'created',
      action: 'draftArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: unit.id,
      change: { kind: input.kind, languages: texts.map(({ locale }) => locale) },
    });
    return ok({ id: article.id });
  });
}

/**
 * Saves what an editor wrote: a draft is written over, of a public article a new edition begins, and readers keep the
 * old one until it is published. When somebody saved meanwhile, her text comes back.
 */
export async function editArticle(
  viewer: Viewer,
  input: EditInput,
): Promise<Result<{ id: string; shown: ShownArticle[] }, DraftProblem>> {
  const article = await findArticle(viewer, input.articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  const texts = textsOf(input);
  if (!texts) return problem('english-not-whole');
  if (article.scheduled) return problem('scheduled');
  if (movesWarning(article, input) && !(await arePlacesHers(viewer, article, input.communeIds)))
    return problem('place-not-hers');
  if (losesSource(article, input)) return problem('source-needed');
  const untold =
    (await settlePublishedStory(article.kind, input, article.subjectModelId)) ??
    (await settleSubjectUnit(viewer, input.subjectUnitId, article.subjectUnitId));
  if (untold) return problem(untold);
  const settled = await settledTexts(viewer, texts, article.texts);
  if (!settled.ok) return settled;

  return written(async (tx) => {
    await holdArticle(tx, article.id);
    if (!(await takeVersion(tx, 'edition', article.editionId, input.version)))
      return problem('changed-meanwhile', await currentFields(viewer, input));

    const changed = changedFields(article, input, texts);
    const rewritten = !changed.every(isFree);
    const moves = changed.some(isSurrounding);
    const follows = followsNow(input.following, changed.some(isEnglish));
    let { editionId } = article;
    if (keepsBeside(article, changed)) await keepBeside(tx, viewer, editionId);
    if (article.editionState !== 'approved')
      await writeTexts(tx, viewer, article.editionId, settled.value, { follows, begun: false });
    else if (rewritten) {
      editionId = await openEdition(tx, viewer, article.id, article.number + 1);
      await writeTexts(tx, viewer, editionId, settled.value, { follows, begun: true });
    }
    // The drawing of a public article shows at once, so only who publishes changes it.
    const shown = article.placeable
      ? await whileShown(tx, article.id, () => surround(tx, article, input, moves ? editionId : null))
      : [];
    await record(tx, viewer, {
      verb: 'changed',
      action: 'editArticle',
      subjectType: 'article',
      subjectId: article.id,
      unitId: article.unit.id,
      change: { fields: changed },
    });
    return ok({ id: article.id, shown: changed.some((field) => isFree(field) || isSurrounding(field)) ? shown : [] });
  });
}

/** The woman it tells of may have been erased meanwhile: then nothing is written in it any more. */
async function written<Value>(write: (tx: Transaction) => Promise<Result<Value, DraftProblem>>) {
  try {
    return await transaction(write);
  } catch (error) {
    if (refusal(error) === 'erased_stays_empty') return problem('erased-stays-empty');
    throw error;
  }
}

/** The texts as they are kept, with what the portal itself says in their cards and pictures. */
async function settledTexts(viewer: Viewer, texts: ArticleText[], before: ArticleDraft['texts']) {
  const carded = await settlePublishedCards(texts, before);
  return carded.ok ? settlePictures(viewer, carded.value, before) : carded;
}

/** Whether readers of other places are warned as soon as this is saved. */
const movesWarning = ({ kind, publicIn, placeable, communeIds }: ArticleDraft, input: EditInput) =>
  kind === 'alert' &&
  publicIn.length > 0 &&
  placeable &&
  [...communeIds].sort().join() !== [...input.communeIds].sort().join();

/** Readers of a public alert would no longer be told who verified it. */
const losesSource = ({ kind, publicIn, placeable }: ArticleDraft, input: EditInput) =>
  kind === 'alert' && publicIn.length > 0 && placeable && !sourceOf(input)?.url;

/** Of the fields of a form those that readers of a public article see before it is approved again. */
const isFree = (field: string) => field === 'scene';

const isSurrounding = (field: string) =>
  ['communeIds', 'wholeCity', 'topics', 'sourceName', 'sourceUrl', 'subjectModelId', 'subjectUnitId'].includes(field);

/** Something beside the words changes in an edition that goes on; of one that a newer follows the database keeps it. */
const keepsBeside = ({ editionState }: ArticleDraft, changed: readonly string[]) =>
  changed.some((field) => isFree(field) || isSurrounding(field)) &&
  (editionState !== 'approved' || changed.every(isFree));

const isEnglish = (field: string) => /En$/.test(field);

async function currentFields(viewer: Viewer, input: EditInput): Promise<Record<string, string>> {
  const article = await findArticle(viewer, input.articleId);
  if (!article) return {};
  return besideSent(input, { version: String(article.version), ...fieldsOf(article) }, article.texts);
}

/** Names of the fields that this edit makes different; an order of topics or places is no difference. */
function changedFields(article: ArticleDraft, input: EditInput, texts: ArticleText[]): string[] {
  const sorted = (fields: ReturnType<typeof fieldsOf>): Record<string, string> => ({
    ...fields,
    communeIds: fields.communeIds.split('\n').sort().join('\n'),
    topics: fields.topics.split('\n').sort().join('\n'),
  });
  const before = sorted(fieldsOf(article));
  const after = sorted(
    fieldsOf({
      texts: texts.map((text) => ({ ...text, markdown: markdownOf(documentOf(text.body)) })),
      communeIds: article.placeable ? input.communeIds : article.communeIds,
      wholeCity: article.placeable ? isWholeCity(input) : article.wholeCity,
      topics: article.placeable ? input.topics : article.topics,
      scene: article.placeable ? (input.scene ?? null) : article.scene,
      subjectModelId: article.placeable ? (input.subjectModelId ?? null) : article.subjectModelId,
      subjectUnitId: article.placeable ? (input.subjectUnitId ?? null) : article.subjectUnitId,
      source: article.placeable ? sourceOf(input) : article.source,
    }),
  );
  const changed = Object.keys(after).filter((field) => after[field] !== before[field]);
  // She has read that English is right still, without a change of its words.
  return article.behind && input.following === 'follows' ? [...changed, 'following'] : changed;
}
