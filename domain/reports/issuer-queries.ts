import { type Day, toDate } from '@/domain/days/day';
import { unitNameOnSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { City } from './issuer';

/** The province or city as it was called and what it was on a day: the head of a letter names it. Names of units are public. */
export async function findPublishedCityOn(day: Day): Promise<City> {
  const on = Prisma.sql`${toDate(day)}::date`;
  const [city] = await db.$queryRaw<City[]>`
    SELECT coalesce(${unitNameOnSql(Prisma.sql`u.id`, day)}, '') AS name,
      coalesce((SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${on})), 'city') AS kind
    FROM unit u WHERE u.level = 'province' ORDER BY u.no LIMIT 1`;
  return city ?? { name: '', kind: 'city' };
}
