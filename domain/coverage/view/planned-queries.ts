import { Prisma } from '@/prisma/client';

/** How many approved sessions are still to come in each commune `p.commune_id` of these, inside a larger query. Sessions are announced in public. */
export const plannedSql = (which: Prisma.Sql) => Prisma.sql`
  SELECT p.commune_id, count(*)::int AS sessions
  FROM session s JOIN app.unit_place p ON p.unit_id = s.unit_id
  WHERE s.state = 'approved' AND s.starts_at > now() AND p.commune_id IS NOT NULL AND ${which}
  GROUP BY p.commune_id`;
