import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { seenWithin } from '../picture-queries';
import { mayLookAt } from './faces-queries';

export type StoredPicture = { sha256: string; mime: string };

/**
 * The place of a picture in storage, when the viewer may see where it belongs; else null. One that waits for another's look is seen by who
 * may look. `width`: of its size of so many pixels.
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
