import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import { readClosedRows } from './closed-rows';
import { recordRows } from './record-writes';

/**
 * Takes back what rows of an import did. A record that was changed since, or that a pair, a consent or another
 * membership speaks of, is left alone and says so.
 */
export async function undoRows(tx: Transaction, viewer: Viewer, batchId: string, nos: number[]): Promise<void> {
  if (nos.length === 0) return;
  await tx.$queryRaw`
    SELECT 1 FROM person WHERE id IN (SELECT subject_id FROM import_row WHERE batch_id = ${batchId}::uuid
      AND row_no = ANY (${nos}::int[])) ORDER BY id FOR UPDATE`;
  await leaveCounted(tx, batchId, nos);
  await tx.$executeRaw`
    UPDATE import_row r SET outcome = 'undone'
    FROM person p, membership m
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.outcome = 'done' AND p.id = r.subject_id AND m.id = r.membership_id
      AND p.version = r.after_version AND m.version = r.membership_version AND p.merged_into_id IS NULL AND p.erased_on IS NULL`;
  await tx.$executeRaw`
    WITH used AS (SELECT app.persons_in_use(ARRAY (SELECT subject_id FROM import_row
      WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[]) AND verdict = 'create')) AS id)
    UPDATE import_row r SET outcome = 'done'
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.verdict = 'create'
      AND (r.subject_id IN (SELECT id FROM used)
        OR EXISTS (SELECT FROM membership o WHERE o.person_id = r.subject_id AND o.id <> r.membership_id))`;
  await tx.$executeRaw`
    UPDATE import_row SET outcome = 'left-alone', reasons = ARRAY['edited-since']
    WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[]) AND outcome = 'done'`;
  await takeBack(tx, batchId, nos);
  await recordRows(tx, viewer, { batchId, nos, outcome: 'undone' });
}

/** What a month was closed with while the import was being taken back stays, and says why (0356). */
async function leaveCounted(tx: Transaction, batchId: string, nos: number[]) {
  const { counted } = await readClosedRows(tx, batchId);
  const kept = nos.filter((no) => counted.includes(no));
  if (kept.length === 0) return;
  await tx.$executeRaw`
    UPDATE import_row SET outcome = 'left-alone', reasons = ARRAY['month-closed']
    WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${kept}::int[])`;
}

/** A new woman is taken back whole: her membership ends on its own first day, and nothing but the empty row remains. */
async function takeBack(tx: Transaction, batchId: string, nos: number[]) {
  await tx.$executeRaw`
    UPDATE membership m SET valid_to = m.valid_from, end_reason = 'import undone'
    FROM import_row r WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.outcome = 'undone'
      AND m.id = r.membership_id AND r.before->>'membershipId' IS NULL`;
  await tx.$executeRaw`
    UPDATE person p SET full_name = NULL, birth_year = NULL, phone = NULL, address = NULL, erased_on = app.today()
    FROM import_row r WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.outcome = 'undone'
      AND r.verdict = 'create' AND p.id = r.subject_id`;
  await tx.$executeRaw`
    UPDATE membership m SET kind = (r.before->>'kind')::membership_kind, valid_from = (r.before->>'since')::date
    FROM import_row r WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.outcome = 'undone'
      AND m.id = (r.before->>'membershipId')::uuid AND m.version <> (r.before->>'membershipVersion')::int`;
  await tx.$executeRaw`
    SELECT app.put_phone_back(r.subject_id, (r.before #>> '{phone,kept}')::uuid) FROM import_row r
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.outcome = 'undone' AND r.verdict = 'update'
      AND r.before #>> '{phone,kept}' IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE person p SET birth_year = (r.before->>'birthYear')::smallint, address = r.before->>'address'
    FROM import_row r WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.outcome = 'undone'
      AND r.verdict = 'update' AND p.id = r.subject_id AND p.version <> (r.before->>'version')::int`;
}
