-- What the database holds of the tables in prisma/schema/trainings.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- skill
ALTER TABLE skill ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(domain) AND app.clean_line(name_vi) AND app.clean_line(name_en)));

-- course
ALTER TABLE course ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(language) AND app.clean_text(trainer_notes)));
ALTER TABLE course ADD CONSTRAINT minutes_of_course CHECK (((minutes >= 10) AND (minutes <= 2400)));
CREATE TRIGGER mark_demo BEFORE INSERT ON public.course FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.course FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- course_text
ALTER TABLE course_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(title) AND app.clean_text(description) AND app.clean_text(preconditions) AND app.clean_line(slug)));
ALTER TABLE course_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));

-- course_material
ALTER TABLE course_material ADD CONSTRAINT clean_text CHECK ((app.clean_line(title) AND app.clean_line(url) AND app.clean_line(locale)));
ALTER TABLE course_material ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE course_material ADD CONSTRAINT link_is_https CHECK ((url ~ '^https://\S+$'::text));
ALTER TABLE course_material ADD CONSTRAINT link_or_file CHECK ((num_nonnulls(url, asset_id) = 1));
ALTER TABLE course_material ADD CONSTRAINT material_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));

-- venue
ALTER TABLE venue ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_text(address)));
ALTER TABLE venue ADD CONSTRAINT venue_point CHECK ((((lat IS NULL) = (lon IS NULL)) AND ((lat >= (8)::double precision) AND (lat <= (24)::double precision)) AND ((lon >= (102)::double precision) AND (lon <= (110)::double precision))));
ALTER TABLE venue ADD CONSTRAINT venue_seats CHECK (((seats >= 1) AND (seats <= 100000)));
CREATE TRIGGER mark_demo BEFORE INSERT ON public.venue FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.venue FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- trainer_call
ALTER TABLE trainer_call ADD CONSTRAINT clean_text CHECK ((app.clean_text(note) AND app.clean_line(withdrawn_reason)));
ALTER TABLE trainer_call ADD CONSTRAINT withdrawn_with_reason CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)));
CREATE TRIGGER raise_version BEFORE UPDATE ON public.trainer_call FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- session_series
ALTER TABLE session_series ADD CONSTRAINT clean_text CHECK (app.clean_line(rule));

-- session
ALTER TABLE session ADD CONSTRAINT clean_text CHECK ((app.clean_line(slug) AND app.clean_line(language) AND app.clean_text(notes) AND app.clean_line(online_url)));
ALTER TABLE session ADD CONSTRAINT session_check CHECK ((starts_at < ends_at));
ALTER TABLE session ADD CONSTRAINT session_check1 CHECK (((ends_at - starts_at) <= '31 days'::interval));
ALTER TABLE session ADD CONSTRAINT session_seats_check CHECK ((seats >= 0));
ALTER TABLE session ADD CONSTRAINT venue_taken EXCLUDE USING gist (venue_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((state = ANY (ARRAY['approved'::session_state, 'held'::session_state])) AND (venue_id IS NOT NULL))) DEFERRABLE;
ALTER TABLE session ADD CONSTRAINT whole_days CHECK (((NOT all_day) OR ((starts_at = date_trunc('day'::text, starts_at, 'Asia/Ho_Chi_Minh'::text)) AND (ends_at = date_trunc('day'::text, ends_at, 'Asia/Ho_Chi_Minh'::text)))));
CREATE INDEX session_public ON public.session USING btree (starts_at, id) WHERE (state = ANY (ARRAY['approved'::session_state, 'held'::session_state]));
CREATE TRIGGER keep_calendar BEFORE UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION app.keep_calendar();
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

-- feed_token
ALTER TABLE feed_token ADD CONSTRAINT clean_text CHECK (app.clean_line(purpose));
ALTER TABLE feed_token ADD CONSTRAINT feed_token_check CHECK (((purpose !~~ 'calendar-%'::text) OR (account_id IS NOT NULL)));
ALTER TABLE feed_token ADD CONSTRAINT feed_token_token_hash_check CHECK ((octet_length(token_hash) = 32));
CREATE INDEX feed_token_account_id_idx ON public.feed_token USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE TRIGGER feed_ended BEFORE UPDATE ON public.feed_token FOR EACH ROW WHEN (((new.token_hash <> old.token_hash) OR ((old.revoked_at IS NOT NULL) AND (new.revoked_at IS DISTINCT FROM old.revoked_at)))) EXECUTE FUNCTION app.keep_feed_ended();
