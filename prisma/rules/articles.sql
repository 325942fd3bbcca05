-- What the database holds of the tables in prisma/schema/articles.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- article
ALTER TABLE article ADD CONSTRAINT clean_text CHECK ((app.clean_line(source_name) AND app.clean_line(source_url)));
ALTER TABLE article ADD CONSTRAINT review_follows CHECK ((reviewed_on < review_on));
CREATE INDEX article_review ON public.article USING btree (review_on) WHERE (review_on IS NOT NULL);
CREATE INDEX article_subject_person ON public.article USING btree (subject_person_id) WHERE (subject_person_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER article_follows_subject AFTER UPDATE OF subject_person_id ON public.article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.subject_person_id IS NOT NULL) AND (new.subject_person_id IS DISTINCT FROM old.subject_person_id))) EXECUTE FUNCTION app.article_follows_subject();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.article FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER notes_follow AFTER UPDATE OF subject_person_id ON public.article FOR EACH ROW WHEN ((old.subject_person_id IS DISTINCT FROM new.subject_person_id)) EXECUTE FUNCTION app.words_follow_notes();
CREATE TRIGGER on_record_subject_person_id BEFORE INSERT ON public.article FOR EACH ROW WHEN ((new.subject_person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('subject_person_id');
CREATE TRIGGER on_record_subject_person_id_later BEFORE UPDATE OF subject_person_id ON public.article FOR EACH ROW WHEN (((new.subject_person_id IS NOT NULL) AND (new.subject_person_id IS DISTINCT FROM old.subject_person_id))) EXECUTE FUNCTION app.refuse_merged('subject_person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.article FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- article_slug
ALTER TABLE article_slug ADD CONSTRAINT article_slug_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
ALTER TABLE article_slug ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(slug)));
ALTER TABLE article_slug ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
CREATE UNIQUE INDEX one_current_slug ON public.article_slug USING btree (article_id, locale) WHERE (retired_at IS NULL);

-- edition
ALTER TABLE edition ADD CONSTRAINT clean_text CHECK (app.clean_line(change_note));
CREATE INDEX edition_open ON public.edition USING btree (article_id) WHERE (state = ANY (ARRAY['draft'::edition_state, 'submitted'::edition_state, 'returned'::edition_state]));
CREATE TRIGGER approved_naming_fixed BEFORE UPDATE OF names_subject ON public.edition FOR EACH ROW WHEN (((old.state = ANY (ARRAY['approved'::edition_state, 'superseded'::edition_state])) AND (new.names_subject IS DISTINCT FROM old.names_subject))) EXECUTE FUNCTION app.keep_approved_naming();
CREATE TRIGGER carry_surroundings BEFORE INSERT ON public.edition FOR EACH ROW EXECUTE FUNCTION app.carry_surroundings();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.edition FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER scheduled_first BEFORE INSERT ON public.edition FOR EACH ROW EXECUTE FUNCTION app.refuse_beside_scheduled();

-- edition_text
ALTER TABLE edition_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(title) AND app.clean_text(summary) AND app.clean_text(plain) AND app.clean_text(easy_read) AND app.clean_text(lines) AND app.clean_text(what_changed)));
ALTER TABLE edition_text ADD CONSTRAINT easy_read_runs_short CHECK ((easy_read !~ '\S{101}'::text));
ALTER TABLE edition_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE edition_text ADD CONSTRAINT runs_short CHECK ((((((title || ' '::text) || summary) || ' '::text) || plain) !~ '\S{101}'::text)) NOT VALID;
ALTER TABLE edition_text ADD CONSTRAINT translation_source_whole CHECK (((translated_from_id IS NULL) = (translated_from_sha IS NULL)));
ALTER TABLE edition_text ADD CONSTRAINT what_changed_runs_short CHECK ((what_changed !~ '\S{101}'::text));
CREATE TRIGGER approved_text_fixed BEFORE DELETE OR UPDATE ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.keep_approved_text();
CREATE TRIGGER carry_pictures AFTER INSERT ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.carry_pictures();
CREATE TRIGGER carry_sound AFTER INSERT ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.carry_sound();
CREATE TRIGGER erased_stays_empty BEFORE INSERT OR UPDATE ON public.edition_text FOR EACH ROW WHEN (((new.plain <> ''::text) OR (new.easy_read IS NOT NULL) OR (new.what_changed IS NOT NULL) OR (new.title <> '—'::text) OR (new.summary <> '—'::text))) EXECUTE FUNCTION app.keep_erased_empty();
CREATE TRIGGER forget_translation_source AFTER DELETE ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.forget_translation_source();
CREATE TRIGGER keep_earlier_text BEFORE DELETE OR UPDATE ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.keep_earlier_text();
CREATE TRIGGER keep_translation_source BEFORE INSERT OR UPDATE OF translated_from_id, translated_from_sha, plain ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.keep_translation_source();
CREATE TRIGGER pictures_within AFTER INSERT OR UPDATE OF body ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.use_pictures_of_text();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER steps_follow AFTER INSERT ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.steps_follow_edition();
CREATE TRIGGER words_follow AFTER UPDATE OF title, summary, plain, easy_read, what_changed ON public.edition_text FOR EACH ROW EXECUTE FUNCTION app.words_follow_text();

-- sound
ALTER TABLE sound ADD CONSTRAINT clean_text CHECK ((app.clean_line(format) AND app.clean_line(read_by)));
ALTER TABLE sound ADD CONSTRAINT known_format CHECK ((format = ANY (ARRAY['mp3'::text, 'm4a'::text])));
ALTER TABLE sound ADD CONSTRAINT sound_bounds CHECK ((((bytes >= 1) AND (bytes <= 11000000)) AND ((seconds >= 1) AND (seconds <= 900))));
ALTER TABLE sound ADD CONSTRAINT sound_hashes CHECK (((octet_length(sha256) = 32) AND (octet_length(words_sha256) = 32)));
ALTER TABLE sound ADD CONSTRAINT sound_says_who CHECK (((char_length(read_by) >= 2) AND (char_length(read_by) <= 120)));
CREATE TRIGGER approved_sound_fixed BEFORE INSERT OR UPDATE ON public.sound FOR EACH ROW EXECUTE FUNCTION app.keep_approved_sound();
CREATE TRIGGER file_has_gone AFTER DELETE ON public.sound FOR EACH ROW EXECUTE FUNCTION app.file_has_gone();

-- translation_source
ALTER TABLE translation_source ADD CONSTRAINT clean_text CHECK ((app.clean_line(title) AND app.clean_text(summary) AND app.clean_text(plain)));

-- earlier_text
ALTER TABLE earlier_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(title) AND app.clean_text(summary) AND app.clean_text(easy_read) AND app.clean_text(what_changed)));
ALTER TABLE earlier_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.earlier_text FOR EACH ROW EXECUTE FUNCTION app.keep_earlier_texts();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.earlier_text FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- article_presence
ALTER TABLE article_presence ADD CONSTRAINT article_presence_lapses CHECK (((opened_at <= seen_at) AND (seen_at <= lapses_at)));
CREATE CONSTRAINT TRIGGER note_aside AFTER DELETE OR UPDATE ON public.article_presence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.note_aside('1');

-- approval_ruling
ALTER TABLE approval_ruling ADD CONSTRAINT clean_text CHECK ((app.clean_text(reason) AND app.clean_line(revoke_reason)));
ALTER TABLE approval_ruling ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE approval_ruling ADD CONSTRAINT one_approval_ruling EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE approval_ruling ADD CONSTRAINT ruling_revoked CHECK ((((revoked_at IS NULL) = (valid_to IS NULL)) AND ((revoked_at IS NULL) = (revoked_by_id IS NULL)) AND ((revoked_at IS NULL) = (revoke_reason IS NULL))));
CREATE TRIGGER append_only BEFORE DELETE ON public.approval_ruling FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.approval_ruling FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER keep_ruling BEFORE UPDATE ON public.approval_ruling FOR EACH ROW EXECUTE FUNCTION app.keep_ruling();

-- edition_decision
ALTER TABLE edition_decision ADD CONSTRAINT clean_text CHECK (app.clean_text(remark));
CREATE INDEX edition_decision_forced ON public.edition_decision USING btree (edition_id) WHERE (kind = 'forced'::edition_decision_kind);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.edition_decision FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.edition_decision FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER apply_decision AFTER INSERT ON public.edition_decision FOR EACH ROW EXECUTE FUNCTION app.apply_edition_decision();
CREATE TRIGGER approve_by_another BEFORE INSERT ON public.edition_decision FOR EACH ROW EXECUTE FUNCTION app.approve_by_another();

-- publication
ALTER TABLE publication ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_text(notice) AND app.clean_line(change_note) AND app.clean_text(reason)));
ALTER TABLE publication ADD CONSTRAINT first_publication CHECK ((((published_at IS NULL) = (first_at IS NULL)) AND (first_at <= published_at)));
ALTER TABLE publication ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE publication ADD CONSTRAINT one_publication EXCLUDE USING gist (article_id WITH =, locale WITH =, tstzrange(published_at, ended_at) WITH &&) WHERE ((published_at IS NOT NULL));
ALTER TABLE publication ADD CONSTRAINT publication_check CHECK (((ended_at IS NULL) OR (published_at IS NULL) OR (published_at <= ended_at)));
ALTER TABLE publication ADD CONSTRAINT publication_check1 CHECK (((planned_end IS NULL) OR (planned_at < planned_end)));
ALTER TABLE publication ADD CONSTRAINT publication_check2 CHECK (((ended_at IS NULL) = (end_reason IS NULL)));
ALTER TABLE publication ADD CONSTRAINT publication_check3 CHECK (((published_at IS NULL) OR (planned_at <= published_at)));
CREATE UNIQUE INDEX one_planned_publication ON public.publication USING btree (article_id, locale) WHERE ((published_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX publication_due ON public.publication USING btree (planned_at) WHERE ((published_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX publication_ending ON public.publication USING btree (planned_end) WHERE ((published_at IS NOT NULL) AND (ended_at IS NULL) AND (planned_end IS NOT NULL));
CREATE INDEX publication_front ON public.publication USING btree (locale, first_at DESC, article_id DESC) WHERE (for_front AND (published_at IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX publication_live ON public.publication USING btree (locale, published_at DESC) INCLUDE (article_id, text_id) WHERE ((published_at IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX publication_newest ON public.publication USING btree (locale, first_at DESC, article_id DESC) WHERE ((published_at IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX publication_stopped ON public.publication USING btree (article_id) WHERE (end_reason = 'picture_hidden'::publication_end);
CREATE INDEX publication_untold ON public.publication USING btree (id) WHERE ((end_reason = 'consent_withdrawn'::publication_end) AND (published_at IS NOT NULL) AND (told_at IS NULL));
CREATE TRIGGER date_first_publication BEFORE INSERT OR UPDATE OF published_at ON public.publication FOR EACH ROW EXECUTE FUNCTION app.date_first_publication();
CREATE TRIGGER end_preview AFTER INSERT OR UPDATE OF published_at ON public.publication FOR EACH ROW WHEN ((new.published_at IS NOT NULL)) EXECUTE FUNCTION app.end_preview();
CREATE TRIGGER notes_follow AFTER UPDATE OF change_note ON public.publication FOR EACH ROW WHEN ((old.change_note IS DISTINCT FROM new.change_note)) EXECUTE FUNCTION app.words_follow_notes();
CREATE TRIGGER pictures_may_show BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION app.check_pictures_of_publication();
CREATE TRIGGER publish_approved BEFORE INSERT OR UPDATE OF text_id, published_at ON public.publication FOR EACH ROW EXECUTE FUNCTION app.publish_approved();
CREATE TRIGGER raise_version BEFORE UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER subject_agrees BEFORE INSERT OR UPDATE OF text_id, published_at ON public.publication FOR EACH ROW WHEN ((new.ended_at IS NULL)) EXECUTE FUNCTION app.check_subject_of_publication();
CREATE TRIGGER surroundings_follow AFTER INSERT OR UPDATE OF published_at, ended_at ON public.publication FOR EACH ROW WHEN (((new.published_at IS NOT NULL) AND ((new.ended_at IS NULL) OR (new.end_reason = ANY (ARRAY['withdrawn'::publication_end, 'expired'::publication_end]))))) EXECUTE FUNCTION app.surroundings_follow();
CREATE TRIGGER whole_alert BEFORE INSERT ON public.publication FOR EACH ROW WHEN ((new.ended_at IS NULL)) EXECUTE FUNCTION app.publish_whole_alert();
CREATE TRIGGER words_follow AFTER INSERT OR UPDATE OF text_id, published_at, ended_at ON public.publication FOR EACH ROW EXECUTE FUNCTION app.words_follow_publication();

-- alert_part
ALTER TABLE alert_part ADD CONSTRAINT clean_text CHECK ((app.clean_line(title) AND app.clean_line(number)));
ALTER TABLE alert_part ADD CONSTRAINT hotline_has_number CHECK (((part = 'hotline'::alert_part_kind) = (number IS NOT NULL)));
ALTER TABLE alert_part ADD CONSTRAINT runs_short CHECK ((title !~ '\S{101}'::text));
CREATE TRIGGER approved_lines_fixed BEFORE INSERT OR DELETE OR UPDATE ON public.alert_part FOR EACH ROW EXECUTE FUNCTION app.keep_approved_steps();
CREATE TRIGGER lines_follow_delete AFTER DELETE ON public.alert_part REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_insert AFTER INSERT ON public.alert_part REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER lines_follow_update AFTER UPDATE ON public.alert_part REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.text_follows_lines();
CREATE TRIGGER words_follow AFTER INSERT OR DELETE OR UPDATE ON public.alert_part FOR EACH ROW EXECUTE FUNCTION app.words_follow_step();

-- article_naming
ALTER TABLE article_naming ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
ALTER TABLE article_naming ADD CONSTRAINT naming_of_somebody CHECK ((name <> ''::text));
ALTER TABLE article_naming ADD CONSTRAINT naming_says_how CHECK ((((answer = ANY (ARRAY['agreed'::naming_answer, 'taken_back'::naming_answer])) = (channel IS NOT NULL)) AND ((answer = ANY (ARRAY['agreed'::naming_answer, 'taken_back'::naming_answer])) = (agreed_on IS NOT NULL))));
CREATE TRIGGER append_only BEFORE UPDATE ON public.article_naming FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.article_naming FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER article_follows_naming AFTER INSERT ON public.article_naming FOR EACH ROW WHEN ((new.answer = 'taken_back'::naming_answer)) EXECUTE FUNCTION app.article_follows_naming();
CREATE TRIGGER notes_follow AFTER INSERT ON public.article_naming FOR EACH ROW EXECUTE FUNCTION app.words_follow_notes();

-- refused_name_look
ALTER TABLE refused_name_look ADD CONSTRAINT clean_text CHECK (app.clean_line(name));
ALTER TABLE refused_name_look ADD CONSTRAINT look_at_somebody CHECK (((name <> ''::text) AND (octet_length(words) = 32)));
CREATE TRIGGER append_only BEFORE UPDATE ON public.refused_name_look FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.refused_name_look FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- remark
ALTER TABLE remark ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_line(quote) AND app.clean_text(text)));
ALTER TABLE remark ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE remark ADD CONSTRAINT remark_place CHECK (((passage >= 0) AND ((char_length(quote) >= 1) AND (char_length(quote) <= 200)) AND ((char_length(text) >= 1) AND (char_length(text) <= 2000))));
ALTER TABLE remark ADD CONSTRAINT remark_resolved CHECK (((resolved_at IS NULL) = (resolved_by_id IS NULL)));
CREATE INDEX remark_open ON public.remark USING btree (edition_id) WHERE (resolved_at IS NULL);
CREATE TRIGGER resolved_by_author BEFORE UPDATE OF resolved_at, resolved_by_id ON public.remark FOR EACH ROW WHEN ((new.resolved_by_id IS NOT NULL)) EXECUTE FUNCTION app.resolve_by_author();

-- preview_link
ALTER TABLE preview_link ADD CONSTRAINT preview_link_hours CHECK (((created_at < expires_at) AND (octet_length(token_hash) = 32)));
CREATE TRIGGER preview_unpublished BEFORE INSERT ON public.preview_link FOR EACH ROW EXECUTE FUNCTION app.preview_unpublished();

-- article_read
ALTER TABLE article_read ADD CONSTRAINT article_read_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text, 'both'::text])));
ALTER TABLE article_read ADD CONSTRAINT article_read_times CHECK ((times > 0));
ALTER TABLE article_read ADD CONSTRAINT clean_text CHECK (app.clean_line(locale));

-- page_read
ALTER TABLE page_read ADD CONSTRAINT clean_text CHECK ((app.clean_line(page) AND app.clean_line(subject) AND app.clean_line(locale)));
ALTER TABLE page_read ADD CONSTRAINT page_read_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE page_read ADD CONSTRAINT page_read_times CHECK ((times > 0));

-- front_arrangement
ALTER TABLE front_arrangement ADD CONSTRAINT front_arrangement_number CHECK ((number >= 1));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.front_arrangement FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.front_arrangement FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- front_place
ALTER TABLE front_place ADD CONSTRAINT front_place_position CHECK (("position" >= 1));
ALTER TABLE front_place ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE front_place ADD CONSTRAINT one_front_place EXCLUDE USING gist ((((arrangement_id)::text || (article_id)::text)) WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.front_place FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.front_place FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
