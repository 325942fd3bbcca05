import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { listPublishedNames } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { ModelKind } from '../digital-model';
import { type Hint, type HintName, QUESTIONED_FROM } from './hint';
import { hintsSql } from './hint-sql-queries';

export const HINTS_PAGE = 50;

export type HintFilter = {
  hint?: HintName | undefined;
  /** those that wait for an answer, or those that have one */
  answered?: boolean | undefined;
  communeId?: string | undefined;
  /** `<strength>:<model>:<hint>`, the last of the page before */
  after?: string | undefined;
};
export type HintPage = { hints: Hint[]; next: string | null };

/** Hints about models within the viewer's reach on this day, those with the strongest signs first, fifty a page. */
export async function listHints(viewer: Viewer, filter: HintFilter = {}, day: Day = today()): Promise<HintPage> {
  const [strength, modelId, hint] = (filter.after ?? '').split(':');
  const conditions = [
    filter.hint ? Prisma.sql`h.hint = ${filter.hint}` : null,
    filter.answered === undefined ? null : Prisma.sql`(a.text IS NOT NULL) = ${filter.answered}`,
    modelId && hint && isId(modelId)
      ? Prisma.sql`(-h.strength, m.id, h.hint) > (${-Number(strength) || 0}::int, ${modelId}::uuid, ${hint})`
      : null,
  ].filter((condition) => condition !== null);
  const { communeId } = filter;
  const commune = communeId && isId(communeId) ? Prisma.sql`p.commune_id = ${communeId}::uuid` : Prisma.sql`true`;
  const rows = await readHints(viewer, day, commune, conditions);
  const { page: hints, next } = pageOf(
    rows,
    HINTS_PAGE,
    ({ strength, modelId, hint }) => `${strength}:${modelId}:${hint}`,
  );
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

type Row = {
  modelId: string;
  modelName: string;
  kind: ModelKind;
  unitId: string;
  communeId: string | null;
  hint: HintName;
  strength: number;
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
    ${hintsSql(areas, day, commune)}
    SELECT m.id AS "modelId", m.name AS "modelName", m.kind::text AS kind, m.unit_id AS "unitId", m.commune_id AS "communeId", h.hint, h.strength,
      h.day::text AS day, h.count, h.digest, a.text, a.at, a.by
    FROM h JOIN m ON m.id = h.model_id
    LEFT JOIN LATERAL (
      SELECT x.text, x.answered_at AS at, c.display_name AS by
      FROM model_hint_answer x LEFT JOIN account c ON c.id = x.answered_by_id
      WHERE x.model_id = m.id AND x.hint::text = h.hint AND x.digest = h.digest
      ORDER BY x.answered_at DESC, x.id DESC LIMIT 1) a ON true
    ${where} ORDER BY -h.strength, m.id, h.hint LIMIT ${HINTS_PAGE + 1}`;
  const names = await listPublishedNames(rows.map(({ communeId }) => communeId));
  return rows.map(({ communeId, text, at, by, ...row }) => ({
    ...row,
    communeName: names.get(communeId ?? '') ?? null,
    answer: text !== null && at ? { text, at, by } : null,
  }));
}

/** How many hints wait for an answer of hers. */
export async function countHintsToAnswer(viewer: Viewer, day: Day = today()): Promise<number> {
  const areas = reach(viewer, 'digital-models.answer-hint');
  if (areas.length === 0) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    ${hintsSql(areas, day, Prisma.sql`true`)}
    SELECT count(*)::int AS count FROM h
    WHERE NOT EXISTS (SELECT FROM model_hint_answer x WHERE x.model_id = h.model_id AND x.hint::text = h.hint AND x.digest = h.digest)`;
  return row?.count ?? 0;
}

/** Units that host a family whose records raise a strong question on a day: drawn more often for a spot check. */
export async function listQuestionedUnits(viewer: Viewer, day: Day): Promise<Set<string>> {
  const areas = reach(viewer, 'digital-models.see-hints');
  if (areas.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${hintsSql(areas, day, Prisma.sql`true`)}
    SELECT DISTINCT m.unit_id::text AS id FROM h JOIN m ON m.id = h.model_id WHERE m.kind = 'digital_family' AND h.strength >= ${QUESTIONED_FROM}`;
  return new Set(rows.map(({ id }) => id));
}
