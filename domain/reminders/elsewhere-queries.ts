import { isWithin } from '@/domain/access/access';
import { placedTodaySql } from '@/domain/access/area-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { addDays, type Day, fromDate, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { REMINDED_MAX } from './reminder';

/** How many units of another place of hers she was reminded of and that are not mended, and the nearest last day of them. */
export type AskedElsewhere = { placeId: string; units: number; lastDay: Day };

type Row = { path: UnitPath; units: number; lapsesOn: Date };
type Place = { id: string; path: UnitPath };

/**
 * What the viewer was reminded of at those of her places that her page is not about now, as far as it is still missing; each unit at the
 * lowest of them that holds it.
 */
export async function listAskedElsewhere(
  viewer: Viewer,
  { places, here }: { places: readonly Place[]; here: Place | null },
): Promise<AskedElsewhere[]> {
  const others = places.filter(({ path }) => !here || !isWithin(path, here.path));
  if (others.length === 0) return [];
  const rows = await listStanding(viewer);
  const found = new Map<string, AskedElsewhere>();
  for (const { path, units, lapsesOn } of rows) {
    if (here && isWithin(path, here.path)) continue;
    const [place] = others.filter((each) => isWithin(path, each.path)).sort((a, b) => b.path.length - a.path.length);
    if (!place) continue;
    const lastDay = addDays(fromDate(lapsesOn), -1);
    const known = found.get(place.id) ?? { placeId: place.id, units: 0, lastDay };
    const nearest = [known.lastDay, lastDay].sort()[0] ?? lastDay;
    found.set(place.id, { placeId: place.id, units: known.units + units, lastDay: nearest });
  }
  return [...found.values()].sort((one, other) => (one.lastDay < other.lastDay ? -1 : 1));
}

/** Each unit that she was reminded of, with how many of it are not mended: of a commune all its units, or itself while it is silent. */
function listStanding({ accountId }: Viewer): Promise<Row[]> {
  const day = Prisma.sql`${today()}::date`;
  return db.$queryRaw<Row[]>`
    WITH asked AS MATERIALIZED (SELECT DISTINCT ON (r.unit_id) r.unit_id, r.parts::text[] AS parts, r.lapses_on, s.path, s.level, s.commune_id FROM reminder_recipient x
        JOIN reminder r ON r.id = x.reminder_id JOIN unit_span s ON s.unit_id = r.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
      WHERE x.account_id = ${accountId}::uuid AND r.kind = 'coverage_gap' AND r.lapses_on > ${day} ORDER BY r.unit_id, r.asked_on DESC, r.id DESC LIMIT ${REMINDED_MAX}),
    missing AS MATERIALIZED (SELECT c.commune_id, m.unit_id, m.missing FROM (SELECT DISTINCT commune_id FROM asked WHERE commune_id IS NOT NULL) c CROSS JOIN LATERAL app.missing(c.commune_id, ${day}) m),
    counted AS (SELECT a.path, a.lapses_on AS "lapsesOn", (SELECT count(*)::int FROM missing m WHERE m.missing && a.parts AND m.commune_id = a.commune_id AND (m.unit_id = a.unit_id OR a.level = 'commune'))
        + (a.level = 'commune' AND 'records' = ANY (a.parts) AND NOT EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = a.unit_id AND app.active_on(k.valid_from, k.valid_to, ${day})))::int AS units FROM asked a)
    SELECT * FROM counted WHERE units > 0`;
}
