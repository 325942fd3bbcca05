import { addPicture } from '@/domain/pictures/library-commands';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { added, keepsAnything } from '@/test/stages/pictures';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function picturesAttempts({ union, province }: AttemptStage): Attempts<'pictures'> {
  const pictureFile = new File([new Uint8Array([1])], 'anh.jpg');
  return {
    'pictures.see': async (viewer) => (await findLibraryPicture(viewer, await added(province, union.khuPho5))) !== null,
    'pictures.keep': async (viewer) =>
      done(await addPicture(viewer, { unitId: union.khuPho5.id, pictureFile, altVi: 'Lớp học' }, keepsAnything)),
  };
}
