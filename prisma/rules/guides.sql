-- What the database holds of the tables in prisma/schema/guides.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- guide_step
ALTER TABLE guide_step ADD CONSTRAINT clean_text CHECK ((app.clean_line(title) AND app.clean_text(body) AND app.clean_line(screen) AND app.clean_line(beside)));
ALTER TABLE guide_step ADD CONSTRAINT runs_short CHECK ((((title || ' '::text) || body) !~ '\S{101}'::text));
ALTER TABLE guide_step ADD CONSTRAINT step_is_drawn CHECK (((part = 'step'::guide_part) = ((screen IS NOT NULL) AND (beside IS NOT NULL))));
CREATE TRIGGER approved_steps_fixed BEFORE INSERT OR DELETE OR UPDATE ON public.guide_step FOR EACH ROW EXECUTE FUNCTION app.keep_approved_steps();
CREATE TRIGGER lines_follow_delete AFTER DELETE ON public.guide_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_insert AFTER INSERT ON public.guide_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_update AFTER UPDATE ON public.guide_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER words_follow AFTER INSERT OR DELETE OR UPDATE ON public.guide_step FOR EACH ROW EXECUTE FUNCTION app.words_follow_step();
