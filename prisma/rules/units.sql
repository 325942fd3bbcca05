-- What the database holds of the tables in prisma/schema/units.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- unit
ALTER TABLE unit ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(slug)));
ALTER TABLE unit ADD CONSTRAINT place_on_earth CHECK ((((lat IS NULL) = (lon IS NULL)) AND ((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)) AND ((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))));
ALTER TABLE unit ADD CONSTRAINT unit_check CHECK (((closed_on IS NULL) OR (opened_on <= closed_on)));
ALTER TABLE unit ADD CONSTRAINT unit_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
CREATE INDEX unit_demo ON public.unit USING btree (id) WHERE demo;
CREATE TRIGGER level_fixed BEFORE UPDATE ON public.unit FOR EACH ROW WHEN (((old.level <> new.level) OR (old.no <> new.no))) EXECUTE FUNCTION app.keep_level();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.unit FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_tree_version AFTER INSERT OR DELETE OR UPDATE ON public.unit FOR EACH STATEMENT EXECUTE FUNCTION app.raise_tree_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.unit FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER spans_ins AFTER INSERT ON public.unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_upd AFTER UPDATE ON public.unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE CONSTRAINT TRIGGER unit_placed AFTER INSERT OR UPDATE OF opened_on, closed_on ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_placed();

-- unit_name
ALTER TABLE unit_name ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(decision)));
ALTER TABLE unit_name ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE unit_name ADD CONSTRAINT one_name EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE unit_name ADD CONSTRAINT unit_name_name_check CHECK (((btrim(name) = name) AND (name <> ''::text)));
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE ON public.unit_name FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('unit_id');
CREATE TRIGGER raise_tree_version AFTER INSERT OR DELETE OR UPDATE ON public.unit_name FOR EACH STATEMENT EXECUTE FUNCTION app.raise_tree_version();

-- unit_kind
ALTER TABLE unit_kind ADD CONSTRAINT clean_text CHECK (app.clean_line(decision));
ALTER TABLE unit_kind ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE unit_kind ADD CONSTRAINT one_kind EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER closed_days AFTER INSERT OR DELETE OR UPDATE ON public.unit_kind FOR EACH ROW EXECUTE FUNCTION derived.fact_changed('unit_id');
CREATE TRIGGER raise_tree_version AFTER INSERT OR DELETE OR UPDATE ON public.unit_kind FOR EACH STATEMENT EXECUTE FUNCTION app.raise_tree_version();

-- unit_parent
ALTER TABLE unit_parent ADD CONSTRAINT clean_text CHECK (app.clean_line(decision));
ALTER TABLE unit_parent ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE unit_parent ADD CONSTRAINT one_parent EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE unit_parent ADD CONSTRAINT unit_parent_check CHECK ((unit_id <> parent_id));
CREATE TRIGGER parent_level BEFORE INSERT OR UPDATE ON public.unit_parent FOR EACH ROW EXECUTE FUNCTION app.check_parent_level();
CREATE TRIGGER raise_tree_version AFTER INSERT OR DELETE OR UPDATE ON public.unit_parent FOR EACH STATEMENT EXECUTE FUNCTION app.raise_tree_version();
CREATE TRIGGER spans_del AFTER DELETE ON public.unit_parent REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_ins AFTER INSERT ON public.unit_parent REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE TRIGGER spans_upd AFTER UPDATE ON public.unit_parent REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.unit_changed();
CREATE CONSTRAINT TRIGGER unit_placed AFTER INSERT OR DELETE OR UPDATE ON public.unit_parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_placed();

-- unit_span
ALTER TABLE unit_span ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
CREATE INDEX unit_span_live ON public.unit_span USING btree (level, commune_id) WHERE is_last;
CREATE TRIGGER coverage_del AFTER DELETE ON public.unit_span REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
CREATE TRIGGER coverage_ins AFTER INSERT ON public.unit_span REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();
CREATE TRIGGER coverage_upd AFTER UPDATE ON public.unit_span REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION derived.commune_changed();

-- unit_change
ALTER TABLE unit_change ADD CONSTRAINT clean_text CHECK (app.clean_line(decision));

-- unit_reception
ALTER TABLE unit_reception ADD CONSTRAINT clean_text CHECK ((app.clean_line(phone) AND app.clean_line(place) AND app.clean_line(hours)));
ALTER TABLE unit_reception ADD CONSTRAINT unit_reception_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{7,14}$'::text));
CREATE TRIGGER mark_demo BEFORE INSERT ON public.unit_reception FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.unit_reception FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- unit_lineage
ALTER TABLE unit_lineage ADD CONSTRAINT unit_lineage_check CHECK ((predecessor_id <> successor_id));

-- unit_plan
CREATE TRIGGER raise_version BEFORE UPDATE ON public.unit_plan FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- unit_move
ALTER TABLE unit_move ADD CONSTRAINT clean_text CHECK (app.clean_line(what));
ALTER TABLE unit_move ADD CONSTRAINT unit_move_what CHECK (((what = ANY (ARRAY['person'::text, 'household'::text, 'network'::text, 'venue'::text, 'session'::text, 'rest'::text])) AND ((what = 'rest'::text) = (row_id IS NULL))));
CREATE UNIQUE INDEX unit_move_of_row ON public.unit_move USING btree (what, row_id, on_day) WHERE (row_id IS NOT NULL);
CREATE UNIQUE INDEX unit_move_of_unit ON public.unit_move USING btree (from_unit_id, on_day) WHERE (row_id IS NULL);

-- tree_version
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.tree_version FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.tree_version FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- former_unit
ALTER TABLE former_unit ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(district)));
