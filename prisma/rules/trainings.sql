-- What the database holds of the tables in prisma/schema/trainings.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- session
ALTER TABLE session ADD CONSTRAINT clean_text CHECK ((app.clean_line(slug) AND app.clean_line(language) AND app.clean_text(notes) AND app.clean_line(online_url)));
ALTER TABLE session ADD CONSTRAINT session_check CHECK ((starts_at < ends_at));
ALTER TABLE session ADD CONSTRAINT session_check1 CHECK (((ends_at - starts_at) <= '31 days'::interval));
ALTER TABLE session ADD CONSTRAINT session_seats_check CHECK ((seats >= 0));
ALTER TABLE session ADD CONSTRAINT venue_taken EXCLUDE USING gist (venue_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((state = ANY (ARRAY['approved'::session_state, 'held'::session_state])) AND (venue_id IS NOT NULL))) DEFERRABLE;
ALTER TABLE session ADD CONSTRAINT whole_days CHECK (((NOT all_day) OR ((starts_at = date_trunc('day'::text, starts_at, 'Asia/Ho_Chi_Minh'::text)) AND (ends_at = date_trunc('day'::text, ends_at, 'Asia/Ho_Chi_Minh'::text)))));
CREATE INDEX session_public ON public.session USING btree (starts_at, id) WHERE (state = ANY (ARRAY['approved'::session_state, 'held'::session_state]));
CREATE TRIGGER closed_days AFTER DELETE OR UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER keep_calendar BEFORE UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION app.keep_calendar();
CREATE TRIGGER keep_course_minutes BEFORE INSERT OR UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION app.keep_course_minutes();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.session FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER queue_for_booking BEFORE UPDATE OF state, starts_at, ends_at, venue_id ON public.session FOR EACH ROW WHEN ((new.state = ANY (ARRAY['approved'::session_state, 'held'::session_state]))) EXECUTE FUNCTION app.queue_for_booking();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER seats_held BEFORE UPDATE OF seats ON public.session FOR EACH ROW WHEN ((new.seats < old.seats)) EXECUTE FUNCTION app.check_seats_lowered();

-- session_trainer
ALTER TABLE session_trainer ADD CONSTRAINT trainer_taken EXCLUDE USING gist (trainer_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((state = ANY (ARRAY['approved'::session_state, 'held'::session_state])));
CREATE TRIGGER on_record_trainer_id BEFORE INSERT ON public.session_trainer FOR EACH ROW WHEN ((new.trainer_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('trainer_id');
CREATE TRIGGER queue_for_booking BEFORE INSERT ON public.session_trainer FOR EACH ROW WHEN ((new.state = ANY (ARRAY['approved'::session_state, 'held'::session_state]))) EXECUTE FUNCTION app.queue_for_booking();

-- session_decision
ALTER TABLE session_decision ADD CONSTRAINT clean_text CHECK (app.clean_text(reason));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.session_decision FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.session_decision FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER apply_decision AFTER INSERT ON public.session_decision FOR EACH ROW WHEN ((new.kind <> 'moved'::session_decision_kind)) EXECUTE FUNCTION app.apply_session_decision();
CREATE TRIGGER check_decision BEFORE INSERT ON public.session_decision FOR EACH ROW EXECUTE FUNCTION app.check_session_decision();
