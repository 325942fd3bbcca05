-- What the database holds of the tables in prisma/schema/second-pairs.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- second_pair
ALTER TABLE second_pair ADD CONSTRAINT answered_whole CHECK ((((answer IS NULL) = (answered_by_id IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL))));
ALTER TABLE second_pair ADD CONSTRAINT clean_text CHECK ((app.clean_line(action) AND app.clean_text(reason)));
ALTER TABLE second_pair ADD CONSTRAINT done_if_agreed CHECK (((done_at IS NULL) OR (answer = 'agreed'::request_answer)));
ALTER TABLE second_pair ADD CONSTRAINT second_pair_hash CHECK ((octet_length(content_hash) = 32));
CREATE INDEX second_pair_open ON public.second_pair USING btree (action, expires_at) WHERE (answer IS NULL);
CREATE TRIGGER hold_second_pair BEFORE INSERT OR UPDATE ON public.second_pair FOR EACH ROW EXECUTE FUNCTION app.hold_second_pair();

-- second_pair_rule
ALTER TABLE second_pair_rule ADD CONSTRAINT always_two CHECK (((action <> 'resetFactors'::text) OR (NOT (from_count IS DISTINCT FROM 1))));
ALTER TABLE second_pair_rule ADD CONSTRAINT clean_text CHECK ((app.clean_line(action) AND app.clean_text(reason)));
ALTER TABLE second_pair_rule ADD CONSTRAINT from_one_on CHECK ((from_count >= 1));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.second_pair_rule FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER rule_by_two BEFORE INSERT ON public.second_pair_rule FOR EACH ROW EXECUTE FUNCTION app.rule_by_two();
