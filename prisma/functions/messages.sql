-- Whichever process is up sends it at once instead of at its next look.
CREATE OR REPLACE FUNCTION app.wake_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = public, app, pg_temp AS $$ BEGIN
  PERFORM pg_notify('outbox_mail', '');
  RETURN NULL;
END $$;

-- A message to a phone says whom it goes to by a masked number: the whole one stands with the sign-up, else on her record.
CREATE OR REPLACE FUNCTION app.mask_recipient() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.recipient := app.masked_phone(coalesce((SELECT coalesce(n.phone, p.phone) FROM enrolment e LEFT JOIN app.number n ON n.row_id = e.id
    LEFT JOIN app.number p ON p.row_id = e.person_id WHERE e.id = NEW.enrolment_id), NEW.recipient));
  RETURN NEW;
END $$;

-- The numbers that messages go to, for the entries of the trail that say who reads them: kept before, by who may tell these women. Officials
-- and trainers tell who is enrolled, a trainer in sessions that she teaches; a head her members and who named a unit of hers.
CREATE OR REPLACE FUNCTION app.message_numbers_of(p_account uuid, p_entries uuid[], p_key bytea) RETURNS TABLE (message_id uuid, phone text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE she uuid; official text[]; trainer text[]; head text[]; subjects uuid[]; messages uuid[];
BEGIN
  SELECT array_agg(e.subject_id), array_agg(e.asked[1]) INTO subjects, messages FROM app.opened(p_account, p_entries, p_key, '{seePhone}') e;
  official := app.areas_of(p_account, 'messages.tell', '{province_official,commune_official}');
  trainer := app.areas_of(p_account, 'messages.tell', '{trainer}');
  head := app.areas_of(p_account, 'messages.tell', '{sub_association_head}');
  she := (SELECT a.person_id FROM account a WHERE a.id = p_account);
  RETURN QUERY SELECT m.id, coalesce(n.phone, own.phone) FROM outbox_message m JOIN session s ON s.id = m.session_id JOIN enrolment x ON x.id = m.enrolment_id LEFT JOIN person p ON p.id = x.person_id
      LEFT JOIN app.number n ON n.row_id = x.id LEFT JOIN app.number own ON own.row_id = x.person_id
    WHERE (m.id, coalesce(x.person_id, x.id)) IN (SELECT * FROM unnest(messages, subjects)) AND m.kind <> 'email' AND coalesce(n.phone, own.phone) IS NOT NULL
      AND (app.unit_within(s.unit_id, official)
        OR (trainer IS NULL OR trainer <> '{}') AND EXISTS (SELECT FROM session_trainer t WHERE t.session_id = s.id AND t.trainer_id = she)
          AND (app.unit_within(s.unit_id, trainer) OR EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.level = 'province'))
        OR (head IS NULL OR head <> '{}') AND (x.unit_id IS NOT NULL AND app.unit_within(x.unit_id, head)
          OR p.erased_on IS NULL AND p.merged_into_id IS NULL AND (app.unit_within(p.keeper_unit_id, head) OR EXISTS (SELECT FROM membership b
            WHERE b.person_id = p.id AND app.active_on(b.valid_from, b.valid_to, app.today()) AND app.unit_within(b.unit_id, head)))));
END $$;
