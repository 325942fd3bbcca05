/**
 * Functions of ours that may write: PostgreSQL refuses that to all others. What is new here is missed by the test that asks the database
 * for them.
 */
const WRITERS = [
  'ask_rows',
  'bad_row_numbers_of',
  'begin_openings',
  'change_rows',
  'define_indicators',
  'compare_coverage',
  'end_untold',
  'enrol',
  'enrol_waiting',
  'enrol_walk_in',
  'follow_picture_consents',
  'follow_picture_uses',
  'forget_naming_slugs',
  'forget_sign_ups',
  'guard',
  'keep_phone',
  'keep_sheet_numbers',
  'keep_beside',
  'keep_text',
  'make_periods',
  'message_numbers_of',
  'move_due_rows',
  'note_alarm',
  'note_reads',
  'numbers_of',
  'opened',
  'own_numbers_of',
  'participant_numbers_of',
  'put_aside',
  'put_parts',
  'put_phone_back',
  'rebuild_unit_spans',
  'refresh_attendance',
  'refresh_published_words',
  'repair_counts',
  'restore_rows',
  'sealed_fields_of',
  'sealed_otherwise',
  'settle_seats',
  'sign_up_alone',
  'stop_hours_of_pictures',
  'take_back_units',
  'take_phone',
  'take_second',
  'take_snapshot',
  'take_surroundings',
  'try_member_card',
  'uuid7',
];

const READS = /^\s*(SELECT|WITH)\b/i;
const CHANGES = /\b(INSERT|UPDATE|DELETE|MERGE|SHARE)\b|;/i;
/** Functions of PostgreSQL that tell, lock and set are called with these; so are a few that only answer, but for the one that says how far it is. */
const CALLS = new RegExp(
  `\\b(pg_(?!current_snapshot\\b)\\w+|nextval|setval|set_config|app\\.(${WRITERS.join('|')}))\\s*\\(`,
  'i',
);

/** Does a statement change nothing, wherever in it something might? Only then it may be asked with others, and once for two who ask it. */
export const isRead = (text: string): boolean => READS.test(text) && !CHANGES.test(text) && !CALLS.test(text);
