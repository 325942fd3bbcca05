import { findPicture } from '@/domain/digital-models/picture-queries';
import { getViewer } from '@/server/session';
import { media } from '@/server/storage/media';

type Context = RouteContext<'/admin/media/[assetId]'>;

/**
 * A picture, for whoever may see the model it was handed in for; for all others there is none. Its bytes never change
 * under one address, so her own browser may keep them.
 */
export async function GET(_request: Request, { params }: Context) {
  const [viewer, { assetId }] = await Promise.all([getViewer(), params]);
  const picture = viewer && (await findPicture(viewer, assetId));
  const bytes = picture && (await media.get(picture.sha256));
  if (!bytes) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(bytes, {
    headers: {
      'content-type': picture.mime,
      'content-length': String(bytes.length),
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    },
  });
}
