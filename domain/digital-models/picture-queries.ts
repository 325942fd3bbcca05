import type { Viewer } from '@/domain/access/viewer';
import { materialPicturesWithin } from '@/domain/courses/material-pictures';
import { isId } from '@/domain/id';
import { libraryWithin } from '@/domain/pictures/library-queries';
import { db } from '@/prisma/client';
import { modelsWithin } from './people/host';

export type StoredPicture = { sha256: string; mime: string };

/**
 * The place of a picture in storage, when the viewer may see the model, the course or the library that it belongs to; else null.
 * `width`: of its size of so many pixels, where one was made.
 */
export async function findPicture(viewer: Viewer, pictureId: string, width = 0): Promise<StoredPicture | null> {
  if (!isId(pictureId)) return null;
  const seen = { some: { model: modelsWithin(viewer, 'digital-models.see') } };
  const picture = await db.mediaAsset.findFirst({
    where: {
      id: pictureId,
      withdrawnAt: null,
      OR: [
        { modelActivities: seen },
        { criterionMets: seen },
        ...materialPicturesWithin(viewer),
        libraryWithin(viewer),
      ],
    },
    select: {
      sha256: true,
      mime: true,
      mediaSizes: { where: { width, format: 'webp' }, select: { sha256: true }, take: 1 },
    },
  });
  const [size] = picture?.mediaSizes ?? [];
  const stored = size ? { sha256: size.sha256, mime: 'image/webp' } : picture;
  return stored && { sha256: Buffer.from(stored.sha256).toString('hex'), mime: stored.mime };
}
