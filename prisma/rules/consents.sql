-- What the database holds of the tables in prisma/schema/consents.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- consent_text
ALTER TABLE consent_text ADD CONSTRAINT clean_text CHECK ((app.clean_line(locale) AND app.clean_text(body)));
ALTER TABLE consent_text ADD CONSTRAINT known_locale CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text])));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consent_text FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.consent_text FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- consent
ALTER TABLE consent ADD CONSTRAINT answer_for_picture CHECK (((asset_id IS NULL) OR (purpose = 'image'::consent_purpose)));
ALTER TABLE consent ADD CONSTRAINT clean_text CHECK (app.clean_line(use));
ALTER TABLE consent ADD CONSTRAINT pictures_until_withdrawn CHECK (((purpose <> 'image'::consent_purpose) OR (until IS NULL) OR (use IS NOT NULL)));
ALTER TABLE consent ADD CONSTRAINT use_of_picture CHECK (((use IS NULL) OR ((asset_id IS NOT NULL) AND (use = ANY (ARRAY['portal'::text, 'share_card'::text, 'print'::text])))));
CREATE INDEX consent_name_refused ON public.consent USING btree (created_at) WHERE ((purpose = 'name_in_story'::consent_purpose) AND (answer <> 'given'::consent_answer));
CREATE INDEX consent_name_until ON public.consent USING btree (until) WHERE ((purpose = 'name_in_story'::consent_purpose) AND (until IS NOT NULL));
CREATE INDEX consent_picture_until ON public.consent USING btree (until) WHERE ((use IS NOT NULL) AND (until IS NOT NULL));
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.consent FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER articles_follow_answer AFTER INSERT ON public.consent FOR EACH ROW WHEN ((new.purpose = 'name_in_story'::consent_purpose)) EXECUTE FUNCTION app.articles_follow_answer();
CREATE TRIGGER drop_sensitive_fields AFTER INSERT ON public.consent FOR EACH ROW WHEN (((new.purpose = 'sensitive_data'::consent_purpose) AND (new.answer <> 'given'::consent_answer))) EXECUTE FUNCTION app.drop_sensitive_fields();
CREATE TRIGGER pictures_follow_answer AFTER INSERT ON public.consent FOR EACH ROW WHEN ((new.purpose = 'image'::consent_purpose)) EXECUTE FUNCTION app.pictures_follow_answer();

-- sensitive_field
ALTER TABLE sensitive_field ADD CONSTRAINT sensitive_field_sealed_check CHECK ((octet_length(sealed) >= 28));
CREATE TRIGGER raise_version BEFORE UPDATE ON public.sensitive_field FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER sensitive_consent BEFORE INSERT OR UPDATE OF consent_id ON public.sensitive_field FOR EACH ROW EXECUTE FUNCTION app.check_sensitive_consent();

-- encryption_key
ALTER TABLE encryption_key ADD CONSTRAINT clean_text CHECK (app.clean_line(label));

-- erasure
CREATE TRIGGER erase_by_two BEFORE INSERT ON public.erasure FOR EACH ROW EXECUTE FUNCTION app.erase_by_two();
