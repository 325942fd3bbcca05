import { materialResponse } from '@/app/material-response';
import { findMaterialFile } from '@/domain/courses/queries';
import { getViewer } from '@/server/sign-in/session';

type Context = RouteContext<'/admin/courses/materials/[materialId]'>;

/** A file of a course, for whoever may see trainings; for all others there is none. */
export async function GET(_request: Request, { params }: Context) {
  const [viewer, { materialId }] = await Promise.all([getViewer(), params]);
  return materialResponse(viewer && (await findMaterialFile(viewer, materialId)), 'private, no-cache');
}
