import { printMemberCards } from '@/domain/member-cards/print-commands';
import { getViewer } from '@/server/sign-in/session';
import { cardPaper } from '../../card-paper';

export const dynamic = 'force-dynamic';

/** All cards within her reach that wait to be handed over, on paper; each is in the trail. */
export async function GET() {
  const viewer = await getViewer();
  const result = viewer && (await printMemberCards(viewer));
  return result?.ok ? cardPaper(result.value) : new Response(null, { status: 404 });
}
