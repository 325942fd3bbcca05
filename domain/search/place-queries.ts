import { today } from '@/domain/days/day';
import { spacedWords } from '@/domain/texts/search-words';
import { db } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';

/** A commune of today with its name, and names of before that lead to it: its own and of what it took over. `…Words`: set apart. */
export type NamedPlace = {
  id: string;
  slug: string;
  name: string;
  nameWords: string;
  former: { name: string; words: string }[];
};

type PlaceRow = { id: string; slug: string; name: string; former: string[] | null };

const PLACES_MAX = 1_000;

/** Communes of today by all their names, former ones too; they are kept. */
export const listPublishedPlaceNames = (): Promise<readonly NamedPlace[]> =>
  keptValue(`place names ${today()}`, ['units', 'today'], async () => {
    const rows = await db.$queryRaw<PlaceRow[]>`
      WITH named AS (
        SELECT n.unit_id, n.name, app.active_on(n.valid_from, n.valid_to, app.today()) AS now FROM unit c JOIN unit_name n ON n.unit_id = c.id
          WHERE c.level = 'commune' AND n.valid_from <= app.today()
        UNION SELECT unit_id, name, false FROM former_unit)
      SELECT u.id::text, u.slug, coalesce(max(n.name) FILTER (WHERE n.now), u.slug) AS name, array_agg(DISTINCT n.name) FILTER (WHERE NOT n.now) AS former
      FROM named n JOIN unit c ON c.id = n.unit_id
        CROSS JOIN LATERAL unnest(CASE WHEN c.closed_on <= app.today() THEN app.with_successors(ARRAY[c.id]) ELSE ARRAY[c.id] END) AS s (id)
        JOIN unit u ON u.id = s.id AND u.opened_on <= app.today() AND (u.closed_on IS NULL OR u.closed_on > app.today())
      GROUP BY u.id LIMIT ${PLACES_MAX}`;
    return rows.map(({ id, slug, name, former }) => ({
      id,
      slug,
      name,
      nameWords: spacedWords(name),
      former: (former ?? []).map((one) => ({ name: one, words: spacedWords(one) })),
    }));
  });
