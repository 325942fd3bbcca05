import { backFromElsewhere } from '@/app/admin/export-response';
import { printCertificates } from '@/domain/certificates/print-commands';
import { getViewer } from '@/server/sign-in/session';
import { certificatesAsPdf } from '../../../../../certificates/print';

export const dynamic = 'force-dynamic';

/** The certificates of a session on paper, `?from=120` those behind the first 120. */
export async function GET(request: Request, { params }: { params: Promise<{ sessionId: string }> }) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { sessionId }] = await Promise.all([getViewer(), params]);
  const from = Number(new URL(request.url).searchParams.get('from') ?? 0);
  if (!viewer || !Number.isInteger(from) || from < 0 || from > 10_000) return new Response(null, { status: 404 });
  const result = await printCertificates(viewer, { sessionId, from });
  if (!result.ok) return new Response(null, { status: 404 });
  return certificatesAsPdf(result.value, `giay-chung-nhan-${result.value[0]?.heldOn ?? ''}`);
}
