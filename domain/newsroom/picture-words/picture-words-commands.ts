import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import type { LibraryRecord } from '@/domain/pictures/library';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import type { DecideWordsInput, ReturnWordsInput } from '@/domain/pictures/words';
import { approveWaiting, holdArticles, noteInArticles } from '@/domain/pictures/words-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { answersTo } from '../namings/naming';
import { writeNamings } from '../namings/naming-writes';
import { readNamesWaiting } from './named-words-queries';
import type { ApproveWordsInput, WordsProblem } from './picture-words';

type Decided = Result<{ id: string }, WordsProblem>;

/**
 * Approves new words of a picture: by who may publish wherever approved texts show it, wrote none of them, and answers for each name in
 * them. `words-moved`: they are not those that she has read.
 */
export async function approvePictureWords(viewer: Viewer, input: ApproveWordsInput): Promise<Decided> {
  const found = await findWaiting(viewer, input);
  if (!found.ok) return found;
  return decide(viewer, found.value, input, 'approvePictureWords', async (tx, id) => {
    const { articleIds, names } = await readNamesWaiting(viewer, id, tx);
    const namings = answersTo(names, input);
    if (!namings.ok) return namings.problem;
    if ((await approveWaiting(tx, viewer, id)) === 0) return 'words-moved';
    await writeNamings(tx, viewer, articleIds, namings.value);
    await noteInArticles(tx, viewer, id, 'approvePictureWords');
    return null;
  });
}

/** Returns new words to who wrote them, and says why; readers go on seeing those from before, and the new ones stay in the form. */
export async function returnPictureWords(viewer: Viewer, input: ReturnWordsInput): Promise<Decided> {
  const found = await findWaiting(viewer, input);
  if (!found.ok) return found;
  return decide(viewer, found.value, input, 'returnPictureWords', async (tx, pictureId) => {
    const waiting = { pictureId, returnedById: null };
    const { count } = await tx.mediaTextWaiting.updateMany({
      where: waiting,
      data: { returnedById: viewer.accountId, remark: input.remark },
    });
    return count > 0 ? null : 'words-moved';
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
  change: (tx: Transaction, id: string) => Promise<WordsProblem | null>,
): Promise<Decided> {
  try {
    return await transaction(async (tx) => {
      await holdArticles(tx, id);
      if (!(await holdVersion(tx, 'media_asset', id, version))) return problem('words-moved');
      const refused = await change(tx, id);
      if (refused) return problem(refused);
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
