import { placedOnSql, withinAreasSql } from '@/domain/access/area-queries';
import { addDays, type Day } from '@/domain/days/day';
import { Prisma } from '@/prisma/client';
import {
  AT_ONCE_LEAST,
  FOUNDED_LEAST,
  hintNames,
  hintWeights,
  MODELS_MAX,
  MONTH_END_DAYS,
  PAIRS_AT_ONCE,
  PAIRS_QUIET_DAYS,
  QUIET_DAYS,
  SAME_BOARD_OTHERS,
} from './hint';

/** Models at work on a day, with the path of their host; only those within some areas. */
const modelsSql = (areas: string[], day: Day, commune: Prisma.Sql) => Prisma.sql`
  SELECT m.id, m.name, m.kind, m.founded_on, o.unit_id, p.commune_id, s.valid_from AS since
  FROM digital_model m
  JOIN model_status s ON s.model_id = m.id AND s.status = 'active' AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
  JOIN model_host o ON o.model_id = m.id AND app.active_on(o.valid_from, o.valid_to, ${day}::date)
  JOIN unit_span p ON p.unit_id = o.unit_id AND ${placedOnSql(Prisma.sql`p`, day)}
  WHERE ${withinAreasSql(Prisma.sql`p.path`, areas)} AND ${commune}`;

/** Seats on their boards. A woman has one seat of a model at a time. */
const seatsSql = (day: Day) => Prisma.sql`
  SELECT b.model_id, b.person_id, b.valid_from, m.commune_id, m.kind FROM board_seat b JOIN m ON m.id = b.model_id WHERE app.active_on(b.valid_from, b.valid_to, ${day}::date)`;

/** Women in the live models of a commune, on a board or as members. */
const takesSql = (day: Day) => Prisma.sql`
  SELECT model_id, person_id, commune_id FROM seat WHERE commune_id IS NOT NULL
  UNION ALL SELECT x.model_id, x.person_id, m.commune_id FROM model_member x JOIN m ON m.id = x.model_id
    WHERE m.commune_id IS NOT NULL AND app.active_on(x.valid_from, x.valid_to, ${day}::date)`;

/** Boards: how many sit there, since when, and a number that boards of the very same women have in common. */
const boardsSql = Prisma.sql`
  SELECT model_id, commune_id, kind, count(*) AS people, min(valid_from) AS since, bit_xor(uuid_hash_extended(person_id, 0)) AS alike FROM seat GROUP BY 1, 2, 3`;

/** Who sits on a board, as one text: made of those alone that are asked about, since it takes longer than finding them. */
const whoSql = (model: Prisma.Sql, day: Day) => Prisma.sql`(
  SELECT md5(string_agg(w.person_id::text, ',' ORDER BY w.person_id::text)) FROM board_seat w WHERE w.model_id = ${model} AND app.active_on(w.valid_from, w.valid_to, ${day}::date))`;

/** Pairs that are tied to a family on a day. */
const pairsSql = (day: Day) => Prisma.sql`
  SELECT t.model_id, p.id, p.instructor_id, p.valid_from AS began
  FROM pair_tie t JOIN m ON m.id = t.model_id JOIN pair p ON p.id = t.pair_id
  WHERE app.active_on(t.valid_from, t.valid_to, ${day}::date) AND app.active_on(p.valid_from, p.valid_to, ${day}::date)`;

/**
 * Models without an activity of late, and families none of whose pairs met: when the last one was is looked up of these alone, and once
 * ("OFFSET 0"), however often it is told.
 */
const quietSql = (day: Day) => Prisma.sql`
  SELECT m.id AS model_id, 'quiet' AS hint, x.last AS day, ${day}::date - x.last AS count, x.last::text AS digest
  FROM m CROSS JOIN LATERAL (SELECT greatest(m.since, (SELECT max(y.on_day) FROM model_activity y WHERE y.model_id = m.id AND y.taken_back_at IS NULL)) AS last OFFSET 0) x
  WHERE m.since < ${addDays(day, -QUIET_DAYS)}::date
    AND NOT EXISTS (SELECT FROM model_activity y WHERE y.model_id = m.id AND y.taken_back_at IS NULL AND y.on_day >= ${addDays(day, -QUIET_DAYS)}::date)
  UNION ALL
  SELECT model_id, 'pairs_quiet', max(met), ${day}::date - max(met), max(met)::text
  FROM (SELECT t.model_id, coalesce((SELECT max(c.on_day) FROM pair_contact c WHERE c.pair_id = t.id AND c.on_day <= ${day}::date), t.began) AS met
    FROM (SELECT o.*, bool_or(EXISTS (SELECT FROM pair_contact c WHERE c.pair_id = o.id AND c.on_day >= ${addDays(day, -PAIRS_QUIET_DAYS)}::date AND c.on_day <= ${day}::date))
      OVER (PARTITION BY o.model_id) AS lately FROM tied o) t WHERE NOT t.lately OFFSET 0) x
  GROUP BY 1 HAVING max(met) < ${addDays(day, -PAIRS_QUIET_DAYS)}::date`;

/** What a model's own people show. */
const ofOneSql = (day: Day) => Prisma.sql`
  SELECT m.id, 'no_households', m.since, 1, m.since::text FROM m
  WHERE m.kind = 'digital_family' AND NOT EXISTS (SELECT FROM model_household h WHERE h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, ${day}::date))
  UNION ALL
  SELECT model_id, 'entered_at_once', (max(at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, max(n)::int, max(at)::text
  FROM (SELECT x.model_id, x.recorded_at AS at, count(*) OVER (PARTITION BY x.model_id, x.recorded_by_id ORDER BY x.recorded_at
      RANGE BETWEEN interval '1 minute' PRECEDING AND CURRENT ROW) AS n
    FROM model_member x WHERE x.recorded_by_id IS NOT NULL AND x.model_id IN (SELECT id FROM m) AND app.active_on(x.valid_from, x.valid_to, ${day}::date)) y
  WHERE n >= ${AT_ONCE_LEAST} GROUP BY 1
  UNION ALL
  SELECT b.model_id, 'board_of_one', b.since, 1, ${whoSql(Prisma.sql`b.model_id`, day)} FROM board b WHERE b.people = 1
  UNION ALL
  SELECT b.model_id, 'board_left', NULL, b.gone, ${whoSql(Prisma.sql`b.model_id`, day)} || b.gone
  FROM (SELECT s.model_id, count(*)::int AS gone FROM seat s
    WHERE NOT EXISTS (SELECT FROM membership e WHERE e.person_id = s.person_id AND app.active_on(e.valid_from, e.valid_to, ${day}::date)) GROUP BY 1) b`;

/**
 * What shows where several models, or several pairs of one woman, are laid beside each other: first those that are many, then who they are.
 * Counted over windows: PostgreSQL takes a commune's models for one.
 */
const ofSeveralSql = (day: Day) => Prisma.sql`
  SELECT model_id, 'many_models', NULL::date, count(*)::int, md5(string_agg(person_id::text, ',' ORDER BY person_id))
  FROM (SELECT t.person_id, unnest(array_agg(DISTINCT t.model_id)) AS model_id FROM (SELECT x.*, count(*) OVER (PARTITION BY x.person_id) AS times FROM takes x) t
    WHERE t.times > ${MODELS_MAX} GROUP BY t.person_id, t.commune_id HAVING count(DISTINCT t.model_id) > ${MODELS_MAX}) y GROUP BY 1
  UNION ALL
  SELECT model_id, 'same_board', NULL, others::int, who
  FROM (SELECT x.model_id, w.who, count(*) OVER (PARTITION BY x.commune_id, w.who) - 1 AS others
    FROM (SELECT b.commune_id, unnest(array_agg(b.model_id)) AS model_id FROM (SELECT o.*, count(*) OVER (PARTITION BY o.alike) AS boards FROM board o) b
        WHERE b.kind = 'digital_family' AND b.people > 1 AND b.boards > ${SAME_BOARD_OTHERS}
        GROUP BY b.commune_id, b.people, b.alike HAVING count(*) > ${SAME_BOARD_OTHERS}) x
      CROSS JOIN LATERAL (SELECT ${whoSql(Prisma.sql`x.model_id`, day)} AS who) w) y
  WHERE others >= ${SAME_BOARD_OTHERS}
  UNION ALL
  SELECT unnest(models), 'founded_together', founded_on, n::int, founded_on::text || n
  FROM (SELECT m.founded_on, count(*) AS n, array_agg(m.id) AS models FROM m WHERE m.kind = 'digital_family' GROUP BY m.commune_id, m.founded_on) x
  WHERE n >= ${FOUNDED_LEAST} AND founded_on > (date_trunc('month', founded_on) + interval '1 month')::date - 1 - ${MONTH_END_DAYS}::int
  UNION ALL
  SELECT t.model_id, 'pairs_at_once', max(t.began), max(q.n)::int, max(t.began)::text || max(q.n)
  FROM tied t JOIN begun q USING (instructor_id, began) GROUP BY 1`;

/** Days on which one woman began several pairs at once: found of those who guide in tied pairs. */
const begunSql = Prisma.sql`
  SELECT q.instructor_id, q.valid_from AS began, count(*) AS n FROM pair q
  WHERE q.instructor_id IN (SELECT instructor_id FROM tied) AND q.valid_to IS DISTINCT FROM q.valid_from GROUP BY 1, 2 HAVING count(*) >= ${PAIRS_AT_ONCE}`;

const weightSql = Prisma.sql`CASE h.hint ${Prisma.join(
  hintNames.map((name) => Prisma.sql`WHEN ${name} THEN ${hintWeights[name]}::int`),
  ' ',
)} END`;

/**
 * The one place where hints come about: `m`, models at work, and `h`, their hints with the strength of all signs of a model together. A
 * digest tells the facts apart: an answer holds for these facts only.
 */
export const hintsSql = (areas: string[], day: Day, commune: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH m AS MATERIALIZED (${modelsSql(areas, day, commune)}), seat AS MATERIALIZED (${seatsSql(day)}), takes AS MATERIALIZED (${takesSql(day)}),
    board AS MATERIALIZED (${boardsSql}), tied AS MATERIALIZED (${pairsSql(day)}), begun AS MATERIALIZED (${begunSql}),
    h AS (SELECT h.*, (sum(${weightSql}) OVER (PARTITION BY h.model_id))::int AS strength
      FROM (${quietSql(day)} UNION ALL ${ofOneSql(day)} UNION ALL ${ofSeveralSql(day)}) h)`;
