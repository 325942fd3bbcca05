-- What the database holds of the tables in prisma/schema/digital-models.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- digital_model
ALTER TABLE digital_model ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(slug) AND app.clean_line(decision) AND app.clean_line(meets)));
ALTER TABLE digital_model ADD CONSTRAINT digital_model_check CHECK ((copied_from_id <> id));
CREATE INDEX digital_model_copied_from_id_idx ON public.digital_model USING btree (copied_from_id) WHERE (copied_from_id IS NOT NULL);
CREATE INDEX digital_model_shared_idx ON public.digital_model USING btree (id) WHERE shared_practice;
CREATE TRIGGER kind_fixed BEFORE UPDATE ON public.digital_model FOR EACH ROW WHEN ((old.kind <> new.kind)) EXECUTE FUNCTION app.keep_model_kind();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.digital_model FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.digital_model FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- model_host
ALTER TABLE model_host ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE model_host ADD CONSTRAINT one_host EXCLUDE USING gist (model_id WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE ON public.model_host FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER coverage_del AFTER DELETE ON public.model_host REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.host_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.model_host REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.host_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.model_host REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.host_changed();
CREATE TRIGGER go_on_at_successor BEFORE INSERT ON public.model_host FOR EACH ROW EXECUTE FUNCTION app.go_on_at_successor();

-- model_status
ALTER TABLE model_status ADD CONSTRAINT clean_text CHECK (app.clean_text(reason));
ALTER TABLE model_status ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE model_status ADD CONSTRAINT one_status EXCLUDE USING gist (model_id WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE OF status, valid_from, valid_to ON public.model_status FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER coverage_del AFTER DELETE ON public.model_status REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.model_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.model_status REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.model_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.model_status REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.model_changed();

-- model_member
ALTER TABLE model_member ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE model_member ADD CONSTRAINT one_model_member EXCLUDE USING gist ((((model_id)::text || (person_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE INDEX model_member_recorded_idx ON public.model_member USING btree (recorded_by_id, recorded_at) WHERE (recorded_by_id IS NOT NULL);
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.model_member FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');

-- model_household
ALTER TABLE model_household ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE model_household ADD CONSTRAINT one_model_household EXCLUDE USING gist ((((model_id)::text || (household_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER housing_del AFTER DELETE ON public.model_household REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_ins AFTER INSERT ON public.model_household REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_upd AFTER UPDATE ON public.model_household REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();

-- board_seat
ALTER TABLE board_seat ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE board_seat ADD CONSTRAINT one_board_head EXCLUDE USING gist (model_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((office = 'head'::board_office));
ALTER TABLE board_seat ADD CONSTRAINT one_board_seat EXCLUDE USING gist ((((model_id)::text || (person_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER housing_del AFTER DELETE ON public.board_seat REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_ins AFTER INSERT ON public.board_seat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER housing_upd AFTER UPDATE ON public.board_seat REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.housing_changed();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.board_seat FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');

-- criteria_list
ALTER TABLE criteria_list ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE criteria_list ADD CONSTRAINT one_criteria_list EXCLUDE USING gist (kind WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER raise_version BEFORE UPDATE ON public.criteria_list FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- criterion
ALTER TABLE criterion ADD CONSTRAINT clean_text CHECK ((app.clean_line(label_vi) AND app.clean_line(label_en)));
ALTER TABLE criterion ADD CONSTRAINT counted_some CHECK (((counted_least >= 1) AND (counted_least <= 999)));
ALTER TABLE criterion ADD CONSTRAINT counted_whole CHECK (((counted_by IS NULL) = (counted_least IS NULL)));

-- criterion_met
ALTER TABLE criterion_met ADD CONSTRAINT clean_text CHECK ((app.clean_text(evidence) AND app.clean_line(end_reason)));
ALTER TABLE criterion_met ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE criterion_met ADD CONSTRAINT one_criterion_met EXCLUDE USING gist ((((model_id)::text || (criterion_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);

-- model_activity
ALTER TABLE model_activity ADD CONSTRAINT clean_text CHECK ((app.clean_line(topic) AND app.clean_text(note) AND app.clean_line(taken_back_reason)));
ALTER TABLE model_activity ADD CONSTRAINT taken_back_whole CHECK (((taken_back_at IS NOT NULL) OR (num_nonnulls(taken_back_by_id, taken_back_reason) = 0)));
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE ON public.model_activity FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('model_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.model_activity FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- model_hint_answer
ALTER TABLE model_hint_answer ADD CONSTRAINT clean_text CHECK ((app.clean_line(digest) AND app.clean_text(text)));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.model_hint_answer FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
