import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { type ModelKind, modelKinds } from './digital-model';

const PUBLISHED_MAX = 1_000;

/** A model as everyone may see it: what, where, since when. Nobody's name. */
export type PublishedModel = {
  id: string;
  kind: ModelKind;
  name: string;
  host: { name: string };
  /** launched where that is on record, else active or planned since */
  since: Day;
  /** when its people last met, where that is on record */
  met: Day | null;
  /** when and where they meet as a rule, in the words of their commune */
  meets: string | null;
  status: 'active' | 'planned';
};

/**
 * Models of a commune that are active or planned today: clubs first and families last, the youngest of a kind first; at most 1,000. Of one that has
 * not reported none is listed.
 */
export async function listPublishedModels(communeId: string): Promise<PublishedModel[]> {
  const day = Prisma.sql`${toDate(today())}::date`;
  const rows = await db.$queryRaw<ModelRow[]>`
    SELECT m.id::text, m.kind::text, m.name, m.meets, s.status::text, coalesce(m.launched_on, m.founded_on) AS since,
      (SELECT max(a.on_day) FROM model_activity a WHERE a.model_id = m.id AND a.taken_back_at IS NULL AND a.on_day <= ${day}) AS met,
      coalesce(${unitNameSql(Prisma.sql`u.id`)}, u.slug) AS "unitName"
    FROM digital_model m
      JOIN model_status s ON s.model_id = m.id AND s.status IN ('active', 'planned') AND app.active_on(s.valid_from, s.valid_to, ${day})
      JOIN model_host h ON h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, ${day})
      JOIN unit u ON u.id = h.unit_id
      JOIN app.unit_place p ON p.unit_id = u.id
    WHERE ${toldOfSql(communeId, day)}
    ORDER BY m.kind, m.founded_on DESC, m.id DESC
    LIMIT ${PUBLISHED_MAX}`;
  return rows.map(({ since, met, unitName, ...row }) => ({
    ...row,
    since: fromDate(since),
    met: met && fromDate(met),
    host: { name: unitName },
  }));
}

/**
 * What lies in a commune that has not reported is not told; an affiliated unit says nothing of keeping records, and what it has is. Of one commune it
 * is looked up once, of a column `commune` for each row.
 */
export const isHeardSql = (day: Prisma.Sql, commune = Prisma.sql`p.commune_id`) => Prisma.sql`(${commune} IS NULL
  OR ${commune} IN (SELECT a.id FROM unit a WHERE a.level = 'affiliated')
  OR EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = ${commune} AND app.active_on(k.valid_from, k.valid_to, ${day})))`;

/** A condition of its own for each: one plan for "any" and for one commune would go through all of them. */
const toldOfSql = (communeId: string | null, day: Prisma.Sql) =>
  communeId
    ? Prisma.sql`p.commune_id = ${communeId}::uuid AND ${isHeardSql(day, Prisma.sql`${communeId}::uuid`)}`
    : isHeardSql(day);

type ModelRow = Omit<PublishedModel, 'host' | 'since' | 'met'> & { unitName: string; since: Date; met: Date | null };

export type ModelCount = { kind: ModelKind; active: number; planned: number; units: number; communes: number };

type CountRow = Omit<ModelCount, 'kind'> & { kind: string };

/**
 * The rows of `toPublishedCounts` on a day, of a commune or of all that report, to be asked for alone or within a larger question. The
 * day is handed over: `app.today()` would be worked out for every row.
 */
export const modelCountsSql = (communeId: string | null, day: Day) => Prisma.sql`
  SELECT ${communeId ? Prisma.empty : Prisma.sql`/* planned anew */`} m.kind::text AS kind,
    (count(*) FILTER (WHERE s.status = 'active'))::int AS active,
    (count(*) FILTER (WHERE s.status = 'planned'))::int AS planned,
    (count(DISTINCT h.unit_id) FILTER (WHERE s.status = 'active'))::int AS units,
    (count(DISTINCT p.commune_id) FILTER (WHERE s.status = 'active'))::int AS communes
  FROM digital_model m
  JOIN model_status s ON s.model_id = m.id AND app.active_on(s.valid_from, s.valid_to, ${toDate(day)}::date)
  JOIN model_host h ON h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, ${toDate(day)}::date)
  JOIN unit_span p ON p.unit_id = h.unit_id AND app.active_on(p.valid_from, p.valid_to, ${toDate(day)}::date)
  WHERE ${toldOfSql(communeId, Prisma.sql`${toDate(day)}::date`)}
  GROUP BY m.kind`;

/** Every kind with its numbers, in the order of the kinds; of one that nobody has, none. */
export const toPublishedCounts = (rows: readonly CountRow[]): ModelCount[] =>
  modelKinds.map((kind) => {
    const { active = 0, planned = 0, units = 0, communes = 0 } = rows.find((row) => row.kind === kind) ?? {};
    return { kind, active, planned, units, communes };
  });

const countModels = async (communeId: string | null): Promise<ModelCount[]> =>
  toPublishedCounts(await db.$queryRaw<CountRow[]>(modelCountsSql(communeId, today())));

/**
 * How many models of each kind are active and planned today, in how many units and communes the active ones stand. The
 * province's are kept: fourteen pages say them, and change more often than models.
 */
export const countPublishedModels = (communeId?: string): Promise<ModelCount[]> =>
  communeId
    ? countModels(communeId)
    : keptValue(`models ${today()}`, ['figures:province', 'figures', 'units', 'today'], () => countModels(null));
