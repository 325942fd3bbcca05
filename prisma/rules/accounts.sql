-- What the database holds of the tables in prisma/schema/accounts.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- account
ALTER TABLE account ADD CONSTRAINT account_check CHECK ((num_nonnulls(email, phone) >= 1));
ALTER TABLE account ADD CONSTRAINT account_email_check CHECK (((email = lower(email)) AND (email !~ '\s'::text)));
ALTER TABLE account ADD CONSTRAINT account_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{7,14}$'::text));
ALTER TABLE account ADD CONSTRAINT clean_text CHECK ((app.clean_line(display_name) AND app.clean_line(email) AND app.clean_line(phone) AND app.clean_line(locale)));
ALTER TABLE account ADD CONSTRAINT erased_stays_closed CHECK (((email !~~ 'erased-%@erased.invalid'::text) OR (disabled_at IS NOT NULL)));
ALTER TABLE account ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.account FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.account FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- role_grant
ALTER TABLE role_grant ADD CONSTRAINT clean_text CHECK (app.clean_text(reason));
ALTER TABLE role_grant ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE role_grant ADD CONSTRAINT one_role EXCLUDE USING gist ((((account_id)::text || (unit_id)::text)) WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&);
CREATE TRIGGER ask_renewal AFTER INSERT OR UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION app.ask_renewal();
CREATE TRIGGER grant_by_two BEFORE INSERT OR UPDATE OF account_id, role, unit_id, valid_from, valid_to, revoked_at ON public.role_grant FOR EACH ROW EXECUTE FUNCTION app.grant_by_two();

-- account_session
ALTER TABLE account_session ADD CONSTRAINT account_session_former_token_hash_check CHECK ((octet_length(former_token_hash) = 32));
ALTER TABLE account_session ADD CONSTRAINT account_session_token_hash_check CHECK ((octet_length(token_hash) = 32));
ALTER TABLE account_session ADD CONSTRAINT clean_text CHECK ((app.clean_line(end_reason) AND app.clean_line(network) AND app.clean_text(agent)));
ALTER TABLE account_session ADD CONSTRAINT former_token_ends CHECK (((former_token_hash IS NULL) = (former_until IS NULL)));
ALTER TABLE account_session ADD CONSTRAINT step_of_a_provider CHECK (((NOT provider_step) OR (second_factor_at IS NOT NULL)));
CREATE CONSTRAINT TRIGGER note_aside AFTER UPDATE OF last_seen_at ON public.account_session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((to_jsonb(old.*) - 'last_seen_at'::text) = (to_jsonb(new.*) - 'last_seen_at'::text))) EXECUTE FUNCTION app.note_aside('1');

-- invitation
ALTER TABLE invitation ADD CONSTRAINT clean_text CHECK ((app.clean_text(address) AND app.clean_line(locale)));
ALTER TABLE invitation ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
ALTER TABLE invitation ADD CONSTRAINT round_counts CHECK ((round >= 1));
CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (address) WHERE ((accepted_at IS NULL) AND (ended_at IS NULL));
CREATE TRIGGER invite_by_two BEFORE INSERT OR UPDATE OF address, role, unit_id ON public.invitation FOR EACH ROW EXECUTE FUNCTION app.invite_by_two();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.invitation FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');

-- password_reset
ALTER TABLE password_reset ADD CONSTRAINT password_reset_token_hash_check CHECK ((octet_length(token_hash) = 32));

-- second_factor
ALTER TABLE second_factor ADD CONSTRAINT clean_text CHECK (app.clean_line(label));
ALTER TABLE second_factor ADD CONSTRAINT known_credential CHECK (((kind = 'passkey'::factor_kind) = (credential_id IS NOT NULL)));
ALTER TABLE second_factor ADD CONSTRAINT sealed_secret CHECK (((kind = 'totp'::factor_kind) = (key_id IS NOT NULL)));
CREATE UNIQUE INDEX one_totp ON public.second_factor USING btree (account_id) WHERE (kind = 'totp'::factor_kind);

-- factor_challenge
ALTER TABLE factor_challenge ADD CONSTRAINT sealed_secret CHECK (((kind = 'totp'::factor_kind) = (key_id IS NOT NULL)));

-- remembered_device
ALTER TABLE remembered_device ADD CONSTRAINT clean_text CHECK (app.clean_text(agent));
ALTER TABLE remembered_device ADD CONSTRAINT remembered_device_hash CHECK ((octet_length(token_hash) = 32));

-- provider_tie
ALTER TABLE provider_tie ADD CONSTRAINT bounded_names CHECK ((((length(subject) >= 1) AND (length(subject) <= 255)) AND ((length(issuer) >= 1) AND (length(issuer) <= 500))));
ALTER TABLE provider_tie ADD CONSTRAINT clean_text CHECK ((app.clean_line(issuer) AND app.clean_line(subject)));
ALTER TABLE provider_tie ADD CONSTRAINT ended_before_reopened CHECK (((reopened_at IS NULL) OR (ended_at IS NOT NULL)));
ALTER TABLE provider_tie ADD CONSTRAINT somebody_ended_it CHECK (((ended_at IS NULL) = (ended_by_id IS NULL)));
CREATE UNIQUE INDEX one_account_for_a_subject ON public.provider_tie USING btree (issuer, subject) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_subject_for_an_account ON public.provider_tie USING btree (account_id, issuer) WHERE (ended_at IS NULL);

-- second_factor_start
ALTER TABLE second_factor_start ADD CONSTRAINT one_start CHECK (id);

-- recovery_code
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_hash CHECK ((octet_length(code_hash) = 32));

-- throttle
ALTER TABLE throttle ADD CONSTRAINT clean_text CHECK (app.clean_line(key));
