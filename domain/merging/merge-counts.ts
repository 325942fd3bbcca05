import type { MovedKind } from './merge';
import { isEmpty, spanOf } from './merge-spans';
import type { MovedTable, PersonRows } from './merge-tables';

const kinds: [MovedKind, MovedTable, string][] = [
  ['memberships', 'membership', 'person_id'],
  ['offices', 'office', 'person_id'],
  ['pairs', 'pair', 'instructor_id'],
  ['pairs', 'pair', 'learner_id'],
  ['seats', 'board_seat', 'person_id'],
  ['models', 'model_member', 'person_id'],
  ['households', 'household_member', 'person_id'],
  ['networks', 'network_member', 'person_id'],
  ['taught', 'session_trainer', 'trainer_id'],
  ['lessons', 'peer_lesson', 'teacher_id'],
  ['lessons', 'peer_learner', 'person_id'],
  ['enrolments', 'enrolment', 'person_id'],
  ['certificates', 'certificate', 'person_id'],
  ['skills', 'person_skill', 'person_id'],
  ['qualifications', 'qualification', 'person_id'],
  ['pictures', 'media_person', 'person_id'],
  ['articles', 'article', 'subject_person_id'],
];

/** The rows that would move to the survivor, by kind; one that counts on no day is not told. */
export function countMoves(rows: PersonRows, absorbedId: string) {
  const counts = new Map<MovedKind, number>();
  for (const [kind, table, column] of kinds) {
    const count = rows[table].filter(
      (row) => row[column] === absorbedId && !(row.valid_from && isEmpty(spanOf(row))),
    ).length;
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
}
