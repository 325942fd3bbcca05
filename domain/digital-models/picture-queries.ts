import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { libraryWithin } from '@/domain/pictures/library-queries';
import { db } from '@/prisma/client';
import { modelsWithin } from './people/host';

export type StoredPicture = { sha256: string; mime: string };

/**
 * The place of a picture in storage, when the viewer may see the model it was handed in for, or the library that it
 * lies in; else null, as if there were none.
 */
export async function findPicture(viewer: Viewer, pictureId: string): Promise<StoredPicture | null> {
  if (!isId(pictureId)) return null;
  const seen = { some: { model: modelsWithin(viewer, 'digital-models.see') } };
  const picture = await db.mediaAsset.findFirst({
    where: {
      id: pictureId,
      withdrawnAt: null,
      OR: [{ modelActivities: seen }, { criterionMets: seen }, libraryWithin(viewer)],
    },
    select: { sha256: true, mime: true },
  });
  return picture && { sha256: Buffer.from(picture.sha256).toString('hex'), mime: picture.mime };
}
