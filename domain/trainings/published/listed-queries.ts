import { db } from '@/prisma/client';

const SESSIONS_MAX = 500;

/** Where a session that readers may see is listed: in its commune, or, one of the province's own, in every commune. */
export type Listed = { id: string; communeId: string | null };

/** Where these sessions, or those of the series of one of them, are listed; one that was never public is not. */
export const findPublishedLists = (sessionId: string, whole: 'session' | 'series' = 'session'): Promise<Listed[]> =>
  db.$queryRaw<Listed[]>`
    SELECT s.id::text, p.commune_id::text AS "communeId"
    FROM session one JOIN session s ON s.id = one.id OR (${whole === 'series'} AND s.series_id = one.series_id)
      LEFT JOIN app.unit_place p ON p.unit_id = s.unit_id
    WHERE one.id = ${sessionId}::uuid
      AND (s.state IN ('approved', 'held') OR (s.state = 'cancelled'
        AND EXISTS (SELECT FROM session_decision d WHERE d.session_id = s.id AND d.kind = 'approved')))
    LIMIT ${SESSIONS_MAX}`;
