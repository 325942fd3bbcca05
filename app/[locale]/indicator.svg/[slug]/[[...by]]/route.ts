import { type ChartProps, sharedChart } from '@/app/[locale]/(public)/indicators/[slug]/shared-chart';

/** The same for everyone, kept until a figure changes or the day turns; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** The trend of a public indicator as a drawing. */
export async function GET(_request: Request, props: ChartProps) {
  const svg = await sharedChart(props);
  if (!svg) return new Response(null, { status: 404 });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
}
