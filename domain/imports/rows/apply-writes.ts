import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import { saidPhone } from './import-rows';
import { type BatchAtWork, judgeRows, type StoredRow } from './match-rows';
import { recordRows } from './record-writes';

type Previewed = StoredRow & {
  verdict: 'create' | 'update';
  subjectId: string | null;
  before: { version: number; membershipVersion: number | null } | null;
};

/**
 * Carries out rows as they were previewed. Each is judged once more: where anything has changed since, the row is
 * left alone and says so. Each person made or changed has her own entry in the trail.
 */
export async function applyRows(tx: Transaction, viewer: Viewer, batch: BatchAtWork, rows: Previewed[]): Promise<void> {
  const judged = new Map((await judgeRows(tx, batch, rows)).map((row) => [row.no, row]));
  const stands = (row: Previewed) => {
    const now = judged.get(row.no);
    if (now?.verdict !== row.verdict) return false;
    if (row.verdict === 'create') return true;
    const { person, membership } = now;
    return (
      person?.id === row.subjectId &&
      person?.version === row.before?.version &&
      (membership?.version ?? null) === (row.before?.membershipVersion ?? null)
    );
  };
  const numbers = (wanted: (row: Previewed) => boolean) => rows.filter(wanted).map(({ no }) => no);
  await leaveAlone(
    tx,
    batch.id,
    numbers((row) => !stands(row)),
  );
  // the numbers stand in the sheet, not in what is kept of it
  const phones = JSON.stringify(
    [...judged].flatMap(([no, { plan }]) => {
      const phone = saidPhone(plan);
      return phone ? [{ no, phone }] : [];
    }),
  );
  await createPersons(
    tx,
    { id: batch.id, phones },
    numbers((row) => row.verdict === 'create' && stands(row)),
  );
  await updatePersons(
    tx,
    { id: batch.id, phones },
    numbers((row) => row.verdict === 'update' && stands(row)),
  );
  await recordRows(tx, viewer, { batchId: batch.id, nos: numbers(stands), outcome: 'done' });
}

async function leaveAlone(tx: Transaction, batchId: string, nos: number[]) {
  if (nos.length === 0) return;
  await tx.$executeRaw`
    UPDATE import_row SET outcome = 'left-alone', reasons = ARRAY['changed-meanwhile']
    WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[])`;
}

type Sheet = { id: string; phones: string };

async function createPersons(tx: Transaction, { id: batchId, phones }: Sheet, nos: number[]) {
  if (nos.length === 0) return;
  await tx.$executeRaw`
    UPDATE import_row SET subject_type = 'person', subject_id = app.uuid7(), membership_id = app.uuid7(), outcome = 'done',
      after_version = 1, membership_version = 1
    WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[])`;
  await tx.$executeRaw`
    INSERT INTO person (id, full_name, birth_year, phone, address, keeper_unit_id, import_batch_id, demo)
    SELECT subject_id, plan->>'name', (plan->>'birthYear')::smallint, w.phone, plan->>'address',
      (plan->>'unitId')::uuid, batch_id, (plan->>'demo')::boolean
    FROM import_row LEFT JOIN jsonb_to_recordset(${phones}::jsonb) w (no int, phone text) ON w.no = row_no WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[])`;
  await tx.$executeRaw`
    INSERT INTO membership (id, person_id, unit_id, kind, valid_from, import_batch_id)
    SELECT membership_id, subject_id, (plan->>'unitId')::uuid, (plan->>'kind')::membership_kind, (plan->>'since')::date, batch_id
    FROM import_row WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[])`;
}

async function updatePersons(tx: Transaction, { id: batchId, phones }: Sheet, nos: number[]) {
  if (nos.length === 0) return;
  await tx.$executeRaw`
    UPDATE person p SET birth_year = (r.plan->>'birthYear')::smallint, address = r.plan->>'address'
    FROM import_row r WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND p.id = r.subject_id
      AND r.plan->'changes' @? '$[*] ? (@.field == "birthYear" || @.field == "address")'`;
  // what stood there is kept for the undoing, where nobody reads it (0246)
  await tx.$executeRaw`
    UPDATE import_row r SET before = r.before || jsonb_build_object('phone', jsonb_build_object('kept', app.keep_phone(r.subject_id)))
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.plan->'changes' @? '$[*] ? (@.field == "phone")'`;
  await tx.$executeRaw`
    UPDATE person p SET phone = w.phone
    FROM import_row r JOIN jsonb_to_recordset(${phones}::jsonb) w (no int, phone text) ON w.no = r.row_no WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND p.id = r.subject_id
      AND r.plan->'changes' @? '$[*] ? (@.field == "phone")'`;
  await tx.$executeRaw`
    UPDATE membership m SET kind = (r.plan->>'kind')::membership_kind, valid_from = (r.plan->>'since')::date
    FROM import_row r WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[])
      AND m.id = (r.before->>'membershipId')::uuid
      AND r.plan->'changes' @? '$[*] ? (@.field == "kind" || @.field == "joinedOn")'`;
  await tx.$executeRaw`
    WITH joined AS (
      INSERT INTO membership (id, person_id, unit_id, kind, valid_from, import_batch_id)
      SELECT app.uuid7(), subject_id, (plan->>'unitId')::uuid, (plan->>'kind')::membership_kind, (plan->>'since')::date, batch_id
      FROM import_row WHERE batch_id = ${batchId}::uuid AND row_no = ANY (${nos}::int[]) AND before->>'membershipId' IS NULL
      RETURNING id, person_id)
    UPDATE import_row r SET membership_id = j.id FROM joined j
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND r.subject_id = j.person_id`;
  await tx.$executeRaw`
    UPDATE import_row r SET outcome = 'done', after_version = p.version, membership_id = m.id, membership_version = m.version
    FROM person p, membership m
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = ANY (${nos}::int[]) AND p.id = r.subject_id
      AND m.id = coalesce(r.membership_id, (r.before->>'membershipId')::uuid)`;
}
