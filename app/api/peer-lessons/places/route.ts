import { mayAnywhere } from '@/domain/access/access';
import { listLessonPlaces } from '@/domain/peer-lessons/phone/place-queries';
import { getViewer } from '@/server/sign-in/session';

/** The places that she notes lessons for. */
export async function GET() {
  const viewer = await getViewer();
  const headers = { 'cache-control': 'no-store' };
  if (!viewer) return Response.json({ problem: 'signed-out' }, { status: 401, headers });
  if (!mayAnywhere(viewer, 'peer-lessons.record'))
    return Response.json({ problem: 'not-allowed' }, { status: 403, headers });
  return Response.json(await listLessonPlaces(viewer), { headers });
}
