-- What the database holds of the tables in prisma/schema/enrolments.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- enrolment
ALTER TABLE enrolment ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(phone) AND app.clean_line(access_need) AND app.clean_line(unit_words) AND app.clean_line(locale) AND app.clean_line(phone_print)));
ALTER TABLE enrolment ADD CONSTRAINT enrolment_check CHECK (((state = 'offered'::enrolment_state) <= (offer_until IS NOT NULL)));
ALTER TABLE enrolment ADD CONSTRAINT enrolment_check1 CHECK (((num_nonnulls(person_id, name) >= 1) OR (erased_on IS NOT NULL)));
ALTER TABLE enrolment ADD CONSTRAINT enrolment_check2 CHECK (((consent_text_id IS NULL) = (consented_at IS NULL)));
ALTER TABLE enrolment ADD CONSTRAINT enrolment_seat_no_check CHECK ((seat_no > 0));
ALTER TABLE enrolment ADD CONSTRAINT erased_enrolment CHECK (((erased_on IS NULL) OR (num_nonnulls(name, phone, access_need, unit_words, ticket_hash) = 0)));
ALTER TABLE enrolment ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE enrolment ADD CONSTRAINT phone_has_print CHECK (((phone IS NULL) = (phone_print IS NULL)));
ALTER TABLE enrolment ADD CONSTRAINT phone_is_masked CHECK ((phone ~ '^(0\d•• ••• |•••• ••• )\d{3}$'::text));
ALTER TABLE enrolment ADD CONSTRAINT seat_while_held CHECK (((seat_no IS NOT NULL) = (state = ANY (ARRAY['confirmed'::enrolment_state, 'offered'::enrolment_state]))));
CREATE INDEX enrolment_merged ON public.enrolment USING btree (id) WHERE (state = 'merged'::enrolment_state);
CREATE INDEX enrolment_offer_due ON public.enrolment USING btree (offer_until) WHERE (state = 'offered'::enrolment_state);
CREATE INDEX enrolment_party ON public.enrolment USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX enrolment_waiting ON public.enrolment USING btree (session_id, arrival_no) WHERE (state = 'waiting'::enrolment_state);
CREATE INDEX enrolment_without_record ON public.enrolment USING btree (session_id) WHERE ((person_id IS NULL) AND (name IS NOT NULL));
CREATE UNIQUE INDEX one_live_enrolment ON public.enrolment USING btree (session_id, person_id) WHERE (state = ANY (ARRAY['confirmed'::enrolment_state, 'waiting'::enrolment_state, 'offered'::enrolment_state]));
CREATE UNIQUE INDEX one_live_phone ON public.enrolment USING btree (session_id, phone_print) WHERE (state = ANY (ARRAY['confirmed'::enrolment_state, 'waiting'::enrolment_state, 'offered'::enrolment_state]));
CREATE UNIQUE INDEX one_seat ON public.enrolment USING btree (session_id, seat_no) WHERE (seat_no IS NOT NULL);
CREATE TRIGGER arrival_fixed BEFORE UPDATE ON public.enrolment FOR EACH ROW WHEN (((old.arrival_no <> new.arrival_no) OR (old.session_id <> new.session_id))) EXECUTE FUNCTION app.keep_arrival();
CREATE TRIGGER attendance_follows AFTER UPDATE OF person_id ON public.enrolment FOR EACH ROW WHEN ((old.person_id IS DISTINCT FROM new.person_id)) EXECUTE FUNCTION app.attendance_follows();
CREATE TRIGGER closed_days AFTER UPDATE OF state ON public.enrolment FOR EACH ROW WHEN (((old.state = 'merged'::enrolment_state) <> (new.state = 'merged'::enrolment_state))) EXECUTE FUNCTION derived.record_changed();
CREATE TRIGGER keep_number BEFORE INSERT OR UPDATE OF phone, phone_print ON public.enrolment FOR EACH ROW EXECUTE FUNCTION app.keep_number();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.enrolment FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.enrolment FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER seat_exists BEFORE INSERT OR UPDATE OF seat_no ON public.enrolment FOR EACH ROW WHEN ((new.seat_no IS NOT NULL)) EXECUTE FUNCTION app.check_seat();

-- topic_wait
ALTER TABLE topic_wait ADD CONSTRAINT clean_text CHECK ((app.clean_line(name) AND app.clean_line(phone) AND app.clean_line(locale) AND app.clean_line(phone_print)));
ALTER TABLE topic_wait ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE topic_wait ADD CONSTRAINT phone_has_print CHECK (((phone IS NULL) = (phone_print IS NULL)));
ALTER TABLE topic_wait ADD CONSTRAINT phone_is_masked CHECK ((phone ~ '^(0\d•• ••• |•••• ••• )\d{3}$'::text));
ALTER TABLE topic_wait ADD CONSTRAINT topic_wait_check CHECK (((consent_text_id IS NULL) = (consented_at IS NULL)));
ALTER TABLE topic_wait ADD CONSTRAINT topic_wait_check1 CHECK (((answered_by_session_id IS NULL) = (answered_at IS NULL)));
CREATE UNIQUE INDEX one_wait ON public.topic_wait USING btree (course_id, phone_print) WHERE (answered_by_session_id IS NULL);
CREATE INDEX topic_wait_open ON public.topic_wait USING btree (course_id, unit_id) WHERE (answered_by_session_id IS NULL);
CREATE TRIGGER a_one_wish BEFORE INSERT ON public.topic_wait FOR EACH ROW WHEN (((new.phone IS NOT NULL) AND (new.answered_by_session_id IS NULL))) EXECUTE FUNCTION app.one_wish();
CREATE TRIGGER keep_number BEFORE INSERT OR UPDATE OF phone, phone_print ON public.topic_wait FOR EACH ROW EXECUTE FUNCTION app.keep_number();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.topic_wait FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
