import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { goesOn, type UploadProblem } from '@/domain/uploads/upload';
import { openUploadedFile } from '@/domain/uploads/upload-queries';
import { takeUpload } from '@/domain/uploads/upload-writes';
import { holdVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  type AddPictureInput,
  type EditPictureInput,
  type LibraryProblem,
  type LibraryRecord,
  pictureFieldsOf,
  type RemovePictureInput,
  type SayFacesInput,
} from './library';
import { findLibraryPicture } from './library-queries';
import type { KeepPicture, PictureProblem } from './picture';
import { withdrawPicture, writePicture } from './picture-writes';
import { saveWords } from './words-writes';

type Kept = Result<{ id: string }, LibraryProblem>;

/**
 * Puts a picture into the library of a unit where the viewer keeps pictures; its file may have come before in parts. A job makes its sizes;
 * nobody outside sees it yet.
 */
export async function addPicture(
  viewer: Viewer,
  { unitId, pictureFile, uploadId = '', altVi }: AddPictureInput,
  keep: KeepPicture,
): Promise<Result<{ id: string }, LibraryProblem | PictureProblem | UploadProblem>> {
  const unit = await findUnit(viewer, unitId, 'pictures.keep');
  if (!unit) return problem('not-found');
  const sent = pictureFile ? ok(pictureFile) : await openUploadedFile(viewer, uploadId);
  const kept = sent.ok ? await keep(sent.value) : sent;
  if (!kept.ok) {
    if (!pictureFile && !goesOn(kept.problem)) await transaction((tx) => takeUpload(tx, viewer, uploadId));
    return kept;
  }
  return transaction(async (tx) => {
    if (!pictureFile && !(await takeUpload(tx, viewer, uploadId))) return problem('upload-gone');
    const id = (await writePicture(tx, viewer, unit.id, { ...kept.value, alt: altVi })) ?? '';
    await tx.mediaAsset.update({ where: { id }, data: { inLibrary: true }, select: { id: true } });
    await note(tx, viewer, 'created', 'addPicture', { id, unitId: unit.id }, { bytes: kept.value.bytes });
    return ok({ id });
  });
}

/**
 * Changes the words of a picture and the point that is never cut off. `waits`: readers see it, so new words wait for somebody else.
 * `names-who-has-not-agreed`: they name the woman of a story that readers see, or will.
 */
export async function editPicture(
  viewer: Viewer,
  input: EditPictureInput,
): Promise<Result<{ id: string; waits: boolean }, LibraryProblem>> {
  const found = await findKept(viewer, input.pictureId);
  if (!found.ok) return found;
  if (input.captionEn && !input.altEn) return problem('english-missing');
  if (!input.captionVi !== !input.captionEn && input.altEn) return problem('caption-half');
  const { id, unit, words } = found.value;
  // what was said in English once stays: a page in English would lose its picture
  if (words.altEn && !input.altEn) return problem('english-missing');
  const edited = await unlessRefused(async (tx) => {
    if (!(await holdVersion(tx, 'media_asset', id, input.version))) return false;
    const waits = await saveWords(tx, viewer, id, input);
    const focal = { focalX: input.focalX / 100, focalY: input.focalY / 100 };
    await tx.mediaAsset.update({ where: { id }, data: focal, select: { id: true } });
    // pages that show it say its words: the clock drops them
    await tx.mediaUse.updateMany({ where: { pictureId: id }, data: { toldAt: null } });
    await note(
      tx,
      viewer,
      'changed',
      'editPicture',
      { id, unitId: unit.id },
      { english: Boolean(input.altEn), ...(waits && { waits }) },
    );
    return ok({ id, waits });
  });
  return edited || changedMeanwhile(viewer, id);
}

/** The change, unless the database refused it: its words name a woman who has not agreed, or another says who is in it. */
async function unlessRefused<Changed>(change: (tx: Transaction) => Promise<Changed>) {
  try {
    return await transaction(change);
  } catch (error) {
    const refused = refusals[refusal(error) ?? ''];
    if (!refused) throw error;
    return problem(refused);
  }
}
const refusals: Record<string, LibraryProblem> = {
  picture_names_who_agrees: 'names-who-has-not-agreed',
  faces_said_by_another: 'said-by-another',
};

/**
 * Says who can be recognised: nobody, or that everybody who can is named; until then the picture is in no public place.
 * `women-named`: so not nobody. `said-by-another`: she took somebody off who had said no.
 */
export async function sayFaces(viewer: Viewer, { pictureId, version, faces }: SayFacesInput): Promise<Kept> {
  const found = await findKept(viewer, pictureId);
  if (!found.ok) return found;
  const { id, unit } = found.value;
  const said = await unlessRefused(async (tx) => {
    if (!(await holdVersion(tx, 'media_asset', id, version))) return false;
    const named = await tx.mediaPerson.count({ where: { pictureId: id } });
    if (faces === 'nobody' && named > 0) return problem('women-named');
    await tx.mediaAsset.update({
      where: { id },
      data: { faces, facesSaidById: viewer.accountId },
      select: { id: true },
    });
    await note(tx, viewer, 'changed', 'sayFaces', { id, unitId: unit.id }, { faces });
    return ok({ id });
  });
  return said || changedMeanwhile(viewer, id);
}

/** Takes a picture out of the library, and off every page that shows it. Its row stays as proof of what was agreed to. */
export async function removePicture(viewer: Viewer, { pictureId, version }: RemovePictureInput): Promise<Kept> {
  const found = await findKept(viewer, pictureId);
  if (!found.ok) return found;
  const { id, unit } = found.value;
  const removed = await transaction(async (tx) => {
    if (!(await holdVersion(tx, 'media_asset', id, version))) return false;
    await withdrawPicture(tx, id, 'removed');
    await note(tx, viewer, 'ended', 'removePicture', { id, unitId: unit.id }, {});
    return true;
  });
  return removed ? ok({ id }) : changedMeanwhile(viewer, id);
}

async function findKept(viewer: Viewer, pictureId: string): Promise<Result<LibraryRecord, LibraryProblem>> {
  const picture = await findLibraryPicture(viewer, pictureId);
  if (!picture) return problem('not-found');
  return picture.kept ? ok(picture) : problem('not-allowed');
}

async function changedMeanwhile(viewer: Viewer, id: string): Promise<Result<never, LibraryProblem>> {
  const now = await findLibraryPicture(viewer, id);
  return now ? problem('changed-meanwhile', pictureFieldsOf(now)) : problem('not-found');
}

const note = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'changed' | 'ended',
  action: string,
  { id, unitId }: { id: string; unitId: string },
  change: Record<string, unknown>,
) => record(tx, viewer, { verb, action, subjectType: 'picture', subjectId: id, unitId, change });
