-- What the database holds of the tables in prisma/schema/people.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- person
ALTER TABLE person ADD CONSTRAINT clean_text CHECK ((app.clean_line(full_name) AND app.clean_line(phone) AND app.clean_text(address) AND app.clean_line(phone_print)));
ALTER TABLE person ADD CONSTRAINT erased_without_death CHECK (((erased_on IS NULL) OR (died_on IS NULL)));
ALTER TABLE person ADD CONSTRAINT language_codes CHECK ((array_to_string(languages, ' '::text, ''::text) ~ '^([a-z]{2,3}( [a-z]{2,3})*)?$'::text));
ALTER TABLE person ADD CONSTRAINT person_birth_year_check CHECK (((birth_year >= 1900) AND (birth_year <= 2100)));
ALTER TABLE person ADD CONSTRAINT person_check CHECK (((full_name IS NULL) = (erased_on IS NOT NULL)));
ALTER TABLE person ADD CONSTRAINT person_check1 CHECK (((erased_on IS NULL) OR ((phone IS NULL) AND (address IS NULL))));
ALTER TABLE person ADD CONSTRAINT person_check2 CHECK ((merged_into_id <> id));
ALTER TABLE person ADD CONSTRAINT person_full_name_check CHECK ((full_name ~ '^\S+( \S+)*$'::text));
ALTER TABLE person ADD CONSTRAINT phone_has_print CHECK (((phone IS NULL) = (phone_print IS NULL)));
ALTER TABLE person ADD CONSTRAINT phone_is_masked CHECK ((phone ~ '^(0\d•• ••• |•••• ••• )\d{3}$'::text));
CREATE INDEX person_alike ON public.person USING btree (name_bag, birth_year, id) WHERE ((merged_into_id IS NULL) AND (erased_on IS NULL));
CREATE INDEX person_by_name ON public.person USING btree (given_name, other_names, id) INCLUDE (search_key) WHERE ((merged_into_id IS NULL) AND (erased_on IS NULL));
CREATE INDEX person_merged ON public.person USING btree (id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX person_name_key ON public.person USING btree (app.name_key(full_name));
CREATE INDEX person_register ON public.person USING btree (keeper_unit_id, given_name, other_names, id) INCLUDE (search_key, merged_into_id, erased_on);
CREATE CONSTRAINT TRIGGER articles_follow_person AFTER UPDATE OF merged_into_id, erased_on, full_name ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.merged_into_id IS DISTINCT FROM new.merged_into_id) OR (old.erased_on IS DISTINCT FROM new.erased_on) OR (old.full_name IS DISTINCT FROM new.full_name))) EXECUTE FUNCTION app.articles_follow_person();
CREATE TRIGGER coverage_of_merged AFTER UPDATE OF merged_into_id ON public.person FOR EACH ROW WHEN ((old.merged_into_id IS DISTINCT FROM new.merged_into_id)) EXECUTE FUNCTION derived.merger_changed();
CREATE TRIGGER end_card_of_record AFTER UPDATE OF keeper_unit_id, merged_into_id, erased_on ON public.person FOR EACH ROW WHEN (((new.keeper_unit_id <> old.keeper_unit_id) OR (new.merged_into_id IS DISTINCT FROM old.merged_into_id) OR (new.erased_on IS DISTINCT FROM old.erased_on))) EXECUTE FUNCTION app.end_card_of_record();
CREATE TRIGGER erase_with_merged AFTER UPDATE OF erased_on ON public.person FOR EACH ROW WHEN (((old.erased_on IS NULL) AND (new.erased_on IS NOT NULL))) EXECUTE FUNCTION app.erase_with_merged();
CREATE TRIGGER keep_number BEFORE INSERT OR UPDATE OF phone, phone_print ON public.person FOR EACH ROW EXECUTE FUNCTION app.keep_number();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.person FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER pictures_follow_merger AFTER UPDATE OF merged_into_id ON public.person FOR EACH ROW WHEN ((old.merged_into_id IS DISTINCT FROM new.merged_into_id)) EXECUTE FUNCTION app.pictures_follow_merger();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- person_skill
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.person_skill FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.person_skill FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- membership
ALTER TABLE membership ADD CONSTRAINT clean_text CHECK (app.clean_line(end_reason));
ALTER TABLE membership ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE membership ADD CONSTRAINT one_membership EXCLUDE USING gist ((((person_id)::text || (unit_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE INDEX membership_live ON public.membership USING btree (unit_id, person_id) WHERE (valid_to IS NULL);
CREATE INDEX membership_of_person ON public.membership USING btree (person_id) INCLUDE (valid_from, valid_to);
CREATE INDEX membership_of_unit ON public.membership USING btree (unit_id, person_id) INCLUDE (kind, valid_from, valid_to);
CREATE TRIGGER closed_days AFTER UPDATE OF valid_to, unit_id ON public.membership FOR EACH ROW WHEN ((((old.valid_to IS DISTINCT FROM new.valid_to) OR (old.unit_id IS DISTINCT FROM new.unit_id)) AND (NOT ((new.import_batch_id IS NOT NULL) AND (NOT (new.valid_to IS DISTINCT FROM new.valid_from)))))) EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER coverage_del AFTER DELETE ON public.membership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.membership_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.membership_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.membership_changed();
CREATE CONSTRAINT TRIGGER end_card_of_member AFTER INSERT OR DELETE OR UPDATE ON public.membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.end_card_of_member();
CREATE TRIGGER go_on_at_successor BEFORE INSERT ON public.membership FOR EACH ROW EXECUTE FUNCTION app.go_on_at_successor();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.membership FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- term
ALTER TABLE term ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
ALTER TABLE term ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));

-- office
ALTER TABLE office ADD CONSTRAINT clean_text CHECK (app.clean_line(end_reason));
ALTER TABLE office ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE office ADD CONSTRAINT one_head EXCLUDE USING gist (unit_id WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((title = ANY (ARRAY['chair'::office_title, 'sub_association_head'::office_title, 'group_head'::office_title])));
ALTER TABLE office ADD CONSTRAINT one_office EXCLUDE USING gist ((((person_id)::text || (unit_id)::text)) WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.office FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.office FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- network
ALTER TABLE network ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
ALTER TABLE network ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
CREATE TRIGGER raise_version BEFORE UPDATE ON public.network FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- network_member
ALTER TABLE network_member ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE network_member ADD CONSTRAINT one_network_member EXCLUDE USING gist ((((network_id)::text || (person_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.network_member FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');

-- household
ALTER TABLE household ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
CREATE TRIGGER on_record_head_person_id BEFORE INSERT ON public.household FOR EACH ROW WHEN ((new.head_person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('head_person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.household FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- household_member
ALTER TABLE household_member ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE household_member ADD CONSTRAINT one_household_member EXCLUDE USING gist ((((household_id)::text || (person_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.household_member FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');

-- not_same
ALTER TABLE not_same ADD CONSTRAINT not_same_check CHECK ((person_a_id < person_b_id));
