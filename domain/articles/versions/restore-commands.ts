import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { ok, problem, type Result } from '@/domain/result';
import { listPublishedCommunes } from '@/domain/units/queries';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';

import type { ShownArticle } from '../article';
import type { ArticleDraft } from '../draft';
import { findArticle } from '../draft-queries';
import { carryTexts, keepBeside, noteAuthor, openEdition } from '../edition-writes';
import { holdArticle } from '../shown-writes';
import { settlePublishedStory } from '../subject-model/subject-model-queries';
import { settleSubjectUnit } from '../subject-unit/subject-unit-queries';
import { arePlacesHers } from '../surroundings/her-places-queries';
import { type Beside, besideChanges, besideOf, type StayingPart } from './beside';
import { pictureMayShow, putBack, putBackBeside, readKept } from './restore-writes';
import type { RestoreInput } from './version';
import { findBeside } from './version-queries';

export type RestoreProblem = 'not-found' | 'not-allowed' | 'scheduled' | 'version-gone' | 'saved-meanwhile';
export type Restored = { id: string; begun: boolean; stays: StayingPart[]; shown: ShownArticle[] };

/**
 * Puts an earlier text back in its language, what stood beside it in both: into the draft, or a new edition behind an approved one. Who does it is an author. What
 * may not come back stays, and is told.
 */
export async function restoreText(
  viewer: Viewer,
  { articleId, textId, version }: RestoreInput,
): Promise<Result<Restored, RestoreProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  if (!article.editable) return problem('not-allowed');
  if (article.scheduled) return problem('scheduled');
  const around = await settleBeside(viewer, article, await findBeside(viewer, articleId, textId));
  return transaction(async (tx) => {
    const kept = await readKept(tx, articleId, textId);
    if (!kept) return problem('version-gone');
    await holdArticle(tx, articleId);
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('saved-meanwhile');
    const begun = article.editionState === 'approved';
    if (!begun && around) await keepBeside(tx, viewer, article.editionId);
    const editionId = begun ? await beginAfter(tx, viewer, article, kept.locale) : article.editionId;
    await putBack(tx, viewer, editionId, kept);
    const { stays, shown } = await comeBack(tx, article, editionId, around);
    await noteAuthor(tx, viewer, editionId);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'restoreText',
      subjectType: 'article',
      subjectId: articleId,
      unitId: article.unit.id,
      change: { language: kept.locale },
    });
    return ok({ id: articleId, begun, stays, shown });
  });
}

/** A new edition that says in the other language what the one before says. */
async function beginAfter(tx: Transaction, viewer: Viewer, article: ArticleDraft, locale: string): Promise<string> {
  const editionId = await openEdition(tx, viewer, article.id, article.number + 1);
  await carryTexts(tx, article.editionId, editionId, locale);
  return editionId;
}

type Around = { beside: Beside; stays: StayingPart[] } | null;

/** What stood beside a version, with what is there now in the place of what may not come back. */
async function settleBeside(viewer: Viewer, article: ArticleDraft, then: Beside | null): Promise<Around> {
  if (!then) return null;
  const now = besideOf(article, null);
  const stays: StayingPart[] = [];
  let beside = then;
  const keep = (part: StayingPart, kept: Partial<Beside>) => {
    stays.push(part);
    beside = { ...beside, ...kept };
  };
  if (then.picture && !(await findLibraryPicture(viewer, then.picture))) keep('picture', { picture: null });
  if (!article.placeable) {
    const differs = besideChanges(then, now)?.some((part) => part !== 'picture');
    const { picture: _picture, ...about } = now;
    return { beside: { ...beside, ...about }, stays: differs ? [...stays, 'about'] : stays };
  }
  const there = new Set((await listPublishedCommunes()).map(({ id }) => id));
  beside = { ...beside, communes: then.communes.filter((id) => there.has(id)) };
  const isRead = article.kind === 'alert' && article.publicIn.length > 0;
  if (isRead && !(await arePlacesHers(viewer, article, beside.communes)))
    keep('about', { communes: now.communes, wholeCity: now.wholeCity });
  if (isRead && !then.sourceUrl) keep('source', { sourceName: now.sourceName, sourceUrl: now.sourceUrl });
  const told = { subjectModelId: then.model ?? undefined, whatChangedVi: undefined, whatChangedEn: undefined };
  if (await settlePublishedStory(article.kind, told, now.model)) keep('model', { model: now.model });
  if (await settleSubjectUnit(viewer, then.unit ?? undefined, now.unit ?? null))
    keep('unit', { unit: now.unit ?? null });
  return { beside, stays };
}

/** Puts it back; a picture that may not be shown leaves the one at the head where it is. */
async function comeBack(tx: Transaction, article: ArticleDraft, editionId: string, around: Around) {
  if (!around) return { stays: [], shown: [] };
  const { beside, stays } = around;
  const isRefused = stays.includes('picture') || !(await pictureMayShow(tx, beside.picture));
  const shown = await putBackBeside(tx, article, editionId, beside, !isRefused);
  return { stays: isRefused && !stays.includes('picture') ? [...stays, 'picture' as const] : stays, shown };
}
