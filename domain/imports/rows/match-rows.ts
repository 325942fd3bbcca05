import type { Transaction } from '@/prisma/transaction';
import { type Draft, draftOf } from '../draft';
import type { SheetColumns } from '../import';
import { type EarlierRow, type Judged, judge, type PersonOnRecord } from './judge';
import { type UnitPlace, unitNames } from './unit-names';

/** An import as its steps work on it. */
export type BatchAtWork = {
  id: string;
  unitId: string;
  scopePath: string;
  columns: SheetColumns;
};
export type StoredRow = { no: number; cells: string[] };

const UNITS_MAX = 5000;

/**
 * Judges rows of an import against everybody within its scope and against its earlier rows. Persons that this import
 * itself made are left out: so the same answer comes again when the rows are carried out.
 */
export async function judgeRows(
  tx: Transaction,
  batch: BatchAtWork,
  rows: StoredRow[],
): Promise<(Judged & Pick<Draft, 'bag'>)[]> {
  const units = await loadUnits(tx, batch.unitId);
  const drafts = rows.map((row) => draftOf(row, batch.columns, units));
  const [persons, earlier] = await Promise.all([
    loadPersons(tx, batch, drafts),
    loadEarlier(tx, batch.id, rows[0]?.no ?? 0, drafts),
  ]);
  return drafts.map((draft) => {
    const known = [...(persons.byBag.get(draft.bag) ?? [])];
    for (const person of draft.phone ? (persons.byPhone.get(draft.phone) ?? []) : [])
      if (!known.includes(person)) known.push(person);
    const before = earlier.get(draft.bag) ?? [];
    const judged = judge(draft, known, before);
    if (judged.plan) earlier.set(draft.bag, [...before, { ...judged.plan, no: draft.no, bag: draft.bag }]);
    return { ...judged, bag: draft.bag };
  });
}

async function loadUnits(tx: Transaction, unitId: string) {
  const rows = await tx.$queryRaw<UnitPlace[]>`
    SELECT u.id, u.level::text AS level, u.demo, s.path, s.sub_association_id AS "subAssociationId",
      coalesce((SELECT n.name FROM unit_name n WHERE n.unit_id = u.id AND n.valid_from <= app.today()
        ORDER BY n.valid_from DESC LIMIT 1), u.slug) AS name
    FROM unit_span top
    JOIN unit_span s ON s.path >= top.path AND s.path < top.path || '~'
      AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
    JOIN unit u ON u.id = s.unit_id
    WHERE top.unit_id = ${unitId}::uuid AND top.valid_from <= app.today() AND (top.is_last OR top.valid_to > app.today())
      AND u.opened_on <= app.today() AND (u.closed_on IS NULL OR u.closed_on > app.today())
    ORDER BY s.path LIMIT ${UNITS_MAX}`;
  const chosen = rows.find(({ id }) => id === unitId);
  if (!chosen) throw new Error(`The unit ${unitId} of an import has no place.`);
  return unitNames(chosen, rows);
}

async function loadPersons(tx: Transaction, batch: BatchAtWork, drafts: readonly Draft[]) {
  const bags = [...new Set(drafts.map(({ bag }) => bag).filter(Boolean))];
  const phones = [...new Set(drafts.flatMap(({ phone }) => phone ?? []))];
  const rows = await tx.$queryRaw<(PersonOnRecord & { bag: string })[]>`
    WITH area AS MATERIALIZED (
      SELECT s.unit_id, s.path FROM unit_span s
      WHERE s.path >= ${batch.scopePath} AND s.path < ${batch.scopePath} || '~'
        AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())),
    written AS MATERIALIZED (SELECT n AS phone, app.phone_print(n) AS print FROM unnest(${phones}::text[]) n),
    named AS MATERIALIZED (
      SELECT id FROM person WHERE name_bag = ANY (${bags}::text[]) AND merged_into_id IS NULL AND erased_on IS NULL
      UNION SELECT id FROM person WHERE phone_print IN (SELECT print FROM written) AND merged_into_id IS NULL AND erased_on IS NULL),
    known AS (
      SELECT p.id, p.name_bag, p.version, p.full_name, p.birth_year, coalesce((SELECT w.phone FROM written w WHERE w.print = p.phone_print), p.phone) AS phone, p.address,
        p.keeper_unit_id IN (SELECT unit_id FROM area) AS kept, m.memberships
      FROM named JOIN person p USING (id) CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('id', b.id, 'version', b.version, 'unitId', b.unit_id, 'path', a.path,
          'kind', b.kind, 'since', b.valid_from,
          'unitName', (SELECT n.name FROM unit_name n WHERE n.unit_id = b.unit_id AND n.valid_from <= app.today()
            ORDER BY n.valid_from DESC LIMIT 1),
          'earlierUntil', (SELECT max(o.valid_to) FROM membership o WHERE o.person_id = b.person_id
            AND o.unit_id = b.unit_id AND o.valid_to <= b.valid_from AND o.valid_from < o.valid_to))) AS memberships
        FROM membership b JOIN area a USING (unit_id)
        WHERE b.person_id = p.id AND app.active_on(b.valid_from, b.valid_to, app.today())) m
      WHERE p.import_batch_id IS DISTINCT FROM ${batch.id}::uuid)
    SELECT id, name_bag AS bag, version, full_name AS name, birth_year AS "birthYear", phone, address, kept,
      EXISTS (SELECT FROM pair WHERE instructor_id = known.id) AS instructs, coalesce(memberships, '[]') AS memberships
    FROM known WHERE kept OR memberships IS NOT NULL`;
  return { byBag: grouped(rows, ({ bag }) => bag), byPhone: grouped(rows, ({ phone }) => phone) };
}

async function loadEarlier(tx: Transaction, batchId: string, firstNo: number, drafts: readonly Draft[]) {
  const bags = [...new Set(drafts.map(({ bag }) => bag).filter(Boolean))];
  const phones = [...new Set(drafts.flatMap(({ phone }) => phone ?? []))];
  // a number that an earlier row says is known where a later one says it too; any other is another one
  const rows = await tx.$queryRaw<(EarlierRow & { bag: string })[]>`
    WITH written AS MATERIALIZED (SELECT n AS phone, app.phone_print(n) AS print FROM unnest(${phones}::text[]) n)
    SELECT row_no AS no, match_key AS bag, (plan->>'birthYear')::int AS "birthYear",
      CASE WHEN plan ? 'print' THEN coalesce((SELECT w.phone FROM written w WHERE w.print = plan->>'print'), 'another') ELSE plan->>'phone' END AS phone,
      (plan->>'unitId')::uuid AS "unitId"
    FROM import_row WHERE batch_id = ${batchId}::uuid AND match_key = ANY (${bags}::text[])
      AND row_no < ${firstNo} AND verdict <> 'error'`;
  return grouped(rows, ({ bag }) => bag);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
