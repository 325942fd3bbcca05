import { findPicture } from '@/domain/digital-models/picture-queries';
import { getViewer } from '@/server/sign-in/session';
import { keptFiles } from '@/server/storage/kept-files';

type Context = RouteContext<'/admin/media/[pictureId]'>;

/**
 * A picture, for whoever may see the model it was handed in for or the library it lies in; for all others there is none. Her browser asks
 * each time: a consent ends, a role ends.
 */
export async function GET(request: Request, { params }: Context) {
  const [viewer, { pictureId }] = await Promise.all([getViewer(), params]);
  const picture = viewer && (await findPicture(viewer, pictureId));
  const etag = picture && `"${picture.sha256}"`;
  const headers = { 'cache-control': 'private, no-cache', ...(etag ? { etag } : {}) };
  if (etag && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const bytes = picture && (await keptFiles.get(picture.sha256));
  if (!bytes) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(bytes, {
    headers: {
      ...headers,
      'content-type': picture.mime,
      'content-length': String(bytes.length),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    },
  });
}
