import { Prisma } from '@/prisma/client';
import { MISSES } from './link';

/** A link `l` that leads nowhere: it is gone, or was not reached on three days in a row. */
export const isBrokenSql = Prisma.sql`(l.state = 'gone' OR l.misses >= ${MISSES})`;

/** An article `a` whose readers find a link that leads nowhere. */
export const hasBrokenSql = Prisma.sql`EXISTS (SELECT FROM publication p JOIN link_use u ON u.publication_id = p.id JOIN link l ON l.id = u.link_id AND ${isBrokenSql}
  WHERE p.article_id = a.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL)`;
