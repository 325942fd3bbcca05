import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { placeKeyOf, placeNameOf } from '@/domain/search/search';
import { db } from '@/prisma/client';
import { CHOICES_MAX, questionWords, type UnitChoice, type UnitChoices, type UnitScope, WORDS_MAX } from './choice';

type Asked = { q?: string; id?: string; most?: number };

const NOTHING: UnitChoices = { choices: [], more: false };

/**
 * Open units of a scope for a question, the best first, a bounded number; all of them in the order of the tree where
 * nothing is asked. Every word begins a word of the unit's own name, of a name it bore, or of what it lies in: "to 1 trang
 * dai". Exactly its name, marks and all, comes before the same letters.
 */
export async function findUnitChoices(viewer: Viewer, scope: UnitScope, asked: Asked = {}): Promise<UnitChoices> {
  const areas = reach(viewer, scope.permission);
  const { id = null, most = CHOICES_MAX } = asked;
  const q = (asked.q ?? '').slice(0, WORDS_MAX);
  const [words, isAsked] = [questionWords(q), q !== ''];
  // "tổ 1 khu phố 5" is not "tổ 5 khu phố 1": words that stand together belong together
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  if (areas.length === 0 || (isAsked && words.length === 0) || (id !== null && !isId(id))) return NOTHING;
  const { levels, within = null, without = [], holding = false } = scope;
  const rows = await db.$queryRaw<UnitChoice[]>`
    WITH called AS (SELECT DISTINCT ON (unit_id) unit_id, name, search_key FROM unit_name
        WHERE valid_from <= app.today() AND valid_from IS DISTINCT FROM valid_to ORDER BY unit_id, valid_from DESC),
      placed AS (SELECT u.id, u.level, u.code, s.commune_id, s.sub_association_id, s.path, k.kind, c.name, sub.name AS sub_association, com.name AS commune,
          above.kind AS commune_kind, concat_ws(' ', u.code, sub.search_key, com.search_key) AS around
        FROM unit_span s JOIN unit u ON u.id = s.unit_id JOIN called c ON c.unit_id = u.id
          LEFT JOIN called sub ON sub.unit_id = s.sub_association_id AND sub.unit_id <> u.id
          LEFT JOIN called com ON com.unit_id = s.commune_id AND com.unit_id <> u.id
          LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, app.today())
          LEFT JOIN unit_kind above ON above.unit_id = com.unit_id AND app.active_on(above.valid_from, above.valid_to, app.today())
        WHERE u.level = ANY (${levels}::unit_level[]) AND app.active_on(s.valid_from, s.valid_to, app.today())
          AND app.active_on(u.opened_on, u.closed_on, app.today())
          AND EXISTS (SELECT FROM unnest(${areas}::text[]) a
            WHERE starts_with(s.path, a) OR (${holding} AND u.level = 'commune' AND starts_with(a, s.path)))
          AND (${within}::uuid IS NULL OR u.level = 'province' OR ${within}::uuid IN (s.commune_id, s.sub_association_id))
          AND u.id <> ALL (${without}::uuid[]) AND (${id}::uuid IS NULL OR u.id = ${id}::uuid)),
      bearer AS (SELECT unit_id, name, search_key, true AS now FROM called
        UNION ALL SELECT unit_id, name, search_key, false FROM unit_name
          WHERE ${isAsked} AND valid_to <= app.today() AND valid_from IS DISTINCT FROM valid_to
        UNION ALL SELECT unit_id, name, search_key, false FROM former_unit WHERE ${isAsked}),
      read AS (SELECT p.*, b.name AS borne, b.now, b.search_key AS key,
          ' ' || translate(b.search_key, '/-.,()''', '       ') || ' ' AS own,
          ' ' || translate(concat_ws(' ', b.search_key, p.around), '/-.,()''', '       ') || ' ' AS whole
        FROM placed p JOIN bearer b ON b.unit_id = p.id),
      best AS (SELECT DISTINCT ON (r.id) r.*,
          CASE WHEN app.name_key(r.borne) = app.name_key(${placeNameOf(q)}) THEN 0 WHEN r.key = ${placeKeyOf(q)} THEN 1
            WHEN starts_with(r.key, ${placeKeyOf(q)}) THEN 2
            WHEN NOT EXISTS (SELECT FROM unnest(${words}::text[]) w WHERE strpos(r.own, ' ' || w) = 0) THEN 3 ELSE 4 END AS distance,
          (SELECT count(*) FROM unnest(${words}::text[]) w WHERE strpos(r.whole, ' ' || w || ' ') > 0) AS whole_words,
          (SELECT count(*) FROM unnest(${words}::text[]) w WHERE strpos(r.own, ' ' || w || ' ') > 0) AS own_words,
          (SELECT count(*) FROM unnest(${pairs}::text[]) w WHERE strpos(r.whole, ' ' || w || ' ') > 0) AS pairs
        FROM read r WHERE NOT EXISTS (SELECT FROM unnest(${words}::text[]) w WHERE strpos(r.whole, ' ' || w) = 0)
        ORDER BY r.id, distance, r.now DESC, r.borne)
    SELECT id::text, level::text, kind::text, name, code, sub_association_id::text AS "subAssociationId", sub_association AS "subAssociation", commune_id::text AS "communeId", path,
      commune, commune_kind::text AS "communeKind", CASE WHEN now THEN NULL ELSE borne END AS former,
      ${isAsked} AND distance = 0 AS exact
    FROM best ORDER BY distance, whole_words DESC, pairs DESC, own_words DESC, now DESC, level <> 'province', coalesce(commune, name) COLLATE app.vi_numeric, level > 'commune',
      level = 'affiliated', coalesce(sub_association, name) COLLATE app.vi_numeric, best.level, name COLLATE app.vi_numeric, id
    LIMIT ${most + 1}`;
  return { choices: rows.slice(0, most), more: rows.length > most };
}

/** One unit of a scope; null where it is none of it. */
export async function findUnitChoice(viewer: Viewer, scope: UnitScope, id: string): Promise<UnitChoice | null> {
  const { choices } = await findUnitChoices(viewer, scope, { id, most: 1 });
  return choices[0] ?? null;
}
