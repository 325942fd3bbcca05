import { placedTodaySql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';

const GRANTS_MAX = 50;

/** A `Viewer` inside a larger query; `account` is a row of that table. In SQL: every request asks for it, and put together by Prisma it took nearly twice as long. */
export const viewerSql = (account: Prisma.Sql): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'accountId', ${account}.id, 'personId', ${account}.person_id, 'displayName', ${account}.display_name,
  'locale', CASE WHEN ${account}.locale = 'en' THEN 'en' ELSE 'vi' END,
  'grants', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'path', g.path, 'unitName', g.name) ORDER BY g.id), '[]')
    FROM (SELECT r.id, r.role, r.unit_id, s.path, ${unitNameSql(Prisma.sql`r.unit_id`)} AS name
      FROM role_grant r CROSS JOIN LATERAL (SELECT x.path FROM unit_span x WHERE x.unit_id = r.unit_id AND ${placedTodaySql(Prisma.sql`x`)} LIMIT 1) s
      WHERE r.account_id = ${account}.id AND app.active_on(r.valid_from, r.valid_to, ${toDate(today())}::date) ORDER BY r.id LIMIT ${GRANTS_MAX}) g))`;

/** The viewer behind an account, with the roles that she holds today; null where it is disabled or there is none. */
export async function viewerOfAccount(accountId: string): Promise<Viewer | null> {
  const [row] = await db.$queryRaw<{ viewer: Viewer }[]>`
    SELECT ${viewerSql(Prisma.sql`a`)} AS viewer FROM account a WHERE a.id = ${accountId}::uuid AND a.disabled_at IS NULL LIMIT 1`;
  return row?.viewer ?? null;
}
