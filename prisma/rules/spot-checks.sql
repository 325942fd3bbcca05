-- What the database holds of the tables in prisma/schema/spot-checks.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- spot_round
ALTER TABLE spot_round ADD CONSTRAINT clean_text CHECK ((app.clean_line(commitment) AND app.clean_line(seed)));
ALTER TABLE spot_round ADD CONSTRAINT spot_round_commitment_check CHECK ((commitment = encode(sha256(convert_to(seed, 'UTF8'::name)), 'hex'::text)));
ALTER TABLE spot_round ADD CONSTRAINT spot_round_percent_check CHECK (((percent >= 1) AND (percent <= 100)));
ALTER TABLE spot_round ADD CONSTRAINT spot_round_steps_check CHECK ((((closed_at IS NULL) OR (drawn_at IS NOT NULL)) AND ((withdrawn_at IS NULL) OR (drawn_at IS NULL))));
CREATE UNIQUE INDEX spot_round_under_way ON public.spot_round USING btree ((true)) WHERE ((closed_at IS NULL) AND (withdrawn_at IS NULL));
CREATE TRIGGER keep_spot_round BEFORE DELETE OR UPDATE ON public.spot_round FOR EACH ROW EXECUTE FUNCTION app.keep_spot_round();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.spot_round FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.spot_round FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- spot_stratum
ALTER TABLE spot_stratum ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.spot_stratum FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.spot_stratum FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- spot_check
ALTER TABLE spot_check ADD CONSTRAINT clean_text CHECK ((app.clean_text(note) AND app.clean_text(remark)));
ALTER TABLE spot_check ADD CONSTRAINT spot_check_answer_check CHECK ((((result IS NULL) = (answered_at IS NULL)) AND (parts IS NOT NULL) AND ((NOT (result IS DISTINCT FROM 'differs'::spot_result)) = (cardinality(parts) > 0))));
CREATE TRIGGER keep_spot_check BEFORE DELETE OR UPDATE ON public.spot_check FOR EACH ROW EXECUTE FUNCTION app.keep_spot_check();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.spot_check FOR EACH ROW EXECUTE FUNCTION app.raise_version();
