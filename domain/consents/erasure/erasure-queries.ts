import type { Viewer } from '@/domain/access/viewer';
import { personsKeptWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findConsentPerson } from '../consent-queries';
import type { Obstacle, Obstacles } from './erasure';

/**
 * Things that keep a person from being erased: titles, running pairs, seats on boards, sessions she is to train at,
 * roles of her account. Null: the viewer may not erase her.
 */
export async function findObstacles(
  viewer: Viewer,
  personId: string,
  tx: Pick<Transaction, '$queryRaw'> = db,
): Promise<Obstacles | null> {
  if (!(await findConsentPerson(viewer, personId, 'own-data.erase'))) return null;
  const rows = await tx.$queryRaw<{ name: Obstacle; count: number }[]>`
    WITH ids AS (SELECT id FROM app.records_of(${personId}::uuid)),
    open AS (
      SELECT 'office-held' AS name, 1 AS at FROM office o JOIN ids ON o.person_id = ids.id WHERE o.valid_to IS NULL OR o.valid_to > app.today()
      UNION ALL SELECT 'pair-live', 2 FROM pair p WHERE (p.instructor_id IN (SELECT id FROM ids) OR p.learner_id IN (SELECT id FROM ids)) AND (p.valid_to IS NULL OR p.valid_to > greatest(app.today(), p.valid_from))
      UNION ALL SELECT 'board-seat-held', 3 FROM board_seat b JOIN ids ON b.person_id = ids.id WHERE b.valid_to IS NULL OR b.valid_to > app.today()
      UNION ALL SELECT 'training-ahead', 4 FROM session_trainer s JOIN ids ON s.trainer_id = ids.id WHERE s.ends_at > now() AND s.state IN ('proposed', 'approved')
      UNION ALL SELECT 'role-held', 5 FROM role_grant g JOIN account a ON a.id = g.account_id JOIN ids ON a.person_id = ids.id WHERE a.disabled_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > app.today())
    )
    SELECT name, count(*)::int AS count FROM open GROUP BY name, at ORDER BY at`;
  return rows;
}

/** The names of those of these persons whom she might erase. */
export async function listErasableNames(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.person.findMany({
    where: { AND: [{ id: { in: [...ids] } }, personsKeptWithin(viewer, 'own-data.erase')] },
    select: { id: true, fullName: true },
    take: ids.length,
  });
  return new Map(rows.map(({ id, fullName }) => [id, fullName ?? '']));
}
