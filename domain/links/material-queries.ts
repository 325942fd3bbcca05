import { Prisma } from '@/prisma/client';

/** Whether a material `m` is handed out: its course is taught today. */
export const handedOutSql = Prisma.sql`EXISTS (SELECT FROM course c WHERE c.id = m.course_id AND (c.retired_on IS NULL OR c.retired_on > app.today()))`;

/** Whether a course hands out a link `l`. */
export const handsOutSql = Prisma.sql`EXISTS (SELECT FROM course_material m WHERE m.link_id = l.id AND ${handedOutSql})`;
