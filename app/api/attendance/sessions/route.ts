import { takesAttendance } from '@/domain/attendance/attendance';
import { listHallSessions } from '@/domain/attendance/roster/roster-queries';
import { getViewer } from '@/server/sign-in/session';

/** The sessions whose lists she may take along. */
export async function GET() {
  const viewer = await getViewer();
  const headers = { 'cache-control': 'no-store' };
  if (!viewer) return Response.json({ problem: 'signed-out' }, { status: 401, headers });
  if (!takesAttendance(viewer)) return Response.json({ problem: 'not-allowed' }, { status: 403, headers });
  return Response.json(await listHallSessions(viewer), { headers });
}
