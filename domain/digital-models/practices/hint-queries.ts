import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { listPublishedNames } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { type CityHint, listCityHints } from './city-hint-queries';
import { type Hint, type HintName, QUESTIONED_FROM } from './hint';
import { firstOfLists, hintKeyFrom, keyOfHint } from './hint-order';
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

/**
 * Hints about models within the viewer's reach on this day, those with the strongest signs first, fifty a page. For who sees all of the
 * city those of today come from what is kept of each commune.
 */
export async function listHints(viewer: Viewer, filter: HintFilter = {}, day: Day = today()): Promise<HintPage> {
  const ofCity = day === today() ? await listCityHints(viewer, filter.communeId) : null;
  const rows = ofCity ? await answered(firstAsked(ofCity, filter)) : await readAsked(viewer, filter, day);
  const { page, next } = pageOf(rows, HINTS_PAGE, keyOfHint);
  const names = await listPublishedNames(page.map(({ communeId }) => communeId));
  return { hints: page.map((row) => named(row, names)), next };
}

/** A page and one more of those that are asked for, from lists that are in order. */
const firstAsked = (lists: readonly (readonly CityHint[])[], filter: HintFilter): CityHint[] =>
  firstOfLists(
    lists.map((list) =>
      list.filter(
        ({ hint, isAnswered }) =>
          (filter.hint === undefined || hint === filter.hint) &&
          (filter.answered === undefined || isAnswered === filter.answered),
      ),
    ),
    hintKeyFrom(filter.after),
    HINTS_PAGE + 1,
  );

/** The same, with what was answered to them last. */
async function answered(hints: readonly CityHint[]): Promise<Row[]> {
  const answers = await db.$queryRaw<(Answer & Pick<Row, 'modelId' | 'hint' | 'digest'>)[]>`
    SELECT DISTINCT ON (x.model_id, x.hint, x.digest) x.model_id AS "modelId", x.hint::text, x.digest, x.text, x.answered_at AS at, c.display_name AS by
    FROM unnest(${hints.map(({ modelId }) => modelId)}::uuid[], ${hints.map(({ hint }) => hint)}::text[], ${hints.map(({ digest }) => digest)}::text[]) h(model_id, hint, digest)
      JOIN model_hint_answer x ON x.model_id = h.model_id AND x.hint::text = h.hint AND x.digest = h.digest LEFT JOIN account c ON c.id = x.answered_by_id
    ORDER BY x.model_id, x.hint, x.digest, x.answered_at DESC, x.id DESC LIMIT ${HINTS_PAGE + 1}`;
  const byHint = new Map(answers.map((answer) => [factsOf(answer), answer]));
  return hints.map(({ isAnswered: _, ...hint }) => {
    const { text = null, at = null, by = null } = byHint.get(factsOf(hint)) ?? {};
    return { ...hint, text, at, by };
  });
}

const factsOf = ({ modelId, hint, digest }: Pick<Row, 'modelId' | 'hint' | 'digest'>) => `${modelId} ${hint} ${digest}`;

function readAsked(viewer: Viewer, filter: HintFilter, day: Day): Promise<Row[]> {
  const after = hintKeyFrom(filter.after);
  const conditions = [
    filter.hint ? Prisma.sql`h.hint = ${filter.hint}` : null,
    filter.answered === undefined ? null : Prisma.sql`(a.text IS NOT NULL) = ${filter.answered}`,
    after && Prisma.sql`(-h.strength, m.id, h.hint) > (${-after.strength}::int, ${after.modelId}::uuid, ${after.hint})`,
  ].filter((condition) => condition !== null);
  const { communeId } = filter;
  const commune = communeId && isId(communeId) ? Prisma.sql`p.commune_id = ${communeId}::uuid` : Prisma.sql`true`;
  return readHints(viewer, day, commune, conditions);
}

/** Hints about one model; none when she may not see any of it. */
export async function listHintsOf(viewer: Viewer, modelId: string, day: Day = today()): Promise<Hint[]> {
  if (!isId(modelId)) return [];
  // a woman's other models are those of the same commune: nothing beyond it need be read
  const commune = Prisma.sql`p.commune_id IN (
    SELECT q.commune_id FROM model_host k JOIN app.unit_place q ON q.unit_id = k.unit_id
    WHERE k.model_id = ${modelId}::uuid AND app.active_on(k.valid_from, k.valid_to, ${day}::date))`;
  const rows = await readHints(viewer, day, commune, [Prisma.sql`m.id = ${modelId}::uuid`]);
  const names = await listPublishedNames(rows.map(({ communeId }) => communeId));
  return rows.map((row) => named(row, names));
}

type Answer = { text: string | null; at: Date | null; by: string | null };
type Row = Omit<CityHint, 'isAnswered'> & Answer;

/** A question names the commune that answers it today. */
const named = ({ communeId, text, at, by, ...row }: Row, names: ReadonlyMap<string, string>): Hint => ({
  ...row,
  communeName: names.get(communeId ?? '') ?? null,
  answer: text !== null && at ? { text, at, by } : null,
});

async function readHints(viewer: Viewer, day: Day, commune: Prisma.Sql, conditions: Prisma.Sql[]): Promise<Row[]> {
  const areas = reach(viewer, 'digital-models.see-hints');
  if (areas.length === 0) return [];
  const where = conditions.length ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return db.$queryRaw<Row[]>`
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

/** The same before a draw: of today as hints are kept. */
export async function findQuestionedUnits(viewer: Viewer, day: Day): Promise<Set<string>> {
  const ofCity = day === today() ? await listCityHints(viewer) : null;
  if (!ofCity) return listQuestionedUnits(viewer, day);
  const questioned = ofCity
    .flat()
    .filter(({ kind, strength }) => kind === 'digital_family' && strength >= QUESTIONED_FROM);
  return new Set(questioned.map(({ unitId }) => unitId));
}
