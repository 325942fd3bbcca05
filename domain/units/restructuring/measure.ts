import type { Day } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { UnitKind, UnitLevel } from '../unit';
import type { CoverageState, UnitFigures, UnitState } from './preview';

type MeasuredUnit = UnitFigures & {
  unitId: string;
  level: UnitLevel;
  name: string;
  code: string | null;
  kind: UnitKind | null;
  place: string;
};

/** Units as they are on a day, with what is counted at them and below. Units that do not exist on that day are left out. */
export async function measureUnits(
  tx: Transaction,
  ids: readonly string[],
  day: Day,
): Promise<Map<string, UnitState & { level: UnitLevel }>> {
  const rows = await tx.$queryRaw<MeasuredUnit[]>`
    SELECT u.id::text AS "unitId", u.level::text, coalesce(n.name, u.slug) AS name, u.code, k.kind::text, coalesce(above.place, '') AS place,
      below.members, below.households, below.models, below.pairs,
      (SELECT count(*)::int FROM unit_parent p JOIN unit c ON c.id = p.unit_id WHERE p.parent_id = u.id
        AND app.active_on(p.valid_from, p.valid_to, ${day}::date) AND app.active_on(c.opened_on, c.closed_on, ${day}::date)) AS "subUnits",
      c.covered
    FROM unit u JOIN unit_span s ON s.unit_id = u.id AND app.active_on(s.valid_from, s.valid_to, ${day}::date)
      LEFT JOIN unit_name n ON n.unit_id = u.id AND app.active_on(n.valid_from, n.valid_to, ${day}::date)
      LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${day}::date)
      LEFT JOIN app.coverage_units(${day}::date) c ON c.unit_id = u.id
      LEFT JOIN LATERAL (SELECT string_agg(an.name, ', ' ORDER BY au.level DESC) AS place
        FROM unit au JOIN unit_name an ON an.unit_id = au.id AND app.active_on(an.valid_from, an.valid_to, ${day}::date)
        WHERE au.no = ANY (string_to_array(btrim(s.path, '/'), '/')::int[]) AND au.id <> u.id) above ON true
      CROSS JOIN LATERAL (
        WITH b AS (SELECT b.unit_id FROM unit_span b WHERE b.path >= s.path AND b.path < (s.path || '~') COLLATE "C"
          AND app.active_on(b.valid_from, b.valid_to, ${day}::date))
        SELECT
          (SELECT count(DISTINCT m.person_id)::int FROM b JOIN membership m USING (unit_id) WHERE app.active_on(m.valid_from, m.valid_to, ${day}::date)) AS members,
          (SELECT count(*)::int FROM app.rows_at('household', ARRAY (SELECT unit_id FROM b), ${day}::date)) AS households,
          (SELECT count(*)::int FROM b JOIN model_host h USING (unit_id) JOIN model_status st ON st.model_id = h.model_id AND st.status <> 'ended'
            WHERE app.active_on(h.valid_from, h.valid_to, ${day}::date) AND app.active_on(st.valid_from, st.valid_to, ${day}::date)) AS models,
          (SELECT count(*)::int FROM b JOIN pair_host h USING (unit_id) JOIN pair p ON p.id = h.pair_id
            WHERE app.active_on(h.valid_from, h.valid_to, ${day}::date) AND app.active_on(p.valid_from, p.valid_to, ${day}::date)) AS pairs
      ) below
    WHERE u.id = ANY (${[...ids]}::uuid[])`;
  return new Map(
    rows.map(({ unitId, level, name, code, kind, place, ...figures }) => [
      unitId,
      { level, name, code, kind, place, figures },
    ]),
  );
}

type MeasuredCommune = CoverageState & { communeId: string; name: string; level: 'sub_association' | 'group' };

/** Coverage of these communes on a day, from the one definition (`app.coverage`). */
export const measureCommunes = (tx: Transaction, ids: readonly string[], day: Day): Promise<MeasuredCommune[]> =>
  tx.$queryRaw<MeasuredCommune[]>`
    SELECT c.commune_id::text AS "communeId", coalesce(n.name, '') AS name, c.level::text, c.units, c.covered, c.state
    FROM app.coverage(${day}::date) c
      LEFT JOIN unit_name n ON n.unit_id = c.commune_id AND app.active_on(n.valid_from, n.valid_to, ${day}::date)
    WHERE c.commune_id = ANY (${[...ids]}::uuid[]) ORDER BY n.name COLLATE app.vi_numeric, c.commune_id, c.level`;

/** The communes in which these units lie on a day. */
export async function communesOf(tx: Transaction, ids: readonly string[], day: Day): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.commune_id::text AS id FROM unit_span s
    WHERE s.unit_id = ANY (${[...ids]}::uuid[]) AND s.commune_id IS NOT NULL AND app.active_on(s.valid_from, s.valid_to, ${day}::date)`;
  return rows.map(({ id }) => id);
}
