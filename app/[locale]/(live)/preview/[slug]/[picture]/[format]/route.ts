import { findPreviewSizeByLink } from '@/domain/newsroom/previews/preview-queries';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';
import { previewPicture } from '../../../previewed';

type Context = RouteContext<'/[locale]/preview/[slug]/[picture]/[format]'>;

/** The picture of a preview, for whoever knows the secret of its address. */
export async function GET(_request: Request, { params }: Context) {
  const [network, { slug, ...named }] = await Promise.all([readersNetwork(), params]);
  if (!(await mayAsk('preview', network)))
    return new Response(null, { status: 429, headers: { 'retry-after': '900' } });
  const answer = await previewPicture(named, (size) => findPreviewSizeByLink(slug, size));
  if (answer.ok) await wasKnown('preview', network);
  return answer;
}
