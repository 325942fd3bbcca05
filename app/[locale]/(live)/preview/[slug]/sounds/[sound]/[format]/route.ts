import { soundResponse } from '@/app/sound-response';
import { isSoundFormat } from '@/domain/articles/sounds/sound';
import { findPreviewSoundByLink } from '@/domain/newsroom/previews/preview-queries';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

type Context = RouteContext<'/[locale]/preview/[slug]/sounds/[sound]/[format]'>;

/** The sound of a preview, for whoever knows the secret of its address. */
export async function GET(request: Request, { params }: Context) {
  const [network, { slug, sound, format }] = await Promise.all([readersNetwork(), params]);
  if (!(await mayAsk('preview', network)))
    return new Response(null, { status: 429, headers: { 'retry-after': '900' } });
  const found = isSoundFormat(format) ? await findPreviewSoundByLink(slug, sound, format) : null;
  if (found) await wasKnown('preview', network);
  return soundResponse(request, found, 'private, no-store');
}
