import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import type { SayFacesInput } from '@/domain/pictures/library';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import { findFacesWaiting } from './faces-queries';

type FacesProblem = 'not-found' | 'changed-since-read' | 'said-by-another' | 'women-named';

/**
 * Says who can be recognised in a picture of a model or a course that somebody else took a woman off who had said no; then it is seen again,
 * as those who are named in it answered.
 */
export async function sayFacesAgain(
  viewer: Viewer,
  { pictureId, version, faces }: SayFacesInput,
): Promise<Result<{ id: string }, FacesProblem>> {
  const picture = await findFacesWaiting(viewer, pictureId);
  if (!picture) return problem('not-found');
  if (picture.by.length === 0) return problem('changed-since-read');
  if (!picture.mayLook) return problem('said-by-another');
  try {
    return await transaction(async (tx) => {
      if (!(await holdVersion(tx, 'media_asset', pictureId, version))) return problem('changed-since-read');
      const named = await tx.mediaPerson.count({ where: { pictureId } });
      if (faces === 'nobody' && named > 0) return problem('women-named');
      const { unitId } = await tx.mediaAsset.update({
        where: { id: pictureId },
        data: { faces, facesSaidById: viewer.accountId },
        select: { unitId: true },
      });
      const subject = { subjectType: 'picture', subjectId: pictureId, unitId };
      await record(tx, viewer, { verb: 'changed', action: 'sayFaces', ...subject, change: { faces } });
      return ok({ id: pictureId });
    });
  } catch (error) {
    if (refusal(error) === 'faces_said_by_another') return problem('said-by-another');
    throw error;
  }
}
