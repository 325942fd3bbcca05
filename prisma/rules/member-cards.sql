-- What the database holds of the tables in prisma/schema/member-cards.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- member_card
ALTER TABLE member_card ADD CONSTRAINT clean_text CHECK (app.clean_line(end_reason));
ALTER TABLE member_card ADD CONSTRAINT digits_are_sealed CHECK ((((digits IS NULL) = (key_id IS NULL)) AND ((handed_over_at IS NULL) = (handed_over_by_id IS NULL)) AND ((ended_at IS NOT NULL) OR ((digits IS NULL) = (handed_over_at IS NULL)))));
ALTER TABLE member_card ADD CONSTRAINT ended_for_a_reason CHECK ((((ended_at IS NULL) = (end_reason IS NULL)) AND (end_reason = ANY (ARRAY['lost'::text, 'replaced'::text, 'given-back'::text, 'handed-over'::text, 'moved'::text, 'merged'::text, 'erased'::text, 'left'::text]))));
ALTER TABLE member_card ADD CONSTRAINT member_card_hash CHECK ((octet_length(token_hash) = 32));
ALTER TABLE member_card ADD CONSTRAINT misses_count CHECK ((misses >= 0));
CREATE UNIQUE INDEX one_member_card ON public.member_card USING btree (person_id) WHERE (ended_at IS NULL);
CREATE TRIGGER hold_member_card BEFORE UPDATE ON public.member_card FOR EACH ROW EXECUTE FUNCTION app.hold_member_card();
CREATE TRIGGER note_card_ended AFTER UPDATE OF ended_at ON public.member_card FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION app.note_card_ended();
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.member_card FOR EACH ROW EXECUTE FUNCTION app.refuse_merged('person_id');

-- member_card_opening
ALTER TABLE member_card_opening ADD CONSTRAINT member_card_opening_hash CHECK ((octet_length(token_hash) = 32));
ALTER TABLE member_card_opening ADD CONSTRAINT ten_minutes CHECK ((expires_at <= (opened_at + '00:10:00'::interval)));
