import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { membersWithin } from '../person';
import { type Called, namesApart, namesakesIn } from './namesakes';

const NAMESAKES_MAX = 200;

/**
 * Women of a choice who bear one name, as they are called there, by id: with year of birth or unit from a record she reaches, else with the
 * unit said of them.
 */
export async function tellApart(
  viewer: Viewer,
  women: readonly (Called & { unitName?: string })[],
): Promise<Map<string, string>> {
  const namesakes = namesakesIn(women).flat();
  if (namesakes.length === 0) return new Map();
  const rows = await db.person.findMany({
    where: { AND: [{ id: { in: namesakes.map(({ id }) => id) } }, membersWithin(viewer)] },
    select: {
      id: true,
      birthYear: true,
      memberships: { where: activeOn(today()), select: { unit: { select: { unitNames: nameToday() } } }, take: 1 },
    },
    take: NAMESAKES_MAX,
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return namesApart(
    namesakes.map(({ id, name, unitName }) => {
      const row = known.get(id);
      const own = row?.memberships[0]?.unit.unitNames[0]?.name;
      return { id, name, birthYear: row?.birthYear ?? null, unitName: own ?? unitName ?? null };
    }),
  );
}
