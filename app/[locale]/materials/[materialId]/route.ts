import { materialResponse } from '@/app/material-response';
import { findPublishedMaterialFile } from '@/domain/courses/queries';

export const dynamic = 'force-dynamic';

/** A public file of a course, for everyone; asked for anew each time, so that what was taken back is gone at once. */
export async function GET(_request: Request, { params }: { params: Promise<{ materialId: string }> }) {
  return materialResponse(
    await findPublishedMaterialFile((await params).materialId),
    'public, max-age=0, must-revalidate',
  );
}
