import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { listPublishedNames } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { ModelKind } from '../digital-model';
import { AT_ONCE_LEAST, type Hint, type HintName, MODELS_MAX, QUIET_DAYS } from './hint';

export const HINTS_PAGE = 50;

export type HintFilter = {
  hint?: HintName | undefined;
  /** those that wait for an answer, or those that have one */
  answered?: boolean | undefined;
  communeId?: string | undefined;
  /** `<model>:<hint>`, the last of the page before */
  after?: string | undefined;
};
export type HintPage = { hints: Hint[]; next: string | null };

/** Hints about models within the viewer's reach on this day, fifty a page. */
export async function listHints(viewer: Viewer, filter: HintFilter = {}, day: Day = today()): Promise<HintPage> {
  const [modelId, hint] = (filter.after ?? '').split(':');
  const conditions = [
    filter.hint ? Prisma.sql`h.hint = ${filter.hint}` : null,
    filter.answered === undefined ? null : Prisma.sql`(a.text IS NOT NULL) = ${filter.answered}`,
    modelId && hint && isId(modelId) ? Prisma.sql`(m.id, h.hint) > (${modelId}::uuid, ${hint})` : null,
  ].filter((condition) => condition !== null);
  const { communeId } = filter;
  const commune = communeId && isId(communeId) ? Prisma.sql`p.commune_id = ${communeId}::uuid` : Prisma.sql`true`;
  const rows = await readHints(viewer, day, commune, conditions);
  const { page: hints, next } = pageOf(rows, HINTS_PAGE, ({ modelId, hint }) => `${modelId}:${hint}`);
  return { hints, next };
}

/** Hints about one model; none when she may not see any of it. */
export async function listHintsOf(viewer: Viewer, modelId: string, day: Day = today()): Promise<Hint[]> {
  if (!isId(modelId)) return [];
  // a woman's other models are those of the same commune: nothing beyond it need be read
  const commune = Prisma.sql`p.commune_id IN (
    SELECT q.commune_id FROM model_host k JOIN app.unit_place q ON q.unit_id = k.unit_id
    WHERE k.model_id = ${modelId}::uuid AND app.active_on(k.valid_from, k.valid_to, ${day}::date))`;
  return readHints(viewer, day, commune, [Prisma.sql`m.id = ${modelId}::uuid`]);
}

/** Models at work on a day, with the path of their host; only those within some areas. */
const modelsOn = (areas: string[], day: Day, commune: Prisma.Sql) => Prisma.sql`
  SELECT m.id, m.name, m.kind, p.commune_id, s.valid_from AS since
  FROM digital_model m
  JOIN model_status s ON s.model_id = m.id AND s.status = 'active' AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
  JOIN model_host o ON o.model_id = m.id AND app.active_on(o.valid_from, o.valid_to, ${day}::date)
  JOIN app.unit_place p ON p.unit_id = o.unit_id
  WHERE ${withinAreasSql(Prisma.sql`p.path`, areas)} AND ${commune}`;

/** The one place where hints come about. A digest tells the facts apart: an answer holds for these facts only. */
const hintsOn = (day: Day) => Prisma.sql`
  SELECT m.id AS model_id, 'quiet' AS hint, x.last AS day, ${day}::date - x.last AS count, x.last::text AS digest
  FROM m CROSS JOIN LATERAL (SELECT greatest(m.since, coalesce((SELECT max(on_day) FROM model_activity y WHERE y.model_id = m.id AND y.taken_back_at IS NULL), m.since)) AS last) x
  WHERE x.last < ${addDays(day, -QUIET_DAYS)}::date
  UNION ALL
  SELECT model_id, 'many_models', NULL, count(*)::int, md5(string_agg(person_id::text, ',' ORDER BY person_id))
  FROM (SELECT DISTINCT t.model_id, t.person_id FROM takes t JOIN
    (SELECT person_id, commune_id FROM takes GROUP BY 1, 2 HAVING count(DISTINCT model_id) > ${MODELS_MAX}) b USING (person_id, commune_id)) y
  WHERE model_id IN (SELECT id FROM m) GROUP BY 1
  UNION ALL
  SELECT model_id, 'entered_at_once', (max(at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, max(n)::int, max(at)::text
  FROM (SELECT x.model_id, x.recorded_at AS at, count(*) OVER (PARTITION BY x.model_id, x.recorded_by_id ORDER BY x.recorded_at
      RANGE BETWEEN interval '1 minute' PRECEDING AND CURRENT ROW) AS n
    FROM model_member x WHERE x.recorded_by_id IS NOT NULL AND x.model_id IN (SELECT id FROM m) AND app.active_on(x.valid_from, x.valid_to, ${day}::date)) y
  WHERE n >= ${AT_ONCE_LEAST} GROUP BY 1
  UNION ALL
  SELECT b.model_id, 'board_of_one', min(b.valid_from), 1, min(b.person_id::text)
  FROM board_seat b JOIN m ON m.id = b.model_id WHERE app.active_on(b.valid_from, b.valid_to, ${day}::date)
  GROUP BY 1 HAVING count(DISTINCT b.person_id) = 1`;

/** Women in the live models of a commune, on a board or as members. */
const takesOn = (day: Day) => Prisma.sql`
  SELECT x.model_id, x.person_id, c.commune_id
  FROM (SELECT model_id, person_id, valid_from, valid_to FROM board_seat UNION ALL SELECT model_id, person_id, valid_from, valid_to FROM model_member) x
  JOIN m c ON c.id = x.model_id WHERE app.active_on(x.valid_from, x.valid_to, ${day}::date)`;

type Row = {
  modelId: string;
  modelName: string;
  kind: ModelKind;
  communeId: string | null;
  hint: HintName;
  day: Day | null;
  count: number;
  digest: string;
  text: string | null;
  at: Date | null;
  by: string | null;
};

async function readHints(viewer: Viewer, day: Day, commune: Prisma.Sql, conditions: Prisma.Sql[]): Promise<Hint[]> {
  const areas = reach(viewer, 'digital-models.see-hints');
  if (areas.length === 0) return [];
  const where = conditions.length ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    WITH m AS MATERIALIZED (${modelsOn(areas, day, commune)}), takes AS MATERIALIZED (${takesOn(day)}), h AS (${hintsOn(day)})
    SELECT m.id AS "modelId", m.name AS "modelName", m.kind::text AS kind, m.commune_id AS "communeId", h.hint,
      h.day::text AS day, h.count, h.digest, a.text, a.at, a.by
    FROM h JOIN m ON m.id = h.model_id
    LEFT JOIN LATERAL (
      SELECT x.text, x.answered_at AS at, c.display_name AS by
      FROM model_hint_answer x LEFT JOIN account c ON c.id = x.answered_by_id
      WHERE x.model_id = m.id AND x.hint::text = h.hint AND x.digest = h.digest
      ORDER BY x.answered_at DESC, x.id DESC LIMIT 1) a ON true
    ${where} ORDER BY m.id, h.hint LIMIT ${HINTS_PAGE + 1}`;
  const names = await listPublishedNames(rows.map(({ communeId }) => communeId));
  return rows.map(({ communeId, text, at, by, ...row }) => ({
    ...row,
    communeName: names.get(communeId ?? '') ?? null,
    answer: text !== null && at ? { text, at, by } : null,
  }));
}
