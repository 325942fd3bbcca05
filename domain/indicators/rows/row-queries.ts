import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { modelsWithin } from '@/domain/digital-models/people/host';
import { pageOf, readKey } from '@/domain/page';
import { listPairsById } from '@/domain/pairs/queries';
import { personsWithin } from '@/domain/people/person';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { type IndicatorCode, toldOf } from '../indicator';
import { hasRows, type IndicatorRow, type RowKind, rowKindOf } from './row';

const ROWS_PAGE = 50;

type Asked = { code: IndicatorCode; unitId: string; day: Day; after?: string | undefined };
type RowPage = { unit: Unit; rows: IndicatorRow[]; next: string | null };

/**
 * The rows that an indicator counts in a place on a day, by their ids, fifty a page; null beyond her reach, and where they are listed elsewhere.
 * What left her reach since has no name.
 */
export async function listIndicatorRows(viewer: Viewer, { code, unitId, day, after }: Asked): Promise<RowPage | null> {
  const unit = await findUnit(viewer, unitId, toldOf(code).needs);
  const kind = rowKindOf(code);
  if (!unit || !kind || !hasRows(code, unit)) return null;
  const on = Prisma.sql`${toDate(day)}::date`;
  const behind = readKey(after);
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH here AS MATERIALIZED (SELECT * FROM app.units_of_place(${unit.id}::uuid, ${on}))
    SELECT x.id::text FROM (${countedSql(code, unit, on)}) x WHERE ${behind ? Prisma.sql`x.id > ${behind}::uuid` : true}
    ORDER BY x.id LIMIT ${ROWS_PAGE + 1}`;
  const { page, next } = pageOf(found, ROWS_PAGE);
  const ids = page.map(({ id }) => id);
  const names = await namesOf(viewer, kind, ids);
  const rows = ids.map((id) => ({ id, kind, ...(names.get(id) ?? { name: null, learner: null }) }));
  return { unit, rows, next };
}

/** The ids that an indicator counts in the units `here` of a place, each once: the rows of `app.indicator`, before they are counted. */
function countedSql(code: IndicatorCode, { id, level }: Unit, on: Prisma.Sql): Prisma.Sql {
  const rows: Partial<Record<IndicatorCode, Prisma.Sql>> = {
    pairs_active: Prisma.sql`SELECT DISTINCT d.pair_id AS id FROM here JOIN app.pair_unit_days d ON d.unit_id = here.unit_id AND app.active_on(d.begins, d.ends, ${on})`,
    members: MEMBERS(on),
    members_reached: Prisma.sql`SELECT m.id FROM (${MEMBERS(on)}) m WHERE EXISTS (SELECT FROM (SELECT FROM app.guidance_by(${on}) x WHERE x.learner_id = m.id OFFSET 0) g)
      OR EXISTS (SELECT FROM (SELECT a.session_id FROM attendance a WHERE a.person_id = m.id AND a.mark IN ('present', 'late') OFFSET 0) a
        CROSS JOIN LATERAL (SELECT FROM session s WHERE s.id = a.session_id AND s.state = 'held' AND s.starts_at < (${on} + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' OFFSET 0) s)`,
    women_guided: Prisma.sql`SELECT DISTINCT f.person_id AS id FROM (SELECT DISTINCT p.learner_id FROM unit_span t JOIN unit_span s ON s.commune_id = t.commune_id
        JOIN pair_host h ON h.unit_id = s.unit_id JOIN pair p ON p.id = h.pair_id WHERE t.unit_id = ${id}::uuid AND app.active_on(t.valid_from, t.valid_to, ${on})) l
      CROSS JOIN LATERAL app.first_guided(l.learner_id, ${on}) f
      WHERE ${level === 'commune'} AND f.commune_id = ${id}::uuid OR EXISTS (SELECT FROM here WHERE here.unit_id = f.unit_id)`,
  };
  return rows[code] ?? modelsSql(code, on);
}

const MEMBERS = (on: Prisma.Sql) =>
  Prisma.sql`SELECT DISTINCT b.person_id AS id FROM here JOIN membership b ON b.unit_id = here.unit_id AND app.active_on(b.valid_from, b.valid_to, ${on})`;

/** Models of a kind, or of all, that have a status on the day, at the unit that hosts them on it; of communes that report alone. */
function modelsSql(code: IndicatorCode, on: Prisma.Sql): Prisma.Sql {
  const { kind, status } = modelsOf(code);
  const ofKind = kind
    ? Prisma.sql`JOIN digital_model m ON m.id = h.model_id AND m.kind = ${kind}::model_kind`
    : Prisma.empty;
  return Prisma.sql`SELECT DISTINCT h.model_id AS id FROM here JOIN model_host h ON h.unit_id = here.unit_id AND app.active_on(h.valid_from, h.valid_to, ${on})
    JOIN model_status s ON s.model_id = h.model_id AND s.status = ${status}::model_status_name AND app.active_on(s.valid_from, s.valid_to, ${on}) ${ofKind} WHERE here.reported`;
}

/** The kind (none: all of them) and the status of models that an indicator counts. */
function modelsOf(code: IndicatorCode): {
  kind: ModelKind | undefined;
  status: 'planned' | 'active' | 'paused';
} {
  const counted = code.slice('models_'.length);
  const status = (['planned', 'paused'] as const).find((each) => counted.endsWith(each)) ?? 'active';
  return { kind: modelKinds.find((each) => counted.startsWith(each)), status };
}

type Named = Pick<IndicatorRow, 'name' | 'learner'>;

/** What rows are called, of those within her reach today. */
async function namesOf(viewer: Viewer, kind: RowKind, ids: string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  if (kind === 'pair') {
    const pairs = await listPairsById(viewer, ids);
    return new Map(pairs.map(({ id, instructor, learner }) => [id, { name: instructor.name, learner: learner.name }]));
  }
  const [take, of] = [ids.length, { id: { in: ids } }];
  if (kind === 'model') {
    const models = await db.digitalModel.findMany({
      where: { AND: [of, modelsWithin(viewer, 'digital-models.see')] },
      select: { id: true, name: true },
      take,
    });
    return new Map(models.map(({ id, name }) => [id, { name, learner: null }]));
  }
  const people = await db.person.findMany({
    where: { AND: [of, personsWithin(viewer, 'people.see')] },
    select: { id: true, fullName: true },
    take,
  });
  return new Map(people.map(({ id, fullName }) => [id, { name: fullName, learner: null }]));
}
