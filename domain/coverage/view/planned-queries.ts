import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';

const COMMUNES_MAX = 200;

/** How many approved sessions are still to come in each of these communes, by the commune's id. Sessions are announced in public. */
export async function countPlannedSessions(viewer: Viewer, communeIds: string[]): Promise<Map<string, number>> {
  if (!mayAnywhere(viewer, 'coverage.see') || communeIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ communeId: string; sessions: number }[]>`
    SELECT p.commune_id::text AS "communeId", count(*)::int AS sessions
    FROM session s JOIN app.unit_place p ON p.unit_id = s.unit_id
    WHERE s.state = 'approved' AND s.starts_at > now() AND p.commune_id = ANY(${communeIds}::uuid[])
    GROUP BY p.commune_id LIMIT ${COMMUNES_MAX}`;
  return new Map(rows.map(({ communeId, sessions }) => [communeId, sessions]));
}
