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

/** Women in the live models of a commune, on a board or as members. */
const takesSql = (day: Day) => Prisma.sql`
  SELECT x.model_id, x.person_id, c.commune_id
  FROM (SELECT model_id, person_id, valid_from, valid_to FROM board_seat UNION ALL SELECT model_id, person_id, valid_from, valid_to FROM model_member) x
  JOIN m c ON c.id = x.model_id WHERE app.active_on(x.valid_from, x.valid_to, ${day}::date)`;

/** Who sits on the boards, as one text a model. Few have become another record: that is looked up for those alone who belong nowhere by their own. */
const boardsSql = (day: Day) => Prisma.sql`
  SELECT b.model_id, min(b.valid_from) AS since, count(DISTINCT b.person_id) AS people, md5(string_agg(DISTINCT b.person_id::text, ',' ORDER BY b.person_id::text)) AS who,
    count(*) FILTER (WHERE NOT EXISTS (SELECT FROM membership e WHERE e.person_id = b.person_id AND app.active_on(e.valid_from, e.valid_to, ${day}::date))
      AND NOT EXISTS (SELECT FROM membership e WHERE e.person_id = app.record_today(b.person_id) AND app.active_on(e.valid_from, e.valid_to, ${day}::date))) AS gone
  FROM board_seat b JOIN m ON m.id = b.model_id WHERE app.active_on(b.valid_from, b.valid_to, ${day}::date) GROUP BY 1`;

/** Pairs that are tied to a family on a day, with when its two last met. */
const pairsSql = (day: Day) => Prisma.sql`
  SELECT t.model_id, p.id, p.instructor_id, p.valid_from AS began,
    coalesce((SELECT max(c.on_day) FROM pair_contact c WHERE c.pair_id = p.id AND c.on_day <= ${day}::date), p.valid_from) AS met
  FROM pair_tie t JOIN m ON m.id = t.model_id JOIN pair p ON p.id = t.pair_id
  WHERE app.active_on(t.valid_from, t.valid_to, ${day}::date) AND app.active_on(p.valid_from, p.valid_to, ${day}::date)`;

/** What a model's own people and doings show. */
const ofOneSql = (day: Day) => Prisma.sql`
  SELECT m.id AS model_id, 'quiet' AS hint, x.last AS day, ${day}::date - x.last AS count, x.last::text AS digest
  FROM m CROSS JOIN LATERAL (SELECT greatest(m.since, coalesce((SELECT max(on_day) FROM model_activity y WHERE y.model_id = m.id AND y.taken_back_at IS NULL), m.since)) AS last) x
  WHERE x.last < ${addDays(day, -QUIET_DAYS)}::date
  UNION ALL
  SELECT m.id, 'no_households', m.since, 1, m.since::text FROM m
  WHERE m.kind = 'digital_family' AND NOT EXISTS (SELECT FROM model_household h WHERE h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, ${day}::date))
  UNION ALL
  SELECT model_id, 'entered_at_once', (max(at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, max(n)::int, max(at)::text
  FROM (SELECT x.model_id, x.recorded_at AS at, count(*) OVER (PARTITION BY x.model_id, x.recorded_by_id ORDER BY x.recorded_at
      RANGE BETWEEN interval '1 minute' PRECEDING AND CURRENT ROW) AS n
    FROM model_member x WHERE x.recorded_by_id IS NOT NULL AND x.model_id IN (SELECT id FROM m) AND app.active_on(x.valid_from, x.valid_to, ${day}::date)) y
  WHERE n >= ${AT_ONCE_LEAST} GROUP BY 1
  UNION ALL
  SELECT b.model_id, 'board_of_one', b.since, 1, b.who FROM board b WHERE b.people = 1
  UNION ALL
  SELECT b.model_id, 'board_left', NULL, b.gone::int, b.who || b.gone FROM board b WHERE b.gone > 0
  UNION ALL
  SELECT model_id, 'pairs_quiet', max(met), ${day}::date - max(met), max(met)::text FROM tied GROUP BY 1 HAVING max(met) < ${addDays(day, -PAIRS_QUIET_DAYS)}::date`;

/** What shows where several models, or several pairs of one woman, are laid beside each other. */
const ofSeveralSql = () => Prisma.sql`
  SELECT model_id, 'many_models', NULL::date, count(*)::int, md5(string_agg(person_id::text, ',' ORDER BY person_id))
  FROM (SELECT DISTINCT t.model_id, t.person_id FROM takes t JOIN
    (SELECT person_id, commune_id FROM takes GROUP BY 1, 2 HAVING count(DISTINCT model_id) > ${MODELS_MAX}) b USING (person_id, commune_id)) y
  WHERE model_id IN (SELECT id FROM m) GROUP BY 1
  UNION ALL
  SELECT model_id, 'same_board', NULL, others::int, who FROM (SELECT b.model_id, b.who, count(*) OVER (PARTITION BY m.commune_id, b.who) - 1 AS others
    FROM board b JOIN m ON m.id = b.model_id WHERE m.kind = 'digital_family' AND b.people > 1) x WHERE others >= ${SAME_BOARD_OTHERS}
  UNION ALL
  SELECT id, 'founded_together', founded_on, n::int, founded_on::text || n FROM (SELECT m.id, m.founded_on, count(*) OVER (PARTITION BY m.commune_id, m.founded_on) AS n
    FROM m WHERE m.kind = 'digital_family') x
  WHERE n >= ${FOUNDED_LEAST} AND founded_on > (date_trunc('month', founded_on) + interval '1 month')::date - 1 - ${MONTH_END_DAYS}::int
  UNION ALL
  SELECT model_id, 'pairs_at_once', max(began), max(n)::int, max(began)::text || max(n) FROM (SELECT t.model_id, t.began,
      (SELECT count(*) FROM pair q WHERE q.instructor_id = t.instructor_id AND q.valid_from = t.began AND q.valid_to IS DISTINCT FROM q.valid_from) AS n FROM tied t) x
  WHERE n >= ${PAIRS_AT_ONCE} GROUP BY 1`;

const weightSql = Prisma.sql`CASE h.hint ${Prisma.join(
  hintNames.map((name) => Prisma.sql`WHEN ${name} THEN ${hintWeights[name]}::int`),
  ' ',
)} END`;

/**
 * The one place where hints come about: `m`, models at work, and `h`, their hints with the strength of all signs of a model together. A
 * digest tells the facts apart: an answer holds for these facts only.
 */
export const hintsSql = (areas: string[], day: Day, commune: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH m AS MATERIALIZED (${modelsSql(areas, day, commune)}), takes AS MATERIALIZED (${takesSql(day)}), board AS MATERIALIZED (${boardsSql(day)}),
    tied AS MATERIALIZED (${pairsSql(day)}),
    h AS (SELECT h.*, (sum(${weightSql}) OVER (PARTITION BY h.model_id))::int AS strength FROM (${ofOneSql(day)} UNION ALL ${ofSeveralSql()}) h)`;
