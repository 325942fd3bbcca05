import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import { permissions } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import type { Signer } from './signer';

const SIGNERS_MAX = 1_000;

/** Who may sign the reports of these communes, or of the province, on this day: by office, a chairwoman before her deputy. Within the viewer's reach. */
export function listSigners(viewer: Viewer, unitIds: readonly string[]): Promise<Signer[]> {
  const day = Prisma.sql`${toDate(today())}::date`;
  return db.$queryRaw<Signer[]>`
    WITH place AS MATERIALIZED (SELECT s.unit_id, s.path, s.level FROM unit_span s WHERE s.unit_id = ANY (${unitIds.filter(isId)}::uuid[]) AND s.level IN ('province', 'commune')
        AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'reports.see'))}),
      signer AS (SELECT DISTINCT ON (place.unit_id, a.id) place.unit_id, a.id, a.display_name, a.person_id, a.demo, g.valid_to
        FROM role_grant g JOIN account a ON a.id = g.account_id AND a.disabled_at IS NULL JOIN unit_span at ON at.unit_id = g.unit_id AND ${placedTodaySql(Prisma.sql`at`)}
          JOIN place ON starts_with(place.path, at.path) AND g.role::text = ANY (CASE place.level WHEN 'province' THEN ${[...permissions['reports.file-province']]}::text[] ELSE ${[...permissions['reports.file']]}::text[] END)
        WHERE app.active_on(g.valid_from, g.valid_to, ${day}) ORDER BY place.unit_id, a.id, g.valid_to DESC NULLS FIRST)
    SELECT s.unit_id::text AS "unitId", s.id::text AS "accountId", s.display_name AS name, o.title::text, (s.valid_to - 1)::text AS until, s.demo
    FROM signer s LEFT JOIN LATERAL (SELECT x.title FROM office x WHERE x.person_id = s.person_id AND x.unit_id = s.unit_id AND app.active_on(x.valid_from, x.valid_to, ${day}) ORDER BY x.title LIMIT 1) o ON true
    ORDER BY s.unit_id, o.title NULLS LAST, s.display_name COLLATE app.vi_numeric, s.id LIMIT ${SIGNERS_MAX}`;
}
