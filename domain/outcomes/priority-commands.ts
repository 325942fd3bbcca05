import { mayAnywhere, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { type SealingKey, unseal } from '@/domain/consents/seal';
import { SEALED_TABLE } from '@/domain/consents/sealed-rows';
import { priorityGroups } from '@/domain/consents/sensitive';
import { addDays, type Day, monthStart, startOf, today } from '@/domain/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { sealingKeys } from '@/prisma/sealing-keys';
import type { Transaction } from '@/prisma/transaction';
import type { PriorityInput, PriorityRow, PriorityTable } from './reach';
import { suppress } from './suppression';

type Answer = Promise<Result<PriorityTable, 'not-found' | 'no-key' | 'nobody-reached'>>;

/**
 * How many women of each priority group were reached in a calendar year, commune by commune, up to the end of the last
 * month. Opens the sealed field of those who agree to it and whose record is kept within the viewer's reach, keeps
 * nothing of it, shows no count below ten, and leaves one line in the trail: who counted, for which year, how many.
 */
export async function countPriorityGroups(viewer: Viewer, { year }: PriorityInput): Answer {
  if (!mayAnywhere(viewer, 'outcomes.see-reach') || !mayAnywhere(viewer, 'sensitive.see')) return problem('not-found');
  const keys = sealingKeys();
  if (keys.length === 0) return problem('no-key');
  const first = `${year}-01-01` as Day;
  const behind = [monthStart(today()), `${year + 1}-01-01`].sort()[0] as Day;
  return transaction(async (tx) => {
    const [rows, sealed] = [await reached(tx, viewer, first, behind), await sealedOf(tx, viewer, first, behind)];
    if (rows.length === 0) return problem('nobody-reached');
    const counts = rows.map(({ communeId }) =>
      countsOf(
        sealed.filter((row) => row.communeId === communeId),
        keys,
      ),
    );
    await record(tx, viewer, {
      verb: 'read',
      action: 'countPriorityGroups',
      subjectType: 'list',
      unitId: viewer.grants[0]?.unitId ?? null,
      change: { year, opened: new Set(sealed.map(({ personId }) => personId)).size },
    });
    return ok({ rows, ...suppress(counts), until: addDays(behind, -1) });
  });
}

/** Women with a record whom sessions reached, by the commune of the session, within both rights of the viewer. */
const reachedSql = `
  SELECT DISTINCT u.commune_id, a.person_id FROM session s JOIN app.unit_place u ON u.unit_id = s.unit_id
    JOIN attendance a ON a.session_id = s.id AND a.mark IN ('present', 'late') JOIN person p ON p.id = a.person_id AND p.erased_on IS NULL
    JOIN app.unit_place k ON k.unit_id = p.keeper_unit_id
  WHERE s.state = 'held' AND s.starts_at >= $1 AND s.starts_at < $2 AND u.commune_id IS NOT NULL
    AND app.within(u.path, $3::text[]) AND app.within(k.path, $4::text[])`;

const valuesFor = (viewer: Viewer, first: Day, behind: Day) =>
  [startOf(first), startOf(behind), reach(viewer, 'outcomes.see-reach'), reach(viewer, 'sensitive.see')] as const;

const reached = (tx: Transaction, viewer: Viewer, first: Day, behind: Day): Promise<PriorityRow[]> =>
  tx.$queryRawUnsafe<PriorityRow[]>(
    `SELECT r.commune_id::text AS "communeId", (SELECT n.name FROM unit_name n WHERE n.unit_id = r.commune_id ORDER BY n.valid_from DESC LIMIT 1) AS commune,
       count(*)::int AS people, (count(*) FILTER (WHERE app.consent_stands(r.person_id, 'sensitive_data')))::int AS consenting
     FROM (${reachedSql}) r GROUP BY r.commune_id ORDER BY 2`,
    ...valuesFor(viewer, first, behind),
  );

type Sealed = {
  communeId: string;
  personId: string;
  sealedOf: string;
  sealed: Uint8Array;
  keyId: string;
  label: string;
};

const sealedOf = (tx: Transaction, viewer: Viewer, first: Day, behind: Day): Promise<Sealed[]> =>
  tx.$queryRawUnsafe<Sealed[]>(
    `SELECT r.commune_id::text AS "communeId", r.person_id::text AS "personId", f.person_id::text AS "sealedOf", f.sealed, f.key_id::text AS "keyId", k.label
     FROM (${reachedSql}) r CROSS JOIN LATERAL (SELECT * FROM sensitive_field f WHERE f.field = 'priority_groups'
       AND f.person_id IN (SELECT id FROM app.records_of(r.person_id)) ORDER BY (f.person_id = r.person_id) DESC, f.written_at DESC LIMIT 1) f
     JOIN encryption_key k ON k.id = f.key_id WHERE app.consent_stands(r.person_id, 'sensitive_data')`,
    ...valuesFor(viewer, first, behind),
  );

/** How many of these belong to each group, in their order. What cannot be opened here is not counted. */
function countsOf(rows: readonly Sealed[], keys: readonly SealingKey[]): number[] {
  const groups = rows.map(({ sealed, sealedOf: personId, keyId, label }) => {
    const key = keys.find((each) => each.label === label);
    const opened = key && unseal(sealed, { table: SEALED_TABLE, column: 'priority_groups', personId, keyId }, key);
    return new Set(opened ? (JSON.parse(opened) as string[]) : []);
  });
  return priorityGroups.map((group) => groups.filter((each) => each.has(group)).length);
}
