/**
 * Columns that point at a record, and what a merger does there. A test compares this list with the database's foreign
 * keys: a new table that points to a person is decided here or the test fails.
 */
export const movedColumns = {
  account: ['person_id'],
  article: ['subject_person_id'],
  board_seat: ['person_id'],
  certificate: ['person_id'],
  enrolment: ['person_id'],
  household: ['head_person_id'],
  household_member: ['person_id'],
  media_person: ['person_id'],
  membership: ['person_id'],
  model_member: ['person_id'],
  network_member: ['person_id'],
  office: ['person_id'],
  pair: ['instructor_id', 'learner_id'],
  peer_learner: ['person_id'],
  peer_lesson: ['teacher_id'],
  person_request: ['person_id', 'own_person_id'],
  person_skill: ['person_id'],
  qualification: ['person_id'],
  session_trainer: ['trainer_id'],
  topic_wait: ['person_id'],
} as const;

export type MovedTable = keyof typeof movedColumns;
export const movedTables = Object.keys(movedColumns) as MovedTable[];

/** Columns that stay with the absorbed record, and why. */
export const keptColumns = {
  'attendance.person_id': 'a copy that a trigger keeps equal to the enrolment',
  'consent.person_id': 'append-only: read together with the survivor’s (app.standing_consent), the later answer holds',
  'erasure.person_id': 'the trail of an erasure names the record it was done to',
  'invitation.person_id': 'followed when the invitation is taken up, by app.record_today',
  'member_card.person_id': 'ends with the record it was made for: a new one is made for the one that stands',
  'not_same.person_a_id': 'said of these two records as they were, by their digests',
  'not_same.person_b_id': 'said of these two records as they were, by their digests',
  'person.merged_into_id': 'earlier mergers form a chain, which app.record_today follows',
  'person_merge.absorbed_id': 'the history of mergers',
  'person_merge.survivor_id': 'the history of mergers',
  'sensitive_field.person_id': 'sealed for this record alone: recorded anew where it is needed',
} as const;

/**
 * Tables of which rows stay: a closed account beside another, a pair between the two records, a second mark of one
 * skill, a lesson in which she stands already, and requests that were answered or stand for the survivor already.
 */
export const mayStay: readonly MovedTable[] = [
  'account',
  'pair',
  'peer_learner',
  'peer_lesson',
  'person_skill',
  'person_request',
];

/** Rows that hang on pairs and go with them where two pairs become one. */
export const ofPairs = ['pair_host', 'pair_tie', 'pair_goal', 'pair_contact'] as const;
export type OfPairs = (typeof ofPairs)[number];

export type Row = Readonly<Record<string, unknown>>;
export type PersonRows = Record<MovedTable | OfPairs, Row[]> & { attendance: Row[] };

/** One change of one row. `was` is the whole row as the plan saw it. */
export type Change =
  | { table: MovedTable | OfPairs | 'person'; was: Row; set: Record<string, unknown> }
  | { table: 'media_person' | 'session_trainer'; was: Row; gone: true };

export const textOf = (row: Row, column: string): string => String(row[column] ?? '');
