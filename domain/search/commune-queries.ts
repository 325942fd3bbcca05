import { placeKeyOf, placeNameOf, spacedWords } from '@/domain/texts/search-words';
import { db } from '@/prisma/client';
import type { FoundCommune, FoundCommunes } from './search';

const COMMUNES_MAX = 12;
/** How far a name lies from the question: 4 is a near miss. */
const NEAR = 4;

type CommuneRow = Omit<FoundCommune, 'namesake'> & { distance: number };

/**
 * Communes by a name of today or before, also of what they took over, at most twelve: the nearest names first, today's before a
 * former one. Where none is met, names that are nearly it.
 */
export async function searchPublishedCommunes(question: string): Promise<FoundCommunes> {
  const [key, name, asked] = [placeKeyOf(question), placeNameOf(question), spacedWords(question)];
  const rows = await db.$queryRaw<CommuneRow[]>`
    WITH /* one plan */ bearer AS (
        SELECT n.unit_id, n.name, n.search_key, NULL::text AS kind, NULL::text AS district, false AS part, app.active_on(n.valid_from, n.valid_to, app.today()) AS now
          FROM unit c JOIN unit_name n ON n.unit_id = c.id WHERE c.level = 'commune'
        UNION ALL SELECT unit_id, name, search_key, kind::text, district, part, false FROM former_unit),
      scored AS (SELECT b.*, similarity(b.search_key, ${key}) AS likeness,
          CASE WHEN app.name_key(b.name) = app.name_key(${name}) THEN 0 WHEN b.search_key = ${key} THEN 1 WHEN starts_with(b.search_key, ${key}) THEN 2
            WHEN strpos(b.search_key, ${key}) > 0 OR strpos(${asked}, ' ' || b.search_key || ' ') > 0 THEN 3 ELSE 4 END AS distance
        FROM bearer b WHERE strpos(b.search_key, ${key}) > 0 OR strpos(${asked}, ' ' || b.search_key || ' ') > 0
          OR (length(${key}) > 4 AND similarity(b.search_key, ${key}) > 0.5)),
      held AS (SELECT h.id AS unit_id, s.name, s.distance, s.now, s.likeness, s.district,
          coalesce(s.kind, k.kind::text) AS kind, s.part OR count(*) OVER (PARTITION BY s.unit_id, s.name, s.kind, s.district, s.now) > 1 AS part
        FROM scored s JOIN unit c ON c.id = s.unit_id
          CROSS JOIN LATERAL unnest(CASE WHEN c.closed_on <= app.today() THEN app.with_successors(ARRAY[c.id]) ELSE ARRAY[c.id] END) AS h (id)
          JOIN unit u ON u.id = h.id AND (u.closed_on IS NULL OR u.closed_on > app.today())
          LEFT JOIN LATERAL (SELECT x.kind FROM unit_kind x WHERE x.unit_id = c.id AND c.closed_on <= app.today() ORDER BY x.valid_from DESC LIMIT 1) k ON true),
      best AS (SELECT DISTINCT ON (unit_id) * FROM held ORDER BY unit_id, distance, now DESC, likeness DESC)
    SELECT u.slug, u.code, today.name, k.kind::text AS kind, s.distance,
      CASE WHEN s.now OR s.name = today.name AND s.kind IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'kind', s.kind, 'district', s.district, 'part', s.part) END AS former
    FROM best s JOIN unit u ON u.id = s.unit_id
      JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= app.today() ORDER BY x.valid_from DESC LIMIT 1) today ON true
      LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, app.today())
    WHERE u.level = 'commune' AND (u.closed_on IS NULL OR u.closed_on > app.today())
    ORDER BY s.distance, s.now DESC, s.likeness DESC, today.name COLLATE "vi-x-icu", u.code
    LIMIT ${COMMUNES_MAX}`;
  const namesakes = Math.min(1, ...rows.map(({ distance }) => distance));
  const communes = rows
    .filter(({ distance }) => distance < NEAR)
    .map(({ distance, ...row }) => ({ ...row, namesake: distance <= namesakes }));
  return {
    communes,
    near: communes.length > 0 ? [] : [...new Set(rows.map(({ name, former }) => former?.name ?? name))],
  };
}
