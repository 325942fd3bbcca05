-- The trail is read newest first by its ids, which grow with time: of one subject, of units, of one account, of one action, and looks
-- alone. Each of these questions walks an index backwards and stops at the end of its page, however long the trail is.
SET client_min_messages = warning;
CREATE INDEX audit_entry_subject_id_id_idx ON audit_entry (subject_id, id);
CREATE INDEX audit_entry_unit_id_id_idx ON audit_entry (unit_id, id);
CREATE INDEX audit_entry_actor_id_id_idx ON audit_entry (actor_id, id);
CREATE INDEX audit_entry_action_id_idx ON audit_entry (action, id);
DROP INDEX audit_entry_subject_type_subject_id_at_idx;
DROP INDEX audit_entry_unit_id_at_idx;
DROP INDEX audit_entry_actor_id_at_idx;
