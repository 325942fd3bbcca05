import type { Viewer } from '@/domain/access/viewer';
import type { Unveil } from '@/domain/people/phones/phone';
import { unveilPhones } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { SheetColumns } from '../import';
import { findImport } from '../queries';
import { readRows } from './import-rows';
import { type WrittenNumber, withNumbers } from './written-numbers';

const CHUNK = 1000;

/** A row as it stood in the sheet, to be corrected and sent again. */
export type BadRow = { cells: string[]; reasons: string[] };
export type BadRows = { columns: SheetColumns; rows: AsyncIterable<BadRow>; unveil: Unveil };

/**
 * The rows with errors of an import, whole, as they stood in the sheet; read in chunks. That they were taken out is in the
 * trail: whoever reaches the import may, not only who sent it.
 */
export async function exportBadRows(viewer: Viewer, batchId: string): Promise<Result<BadRows, 'not-found'>> {
  const batch = await findImport(viewer, batchId);
  if (!batch || batch.purged) return problem('not-found');
  const { opening, unveil } = await transaction((tx) =>
    unveilPhones(tx, viewer, {
      verb: 'exported',
      action: 'exportBadRows',
      subjectType: 'import',
      subjectId: batch.id,
      unitId: batch.unit.id,
    }),
  );
  const { entryId, key } = opening;
  const numbers = await db.$queryRaw<WrittenNumber[]>`
    SELECT n.row_no AS no, n.place, n.written
    FROM app.bad_row_numbers_of(${viewer.accountId}::uuid, ${entryId}::uuid, ${key}::bytea) n`;
  async function* rows(id: string): AsyncGenerator<BadRow> {
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof readRows>> = await readRows(db, id, { verdict: 'error', after }, CHUNK);
      yield* withNumbers(page.rows, numbers);
      after = page.next;
    }
  }
  return ok({ columns: batch.columns, rows: rows(batch.id), unveil });
}
