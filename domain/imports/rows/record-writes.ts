import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import { type ChangedField, STEP_ROWS } from '../import';

type Recorded = { batchId: string; nos: number[]; outcome: 'done' | 'undone' };

/**
 * The trail of rows that were carried out or taken back: an entry for each person, on her record, tied to the import by its
 * id. Of what changed the names of the fields stand there, never the values.
 */
export async function recordRows(tx: Transaction, viewer: Viewer, { batchId, nos, outcome }: Recorded): Promise<void> {
  const rows = await tx.$queryRaw<{ personId: string; unitId: string; isNew: boolean; fields: ChangedField[] }[]>`
    SELECT subject_id AS "personId", (plan->>'unitId')::uuid AS "unitId", verdict = 'create' AS "isNew",
      ARRAY (SELECT c->>'field' FROM jsonb_array_elements(plan->'changes') c) AS fields
    FROM import_row WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[]) AND outcome = ${outcome}
    ORDER BY row_no LIMIT ${STEP_ROWS}`;
  await recordAll(
    tx,
    viewer,
    rows.map(({ personId, unitId, isNew, fields }) => ({
      subjectType: 'person',
      subjectId: personId,
      unitId,
      ...(outcome === 'done'
        ? ({ verb: isNew ? 'created' : 'changed', action: 'importPerson' } as const)
        : ({ verb: isNew ? 'ended' : 'changed', action: 'undoImportedPerson' } as const)),
      change: { import: batchId, ...(isNew ? {} : { fields }) },
    })),
  );
}
