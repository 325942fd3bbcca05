import { backFromElsewhere } from '@/app/admin/export-response';
import { printMemberCards } from '@/domain/member-cards/print-commands';
import { getViewer } from '@/server/sign-in/session';
import { cardPaper } from '../../card-paper';

export const dynamic = 'force-dynamic';

/** Cards within her reach that wait to be handed over, a hundred at once, on paper; each is in the trail. */
export async function GET(request: Request) {
  const back = backFromElsewhere(request);
  if (back) return back;
  const after = new URL(request.url).searchParams.get('after');
  const viewer = await getViewer();
  const result = viewer && (await printMemberCards(viewer, after ? { after } : {}));
  return result?.ok ? cardPaper(result.value) : new Response(null, { status: 404 });
}
