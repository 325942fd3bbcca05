import { createHash } from 'node:crypto';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { db } from '@/prisma/client';
import { KEPT_HOURS, PART_BYTES_MIN, UPLOAD_BYTES_MAX, type Upload, type UploadProblem } from './upload';

/** Whether somebody has a form whose file comes in parts: a picture of the library, or a sound of a text. */
export const maySend = (viewer: Viewer): boolean =>
  mayAnywhere(viewer, 'pictures.keep') || mayAnywhere(viewer, 'articles.write');

const PARTS_MAX = Math.ceil(UPLOAD_BYTES_MAX / PART_BYTES_MIN);

/** How far an upload of hers has come. That of another account is none. */
export async function findUpload(viewer: Viewer, uploadId: string): Promise<Upload | null> {
  if (!maySend(viewer) || !isId(uploadId)) return null;
  return db.upload.findFirst({ where: hers(viewer, uploadId), select: { id: true, size: true, received: true } });
}

/** The file of an upload of hers once all of it has come, and only if it is the one that was announced. */
export async function openUploadedFile(viewer: Viewer, uploadId: string): Promise<Result<File, UploadProblem>> {
  if (!isId(uploadId)) return problem('upload-gone');
  const select = { size: true, received: true, sha256: true };
  const found = await db.upload.findFirst({ where: hers(viewer, uploadId), select });
  if (!found) return problem('upload-gone');
  if (found.received < found.size) return problem('upload-unfinished');
  const parts = await db.uploadPart.findMany({
    where: { uploadId },
    orderBy: { start: 'asc' },
    select: { bytes: true },
    take: PARTS_MAX,
  });
  const bytes = Buffer.concat(parts.map((part) => part.bytes));
  // another form has taken it over meanwhile
  if (bytes.length < found.size) return problem('upload-gone');
  if (!createHash('sha256').update(bytes).digest().equals(found.sha256)) return problem('upload-broken');
  return ok(new File([bytes], 'upload'));
}

const hers = ({ accountId }: Viewer, id: string) => ({
  id,
  accountId,
  touchedAt: { gt: new Date(Date.now() - KEPT_HOURS * 3_600_000) },
});
