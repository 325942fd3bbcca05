-- What the database holds of the tables in prisma/schema/pairs.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- pair
ALTER TABLE pair ADD CONSTRAINT clean_text CHECK ((app.clean_line(end_reason) AND app.clean_text(outcome) AND app.clean_line(end_note)));
ALTER TABLE pair ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE pair ADD CONSTRAINT no_self_pair CHECK ((instructor_id <> learner_id));
ALTER TABLE pair ADD CONSTRAINT one_pair_a_couple EXCLUDE USING gist (LEAST(instructor_id, learner_id) WITH =, GREATEST(instructor_id, learner_id) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE OF valid_from, valid_to ON public.pair FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER coverage_del AFTER DELETE ON public.pair REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.pair_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.pair REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.pair_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.pair REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.pair_changed();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.pair FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER on_record_instructor_id BEFORE INSERT ON public.pair FOR EACH ROW WHEN ((new.instructor_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('instructor_id');
CREATE TRIGGER on_record_learner_id BEFORE INSERT ON public.pair FOR EACH ROW WHEN ((new.learner_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('learner_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.pair FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- pair_host
ALTER TABLE pair_host ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE pair_host ADD CONSTRAINT one_pair_host EXCLUDE USING gist (pair_id WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE INDEX pair_host_of_pair ON public.pair_host USING btree (pair_id, valid_from) INCLUDE (valid_to, unit_id);
CREATE INDEX pair_host_of_unit ON public.pair_host USING btree (unit_id, pair_id) INCLUDE (valid_from, valid_to);
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE ON public.pair_host FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER coverage_del AFTER DELETE ON public.pair_host REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.host_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.pair_host REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.host_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.pair_host REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.host_changed();
CREATE TRIGGER go_on_at_successor BEFORE INSERT ON public.pair_host FOR EACH ROW EXECUTE FUNCTION app.go_on_at_successor();

-- pair_tie
ALTER TABLE pair_tie ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE pair_tie ADD CONSTRAINT one_pair_tie EXCLUDE USING gist ((((pair_id)::text || (model_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER coverage_del AFTER DELETE ON public.pair_tie REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.model_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.pair_tie REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.model_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.pair_tie REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.model_changed();
CREATE TRIGGER tie_family BEFORE INSERT OR UPDATE ON public.pair_tie FOR EACH ROW EXECUTE FUNCTION app.check_tie();

-- pair_goal
ALTER TABLE pair_goal ADD CONSTRAINT mark_has_day CHECK (((mark IS NULL) = (marked_on IS NULL)));
CREATE TRIGGER goal_marked BEFORE DELETE ON public.pair_goal FOR EACH ROW WHEN ((old.mark IS NOT NULL)) EXECUTE FUNCTION app.keep_marked_goal();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.pair_goal FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- pair_contact
ALTER TABLE pair_contact ADD CONSTRAINT pair_contact_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)));
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE ON public.pair_contact FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('pair_id');
CREATE TRIGGER contact_within BEFORE INSERT ON public.pair_contact FOR EACH ROW EXECUTE FUNCTION app.check_contact();
