import { createHash, randomBytes } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { editPictureInput } from '@/domain/pictures/library';
import { addPicture, editPicture, sayFaces } from '@/domain/pictures/library-commands';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import type { KeepPicture } from '@/domain/pictures/picture';
import { makePictureSizes } from '@/domain/pictures/size-commands';
import { ok } from '@/domain/result';
import type { TestUnit } from '@/test/union';

/** Pictures for tests, handed in and described as an editor does it; their bytes are told and never lie anywhere. */
const hash = () => createHash('sha256').update(randomBytes(8)).digest('hex');
export const keepsAnything: KeepPicture = async () =>
  ok({ sha256: hash(), mime: 'image/webp', bytes: 1000, width: 900, height: 600 });
export const goesOn = async () => true;
const makesAnything = async () => ({ sha256: hash(), bytes: 500 });

const file = () => new File([new Uint8Array([1])], 'anh.jpg', { type: 'image/jpeg' });

export async function added(viewer: Viewer, unit: TestUnit, altVi = 'Chị em học gọi video'): Promise<string> {
  const result = await addPicture(viewer, { unitId: unit.id, pictureFile: file(), altVi }, keepsAnything);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

export async function versionOfPicture(viewer: Viewer, pictureId: string): Promise<number> {
  return (await findLibraryPicture(viewer, pictureId))?.version ?? 0;
}

/** With its sizes, words in both languages, and what was said of who is in it. */
export async function wholePicture(viewer: Viewer, unit: TestUnit, faces: 'nobody' | 'named'): Promise<string> {
  const pictureId = await added(viewer, unit);
  const words = { altVi: 'Chị em học gọi video', altEn: 'Women learn to call', focalX: '50', focalY: '40' };
  const input = editPictureInput.parse({
    pictureId,
    version: String(await versionOfPicture(viewer, pictureId)),
    ...words,
  });
  await editPicture(viewer, input);
  await sayFaces(viewer, { pictureId, version: await versionOfPicture(viewer, pictureId), faces });
  await makePictureSizes(goesOn, makesAnything);
  return pictureId;
}
