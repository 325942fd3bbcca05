import { type ChartProps, sharedChart } from '@/app/[locale]/(public)/indicators/[slug]/shared-chart';
import { rasterOf } from '@/server/storage/raster';

/** The same for everyone, kept until a figure changes or the day turns; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** As wide as what is shared is shown. */
const WIDTH = 1200;

/** The trend of a public indicator as a picture. */
export async function GET(_request: Request, props: ChartProps) {
  const svg = await sharedChart(props);
  if (!svg) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await rasterOf(svg, WIDTH)), { headers: { 'content-type': 'image/png' } });
}
