import { isEverywhere, reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { placeKeyOf, placeNameOf } from '@/domain/texts/search-words';
import { db, Prisma } from '@/prisma/client';
import {
  CHOICES_MAX,
  FEW,
  questionWords,
  type UnitChoice,
  type UnitChoices,
  type UnitScope,
  WORDS_MAX,
} from './choice';

const NOTHING: UnitChoices = { choices: [], more: false };

/** Every open unit of a scope as `s` with its `u`. What a scope does not ask for is not written: one plan suits what is. */
const inScope = ({ levels, within, without = [], holding = false }: UnitScope, areas: UnitPath[]) => Prisma.sql`
  unit_span s JOIN unit u ON u.id = s.unit_id
    AND u.level = ANY (${levels}::unit_level[]) AND app.active_on(s.valid_from, s.valid_to, app.today())
    AND app.active_on(u.opened_on, u.closed_on, app.today())
    AND (${withinAreasSql(Prisma.sql`s.path`, areas)} ${holding && !areas.some(isEverywhere) ? orHolding(areas) : Prisma.empty})
    ${within ? Prisma.sql`AND (u.level = 'province' OR ${within}::uuid IN (s.commune_id, s.sub_association_id))` : Prisma.empty}
    ${without.length > 0 ? Prisma.sql`AND u.id <> ALL (${without}::uuid[])` : Prisma.empty}`;

const orHolding = (areas: UnitPath[]) =>
  Prisma.sql`OR u.level = 'commune' AND EXISTS (SELECT FROM unnest(${areas}::text[]) a WHERE a ^@ s.path)`;

/** Where `s` belonged before: the last commune that is another one, or else the last sub-association. */
const cameFrom = Prisma.sql`
  SELECT CASE WHEN e.commune_id IS DISTINCT FROM s.commune_id THEN e.commune_id ELSE e.sub_association_id END AS unit_id
  FROM unit_span e WHERE e.unit_id = s.unit_id AND e.valid_from < e.valid_to AND e.valid_to <= app.today()
    AND (e.commune_id IS DISTINCT FROM s.commune_id OR e.sub_association_id IS DISTINCT FROM s.sub_association_id)
  ORDER BY e.commune_id IS DISTINCT FROM s.commune_id DESC, e.valid_from DESC LIMIT 1`;

/** Whether another unit is called as `s` is, and lies in what is called the same, as after a merger. */
const hasNamesake = Prisma.sql`EXISTS (
  SELECT FROM unit_span o JOIN unit_name same ON same.unit_id = o.unit_id AND app.active_on(same.valid_from, same.valid_to, app.today())
    LEFT JOIN unit_name over ON over.unit_id = o.sub_association_id AND over.unit_id <> o.unit_id
      AND app.active_on(over.valid_from, over.valid_to, app.today())
  WHERE o.commune_id = s.commune_id AND o.level = u.level AND o.unit_id <> u.id AND app.active_on(o.valid_from, o.valid_to, app.today())
    AND same.name = n.name AND over.name IS NOT DISTINCT FROM sub.name)`;

/** Tells what was picked: rows of `id`, `place` in their order (or the same for all), `former` and `exact`. */
const told = (picked: Prisma.Sql) => Prisma.sql`
  WITH picked AS MATERIALIZED (${picked})
  SELECT u.id::text, u.level::text, k.kind::text, n.name, u.code, s.sub_association_id::text AS "subAssociationId",
    sub.name AS "subAssociation", s.commune_id::text AS "communeId", s.path, com.name AS commune,
    above.kind::text AS "communeKind", p.former, p.exact,
    CASE WHEN came.unit_id IS NOT NULL AND ${hasNamesake} THEN (SELECT x.name FROM unit_name x
      WHERE x.unit_id = came.unit_id AND x.valid_from IS DISTINCT FROM x.valid_to ORDER BY x.valid_from DESC LIMIT 1) END AS origin
  FROM picked p JOIN unit u ON u.id = p.id
    JOIN unit_span s ON s.unit_id = p.id AND app.active_on(s.valid_from, s.valid_to, app.today())
    JOIN unit_name n ON n.unit_id = p.id AND app.active_on(n.valid_from, n.valid_to, app.today())
    LEFT JOIN unit_name sub ON sub.unit_id = s.sub_association_id AND sub.unit_id <> p.id
      AND app.active_on(sub.valid_from, sub.valid_to, app.today())
    LEFT JOIN unit_name com ON com.unit_id = s.commune_id AND com.unit_id <> p.id
      AND app.active_on(com.valid_from, com.valid_to, app.today())
    LEFT JOIN unit_kind k ON k.unit_id = p.id AND app.active_on(k.valid_from, k.valid_to, app.today())
    LEFT JOIN unit_kind above ON above.unit_id = com.unit_id AND app.active_on(above.valid_from, above.valid_to, app.today())
    LEFT JOIN LATERAL (${cameFrom}) came ON u.level IN ('sub_association', 'group')
  ORDER BY p.place, u.level <> 'province', coalesce(com.name, n.name) COLLATE app.vi_numeric, u.level > 'commune',
    u.level = 'affiliated', coalesce(sub.name, n.name) COLLATE app.vi_numeric, u.level, n.name COLLATE app.vi_numeric, u.id`;

/** Which of the words something begins with, and which it holds as they are, as bits: " to 1 " begins and holds "to". */
const bitsOf = (words: string[], text: Prisma.Sql, whole: boolean) => Prisma.sql`
  (SELECT coalesce(bit_or(1 << (w.at::int - 1)), 0) FROM unnest(${words}::text[]) WITH ORDINALITY w(word, at)
    WHERE strpos(${text}, ' ' || w.word || ${whole ? ' ' : ''}) > 0)`;

/** Names in words that are set apart by single spaces, also around them. */
const spaced = (keys: Prisma.Sql) =>
  Prisma.sql`(' ' || translate(concat_ws(' ', ${keys}), '/-.,()''', '       ') || ' ')`;

/**
 * The best of a scope for a question, or its first in the order of the tree. Thousands of units bear a few hundred
 * names: each name is read, compared and put in its turn once.
 */
function bestOf(scope: UnitScope, areas: UnitPath[], q: string, most: number): Prisma.Sql {
  // Exactly its name, marks and all, comes before the same letters.
  const [words, isAsked] = [questionWords(q), q !== ''];
  // "tổ 1 khu phố 5" is not "tổ 5 khu phố 1": words that stand together belong together
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  const all = 2 ** words.length - 1;
  return Prisma.sql`
    WITH names AS (SELECT unit_id, name, search_key, app.active_on(valid_from, valid_to, app.today()) AS now FROM unit_name
        WHERE valid_from <= app.today() AND valid_from IS DISTINCT FROM valid_to
        UNION ALL SELECT unit_id, name, search_key, false FROM former_unit WHERE ${isAsked}),
      spelt AS MATERIALIZED (SELECT name, search_key, rank() OVER (ORDER BY name COLLATE app.vi_numeric) AS turn,
          ${bitsOf(words, Prisma.sql`own`, false)} AS begun, ${bitsOf(words, Prisma.sql`own`, true)} AS whole,
          CASE WHEN app.name_key(name) = app.name_key(${placeNameOf(q)}) THEN 0 WHEN search_key = ${placeKeyOf(q)} THEN 1
            WHEN starts_with(search_key, ${placeKeyOf(q)}) THEN 2 END AS near
        FROM (SELECT DISTINCT name, search_key FROM names) n, LATERAL (SELECT ${spaced(Prisma.sql`search_key`)} AS own) o),
      bearer AS MATERIALIZED (SELECT n.unit_id, n.now, p.* FROM names n JOIN spelt p USING (name) WHERE n.now OR ${isAsked}),
      read AS (SELECT u.id, u.level, b.name AS borne, b.now, b.whole AS own_whole, b.whole | coalesce(sub.whole, 0) | coalesce(com.whole, 0) | code.whole AS whole,
          coalesce(b.near, CASE WHEN b.begun = ${all} THEN 3 ELSE 4 END) AS distance, b.turn AS own_turn, sub.turn AS sub_turn, com.turn AS commune_turn,
          (SELECT count(*) FROM unnest(${pairs}::text[]) w
            WHERE strpos(${spaced(Prisma.sql`b.search_key, u.code, sub.search_key, com.search_key`)}, ' ' || w || ' ') > 0) AS pairs
        FROM ${inScope(scope, areas)} JOIN bearer b ON b.unit_id = u.id
          LEFT JOIN bearer sub ON sub.unit_id = s.sub_association_id AND sub.unit_id <> u.id AND sub.now
          LEFT JOIN bearer com ON com.unit_id = s.commune_id AND com.unit_id <> u.id AND com.now
          CROSS JOIN LATERAL (SELECT CASE WHEN u.code IS NULL THEN 0 ELSE ${bitsOf(words, Prisma.sql`' ' || u.code || ' '`, false)} END AS begun,
            CASE WHEN u.code IS NULL THEN 0 ELSE ${bitsOf(words, Prisma.sql`' ' || u.code || ' '`, true)} END AS whole) code
        WHERE b.begun | coalesce(sub.begun, 0) | coalesce(com.begun, 0) | code.begun = ${all}),
      best AS (${isAsked ? Prisma.sql`SELECT DISTINCT ON (id) * FROM read ORDER BY id, distance, now DESC, borne` : Prisma.sql`SELECT * FROM read`}),
      first AS (SELECT * FROM best ORDER BY distance, bit_count(whole::bit(32)) DESC, pairs DESC, bit_count(own_whole::bit(32)) DESC, now DESC,
        level <> 'province', coalesce(commune_turn, own_turn), level > 'commune', level = 'affiliated', coalesce(sub_turn, own_turn), level, own_turn, id
        LIMIT ${most + 1})
    SELECT id, CASE WHEN now THEN NULL ELSE borne END AS former, ${isAsked} AND distance = 0 AS exact, row_number() OVER () AS place FROM first`;
}

/**
 * Open units of a scope, the best for a question first, or in the order of the tree without one. Each word begins a
 * word of a name that the unit bears, bore or lies in: "to 1 trang dai".
 */
export async function findUnitChoices(
  viewer: Viewer,
  scope: UnitScope,
  { q: said = '', most = CHOICES_MAX }: { q?: string; most?: number } = {},
): Promise<UnitChoices> {
  const [areas, q] = [reach(viewer, scope.permission), said.slice(0, WORDS_MAX)];
  if (areas.length === 0 || (q !== '' && questionWords(q).length === 0)) return NOTHING;
  const rows = await db.$queryRaw<UnitChoice[]>(told(bestOf(scope, areas, q, most)));
  return { choices: rows.slice(0, most), more: rows.length > most };
}

const plain = Prisma.sql`u.id, 0 AS place, NULL AS former, false AS exact`;

/** All units of a scope in the order of the tree, where they are few enough to stand beside each other; else null. */
export async function findFewUnits(viewer: Viewer, scope: UnitScope): Promise<UnitChoice[] | null> {
  const areas = reach(viewer, scope.permission);
  if (areas.length === 0) return [];
  const some = Prisma.sql`SELECT ${plain} FROM ${inScope(scope, areas)} LIMIT ${FEW + 1}`;
  const rows = await db.$queryRaw<UnitChoice[]>(told(some));
  return rows.length > FEW ? null : rows;
}

/** One unit of a scope; null where it is none of it. */
export async function findUnitChoice(viewer: Viewer, scope: UnitScope, id: string): Promise<UnitChoice | null> {
  const areas = reach(viewer, scope.permission);
  if (areas.length === 0 || !isId(id)) return null;
  const one = Prisma.sql`SELECT ${plain} FROM ${inScope(scope, areas)} WHERE u.id = ${id}::uuid`;
  const [unit] = await db.$queryRaw<UnitChoice[]>(told(one));
  return unit ?? null;
}
