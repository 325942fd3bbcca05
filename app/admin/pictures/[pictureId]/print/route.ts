import { findPictureForPrint } from '@/domain/pictures/library-queries';
import { getViewer } from '@/server/sign-in/session';
import { keptFiles } from '@/server/storage/kept-files';
import { printable } from '@/server/storage/printable';

type Context = RouteContext<'/admin/pictures/[pictureId]/print'>;

/** A picture of the library as a file for a document that is printed, while everybody in it agrees to that; for all others there is none. */
export async function GET(_request: Request, { params }: Context) {
  const [viewer, { pictureId }] = await Promise.all([getViewer(), params]);
  const picture = viewer && (await findPictureForPrint(viewer, pictureId));
  const kept = picture && (await keptFiles.get(picture.sha256));
  if (!kept) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(await printable(kept)), {
    headers: {
      'cache-control': 'private, no-store',
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="anh-${pictureId.slice(-8)}.jpg"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
