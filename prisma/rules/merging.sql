-- What the database holds of the tables in prisma/schema/merging.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- person_merge
ALTER TABLE person_merge ADD CONSTRAINT person_merge_check CHECK ((survivor_id <> absorbed_id));
CREATE UNIQUE INDEX one_merge_standing ON public.person_merge USING btree (absorbed_id) WHERE (undone_at IS NULL);
CREATE TRIGGER forget_kept_phones AFTER UPDATE OF moved ON public.person_merge FOR EACH ROW WHEN (((new.moved = '[]'::jsonb) AND (old.moved <> '[]'::jsonb) AND (jsonb_typeof(old.moved) = 'array'::text))) EXECUTE FUNCTION app.forget_kept_phones();
CREATE TRIGGER merger_noted AFTER INSERT OR UPDATE OF undone_at ON public.person_merge FOR EACH ROW EXECUTE FUNCTION derived.merger_noted();

-- person_request
ALTER TABLE person_request ADD CONSTRAINT answered_by_somebody CHECK (((answer IS NULL) = (answered_by_id IS NULL)));
ALTER TABLE person_request ADD CONSTRAINT clean_text CHECK ((app.clean_line(purpose) AND app.clean_text(reason) AND app.clean_line(sought_name) AND app.clean_line(sought_phone)));
ALTER TABLE person_request ADD CONSTRAINT merger_of_two CHECK ((((purpose = 'merge'::text) = (own_person_id IS NOT NULL)) AND ((own_person_id IS NULL) OR (own_person_id IS DISTINCT FROM person_id))));
ALTER TABLE person_request ADD CONSTRAINT only_matched_answered CHECK (((answer IS NULL) OR (person_id IS NOT NULL)));
ALTER TABLE person_request ADD CONSTRAINT person_request_check CHECK (((answer IS NULL) = (answered_at IS NULL)));
ALTER TABLE person_request ADD CONSTRAINT person_request_purpose_check CHECK ((purpose = ANY (ARRAY['transfer'::text, 'join'::text, 'merge'::text])));
ALTER TABLE person_request ADD CONSTRAINT sought_birth_year CHECK (((sought_birth_year >= 1900) AND (sought_birth_year <= 2100)));
ALTER TABLE person_request ADD CONSTRAINT sought_enough CHECK (((sought_name IS NULL) = (num_nonnulls(sought_birth_year, sought_phone) = 0)));
ALTER TABLE person_request ADD CONSTRAINT sought_name CHECK ((sought_name ~ '^\S+( \S+)*$'::text));
ALTER TABLE person_request ADD CONSTRAINT sought_phone CHECK ((sought_phone ~ '^\+[1-9][0-9]{7,14}$'::text));
ALTER TABLE person_request ADD CONSTRAINT twin_is_open CHECK (((same_as_id IS NULL) OR ((person_id IS NULL) AND (same_as_id <> id))));
ALTER TABLE person_request ADD CONSTRAINT withdrawn_or_answered CHECK (((withdrawn_by_id IS NULL) OR ((closed_at IS NOT NULL) AND (answer IS NULL))));
CREATE UNIQUE INDEX one_open_request ON public.person_request USING btree (person_id, to_unit_id, purpose) WHERE ((answer IS NULL) AND (closed_at IS NULL));
CREATE UNIQUE INDEX one_open_search ON public.person_request USING btree (app.name_key(sought_name), COALESCE((sought_birth_year)::integer, 0), COALESCE(sought_phone, ''::text), to_unit_id, purpose) WHERE ((answer IS NULL) AND (closed_at IS NULL));
CREATE TRIGGER raise_version BEFORE UPDATE ON public.person_request FOR EACH ROW EXECUTE FUNCTION app.raise_version();
