import type { Viewer } from '@/domain/access/viewer';
import type { ShownArticle } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import { noteAuthor } from '@/domain/articles/edition-writes';
import { shownOf } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { ThreadProblem } from '@/domain/thread';
import { goesOn, type UploadProblem } from '@/domain/uploads/upload';
import { openUploadedFile } from '@/domain/uploads/upload-queries';
import { takeUpload } from '@/domain/uploads/upload-writes';
import { takeVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { AddSoundInput, FileRefusal, KeepSound, RemoveSoundInput } from './sound';
import { takeSounds, writeSound } from './sound-writes';

export type SoundProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-since-read'
  | 'scheduled'
  | 'begin-an-edition'
  | 'no-text'
  | 'no-sound'
  | FileRefusal
  | ThreadProblem;

/**
 * Gives a text of an article its sound, or another one; its file may have come before in parts. Readers hear it once the edition is published.
 * What was approved keeps the one that it has: `begin-an-edition`.
 */
export async function addSound(
  viewer: Viewer,
  { articleId, version, locale, readBy, soundFile, uploadId = '' }: AddSoundInput,
  keep: KeepSound,
): Promise<Result<{ id: string }, SoundProblem | UploadProblem>> {
  const found = await findWritten(viewer, articleId);
  if (!found.ok) return found;
  const article = found.value;
  if (article.scheduled) return problem('scheduled');
  if (article.editionState === 'approved') return problem('begin-an-edition');
  if (article.version !== version) return problem('changed-since-read');
  const text = article.texts.find((each) => each.locale === locale);
  if (!text) return problem('no-text');
  const sent = soundFile ? ok(soundFile) : await openUploadedFile(viewer, uploadId);
  const kept = sent.ok ? await keep(sent.value) : sent;
  if (!kept.ok) {
    if (!soundFile && !goesOn(kept.problem)) await transaction((tx) => takeUpload(tx, viewer, uploadId));
    return kept;
  }
  const sound = { ...kept.value, readBy };
  return transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('changed-since-read');
    if (!soundFile && !(await takeUpload(tx, viewer, uploadId))) return problem('upload-gone');
    await writeSound(tx, viewer, text.id, sound);
    await noteAuthor(tx, viewer, article.editionId);
    await note(tx, viewer, 'addSound', article, { language: locale, seconds: sound.seconds, bytes: sound.bytes });
    return ok({ id: articleId });
  });
}

/** Takes the sound of a language away at once, from what readers have too: whoever read may change her mind, and waits for nobody. */
export async function removeSound(
  viewer: Viewer,
  { articleId, version, locale }: RemoveSoundInput,
): Promise<Result<{ id: string; shown: ShownArticle[] }, SoundProblem>> {
  const found = await findWritten(viewer, articleId);
  if (!found.ok) return found;
  const article = found.value;
  return transaction(async (tx) => {
    if (!(await takeVersion(tx, 'edition', article.editionId, version))) return problem('changed-since-read');
    if ((await takeSounds(tx, articleId, locale)) === 0) return problem('no-sound');
    await note(tx, viewer, 'removeSound', article, { language: locale });
    return ok({ id: articleId, shown: await shownOf(tx, articleId) });
  });
}

async function findWritten(
  viewer: Viewer,
  articleId: string,
): Promise<Result<ArticleDraft, 'not-found' | 'not-allowed'>> {
  const article = await findArticle(viewer, articleId);
  if (!article) return problem('not-found');
  return article.editable ? ok(article) : problem('not-allowed');
}

const note = (
  tx: Transaction,
  viewer: Viewer,
  action: 'addSound' | 'removeSound',
  { id, unit }: ArticleDraft,
  change: Record<string, unknown>,
) => record(tx, viewer, { verb: 'changed', action, subjectType: 'article', subjectId: id, unitId: unit.id, change });
