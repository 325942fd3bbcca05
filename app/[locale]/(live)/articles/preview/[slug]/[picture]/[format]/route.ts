import { findPreviewSize } from '@/domain/newsroom/previews/preview-queries';
import { getViewer } from '@/server/sign-in/session';
import { previewPicture } from '../../../../../preview/previewed';

type Context = RouteContext<'/[locale]/articles/preview/[slug]/[picture]/[format]'>;

/** The picture of a preview, for who may see the article. */
export async function GET(_request: Request, { params }: Context) {
  const [viewer, { slug, ...named }] = await Promise.all([getViewer(), params]);
  return previewPicture(named, async (size) => viewer && findPreviewSize(viewer, slug, size));
}
