import { ASK_EACH_TIME, soundResponse } from '@/app/sound-response';
import { findPublishedSound } from '@/domain/articles/sounds/published-sound-queries';
import { isSoundFormat } from '@/domain/articles/sounds/sound';

export const dynamic = 'force-dynamic';

type Context = RouteContext<'/[locale]/sounds/[slug]/[format]'>;

/** The sound of a text that readers have: `<id of the text>.<mp3|m4a>`. Of any other there is none. */
export async function GET(request: Request, { params }: Context) {
  const { slug, format } = await params;
  const sound = isSoundFormat(format) ? await findPublishedSound(slug, format) : null;
  return soundResponse(request, sound, ASK_EACH_TIME);
}
