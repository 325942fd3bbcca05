import { findPicture } from '@/domain/consents/faces/stored-picture-queries';
import { getViewer } from '@/server/sign-in/session';
import { keptFiles } from '@/server/storage/kept-files';

type Context = RouteContext<'/admin/media/[pictureId]'>;

/**
 * A picture, for whoever may see the model or the library that it belongs to; for all others there is none. Her browser asks each time,
 * since a consent ends. `?width=480` asks for a size of it.
 */
export async function GET(request: Request, { params }: Context) {
  const [viewer, { pictureId }] = await Promise.all([getViewer(), params]);
  const [, width] = /^\?width=([1-9]\d{2,3})$/.exec(new URL(request.url).search) ?? [];
  const picture = viewer && (await findPicture(viewer, pictureId, Number(width ?? 0)));
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
