import { backFromElsewhere } from '@/app/admin/export-response';
import { printMemberCards } from '@/domain/member-cards/print-commands';
import { getViewer } from '@/server/sign-in/session';
import { cardPaper } from '../../../card-paper';

export const dynamic = 'force-dynamic';

/** Her card on paper, while it waits to be handed over; that it was printed is in the trail. */
export async function GET(request: Request, { params }: { params: Promise<{ personId: string }> }) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const [viewer, { personId }] = await Promise.all([getViewer(), params]);
  const result = viewer && (await printMemberCards(viewer, { personId }));
  return result?.ok ? cardPaper(result.value) : new Response(null, { status: 404 });
}
