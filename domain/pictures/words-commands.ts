import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { LibraryRecord } from './library';
import { findLibraryPicture } from './library-queries';
import type { DecideWordsInput, WordsProblem } from './words';
import { approveWaiting, noteInArticles } from './words-writes';

type Decided = Result<{ id: string }, WordsProblem>;

/**
 * Approves new words of a picture that readers see: by who may publish wherever it is shown, and wrote none of them. `words-moved`: they
 * are not those that she has read.
 */
export async function approvePictureWords(viewer: Viewer, input: DecideWordsInput): Promise<Decided> {
  const found = await findWaiting(viewer, input);
  if (!found.ok) return found;
  return decide(viewer, found.value, input, 'approvePictureWords', async (tx, id) => {
    if ((await approveWaiting(tx, viewer, id)) === 0) return false;
    await noteInArticles(tx, viewer, id, 'approvePictureWords');
    return true;
  });
}

/** Returns new words to who wrote them; readers go on seeing those from before, and the new ones stay in the form. */
export async function returnPictureWords(viewer: Viewer, input: DecideWordsInput): Promise<Decided> {
  const found = await findWaiting(viewer, input);
  if (!found.ok) return found;
  return decide(viewer, found.value, input, 'returnPictureWords', async (tx, pictureId) => {
    const waiting = { pictureId, returnedById: null };
    const { count } = await tx.mediaTextWaiting.updateMany({
      where: waiting,
      data: { returnedById: viewer.accountId },
    });
    return count > 0;
  });
}

async function findWaiting(
  viewer: Viewer,
  { pictureId }: DecideWordsInput,
): Promise<Result<LibraryRecord, WordsProblem>> {
  const picture = await findLibraryPicture(viewer, pictureId);
  if (!picture) return problem('not-found');
  if (!picture.waiting || picture.waiting.returnedBy) return problem('words-moved');
  if (picture.waiting.hers) return problem('wrote-words');
  return picture.waiting.mayDecide ? ok(picture) : problem('not-allowed');
}

async function decide(
  viewer: Viewer,
  { id, unit }: LibraryRecord,
  { version }: DecideWordsInput,
  action: string,
  change: (tx: Transaction, id: string) => Promise<boolean>,
): Promise<Decided> {
  try {
    return await transaction(async (tx) => {
      const isRead = (await holdVersion(tx, 'media_asset', id, version)) && (await change(tx, id));
      if (!isRead) return problem('words-moved');
      const subject = { subjectType: 'picture', subjectId: id, unitId: unit.id };
      await record(tx, viewer, { verb: 'changed', action, ...subject, change: {} });
      return ok({ id });
    });
  } catch (error) {
    if (refusal(error) === 'words_approved_by_another') return problem('wrote-words');
    if (refusal(error) === 'picture_names_who_agrees') return problem('names-who-has-not-agreed');
    throw error;
  }
}
