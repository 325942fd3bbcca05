import { soundResponse } from '@/app/sound-response';
import { isSoundFormat } from '@/domain/articles/sounds/sound';
import { findPreviewSound } from '@/domain/newsroom/previews/preview-queries';
import { getViewer } from '@/server/sign-in/session';

type Context = RouteContext<'/[locale]/articles/preview/[slug]/sounds/[sound]/[format]'>;

/** The sound of the newest edition, for who may see the article; also one whose words were changed since. */
export async function GET(request: Request, { params }: Context) {
  const [viewer, { slug, sound, format }] = await Promise.all([getViewer(), params]);
  const found = viewer && isSoundFormat(format) ? await findPreviewSound(viewer, slug, sound, format) : null;
  return soundResponse(request, found, 'private, no-store');
}
