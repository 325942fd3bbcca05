import type { Transaction } from '@/prisma/transaction';
import { type Reason, readReason, reason } from '../import';
import { readBirthYear } from '../sheets/cell-values';
import { saidPhone, shownCell, shownPlan } from './import-rows';
import type { Judged } from './judge';
import { type BatchAtWork, judgeRows, type StoredRow } from './match-rows';

/** The state before, so that it can be put back: of the record, and of the membership where there is one. */
export const beforeOf = ({ person, membership }: Pick<Judged, 'person' | 'membership'>) =>
  person && {
    version: person.version,
    birthYear: person.birthYear,
    address: person.address,
    membershipId: membership?.id ?? null,
    membershipVersion: membership?.version ?? null,
    kind: membership?.kind ?? null,
    since: membership?.since ?? null,
  };

const shownReason = (text: Reason): Reason => {
  const { name, detail } = readReason(text);
  return detail ? reason(name, shownCell(detail)) : text;
};

/** Judges some rows and keeps what came of it; writes to nobody's record. */
export async function checkRows(tx: Transaction, batch: BatchAtWork, rows: StoredRow[]): Promise<void> {
  const judged = await judgeRows(tx, batch, rows);
  const birth = batch.columns.fields.indexOf('birth');
  const answers = judged.map((row, at) => ({
    // the column may have become one of births only now: a whole day is not kept
    year: birth < 0 ? null : readBirthYear(rows[at]?.cells[birth] ?? ''),
    no: row.no,
    verdict: row.verdict,
    // what could not be read may be a number in another column
    reasons: row.reasons.map(shownReason),
    bag: row.bag,
    plan: row.plan && shownPlan(row.plan),
    phone: saidPhone(row.plan),
    person: row.person?.id ?? null,
    before: beforeOf(row),
  }));
  await tx.$executeRaw`
    UPDATE import_row r SET cells = CASE WHEN a->>'year' IS NULL THEN cells
        ELSE jsonb_set(cells, ARRAY[${String(birth)}]::text[], to_jsonb(a->>'year')) END,
      verdict = (a->>'verdict')::row_verdict, match_key = a->>'bag', plan = nullif(a->'plan', 'null')
        || CASE WHEN a->>'phone' IS NULL THEN '{}' ELSE jsonb_build_object('print', app.phone_print(a->>'phone')) END,
      reasons = ARRAY (SELECT jsonb_array_elements_text(a->'reasons')), subject_id = (a->>'person')::uuid,
      subject_type = CASE WHEN a->>'person' IS NULL THEN NULL ELSE 'person' END, before = nullif(a->'before', 'null')
    FROM jsonb_array_elements(${JSON.stringify(answers)}::jsonb) a
    WHERE r.batch_id = ${batch.id}::uuid AND r.row_no = (a->>'no')::int`;
}
