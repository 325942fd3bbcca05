import type { Viewer } from '@/domain/access/viewer';
import { mayLookAt } from '@/domain/consents/faces-queries';
import { seenWithin } from '@/domain/consents/picture-queries';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';

export type StoredPicture = { sha256: string; mime: string };

/**
 * The place of a picture in storage, when the viewer may see the model, the course or the library that it belongs to; else null. One that
 * waits for another to look at it is seen by who may. `width`: of its size of so many pixels, where one was made.
 */
export async function findPicture(viewer: Viewer, pictureId: string, width = 0): Promise<StoredPicture | null> {
  if (!isId(pictureId)) return null;
  const picture = await db.mediaAsset.findFirst({
    where: { id: pictureId, ...seenWithin(viewer) },
    select: {
      sha256: true,
      mime: true,
      withdrawnAt: true,
      mediaSizes: { where: { width, format: 'webp' }, select: { sha256: true }, take: 1 },
    },
  });
  if (!picture || (picture.withdrawnAt && !(await mayLookAt(viewer, pictureId)))) return null;
  const [size] = picture.mediaSizes;
  const stored = size ? { sha256: size.sha256, mime: 'image/webp' } : picture;
  return { sha256: Buffer.from(stored.sha256).toString('hex'), mime: stored.mime };
}
