import { backFromElsewhere } from '@/app/admin/export-response';
import { inAddress } from '@/domain/certificates/code';
import { printCertificates } from '@/domain/certificates/print-commands';
import { getViewer } from '@/server/sign-in/session';
import { certificatesAsPdf } from '../../print';

export const dynamic = 'force-dynamic';

/** One certificate on paper. */
export async function GET(request: Request, { params }: { params: Promise<{ certificateId: string }> }) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { certificateId }] = await Promise.all([getViewer(), params]);
  const result = viewer && (await printCertificates(viewer, { certificateId }));
  if (!result?.ok) return new Response(null, { status: 404 });
  return certificatesAsPdf(result.value, `giay-chung-nhan-${inAddress(result.value[0]?.code ?? '')}`);
}
